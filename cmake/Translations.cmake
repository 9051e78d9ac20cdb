# Strings are gathered from every source of ours; zh_CN and en are complete (a test says so).
set(SONGHE_TS_FILES ${CMAKE_SOURCE_DIR}/translations/songhe_zh_CN.ts ${CMAKE_SOURCE_DIR}/translations/songhe_en.ts)

# lupdate's arguments but for the files to write; the test gathers strings with the same ones.
# The helpers of the command line are gathered under their namespace, as they are looked up.
set(SONGHE_LUPDATE_ARGUMENTS -tr-function-alias tr+=centreTr,tr+=claimTr,tr+=elderTr,tr+=exchangeTr,tr+=mealTr,tr+=packageTr,tr+=stepTr,tr+=policyTr,tr+=receiptTr,tr+=districtTr
    -silent -no-obsolete -locations none -extensions cpp,h,inl -I ${CMAKE_SOURCE_DIR}
    ${CMAKE_SOURCE_DIR}/core ${CMAKE_SOURCE_DIR}/ui ${CMAKE_SOURCE_DIR}/app)

# The compiled translations travel inside the program, at :/i18n/songhe_LANGUAGE.qm
function(songhe_add_translations target)
    qt_add_lrelease(${target} TS_FILES ${SONGHE_TS_FILES} QM_FILES_OUTPUT_VARIABLE qm_files)
    qt_add_resources(${target} "i18n" PREFIX "/i18n" BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qm_files})
endfunction()

find_package(Python3 COMPONENTS Interpreter QUIET)
add_custom_target(translations
    COMMAND Qt6::lupdate ${SONGHE_LUPDATE_ARGUMENTS} -ts ${SONGHE_TS_FILES}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/translations/merge.py
    COMMENT "Gathering strings into translations/*.ts" VERBATIM)
