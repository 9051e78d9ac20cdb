# The one place for compiler options that hold for every target of ours.
add_library(songhe_options INTERFACE)
target_compile_options(songhe_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual $<$<BOOL:${SONGHE_WERROR}>:-Werror>)
target_compile_definitions(songhe_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS
    QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(songhe_options INTERFACE ${CMAKE_SOURCE_DIR})
if(SONGHE_SANITIZE)
    target_compile_options(songhe_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer
        # GCC 12 under these sees uninitialised values in the standard library itself.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(songhe_options INTERFACE -fsanitize=address,undefined)
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # A unity file is no header, but GCC takes what it includes for one and warns of anonymous namespaces in it.
    target_compile_options(songhe_options INTERFACE -Wno-subobject-linkage)
endif()
