#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by `./dev lint` once the preset "lint" is configured. Every finding is a failure but for the length of files,
# which is a hint to look for the seam.
set -uo pipefail

jobs=${SONGHE_JOBS:-$(nproc)}
failed=0
build=build/lint

mapfile -t sources < <(find core ui app tests -name '*.cpp' -o -name '*.h' -o -name '*.inl' | grep -v node_modules | sort)

report() {
    if [ "$2" -eq 0 ]; then
        echo "$1: clean"
    else
        echo "$1: NOT clean"
        failed=1
    fi
}

for file in "${sources[@]}"; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 400 ] || echo "hint: $file has $lines lines; look for the seam"
done

clang-format-14 --dry-run -Werror "${sources[@]}"
report clang-format $?

# What moc makes is needed to read the sources; nothing else is built.
mapfile -t made < <(ninja -C "$build" -t targets all | sed -n 's/^\([A-Za-z0-9_-]*_autogen\): phony$/\1/p')
if [ ${#made[@]} -gt 0 ]; then
    nice cmake --build --preset lint --target "${made[@]}" >"$build/autogen.log" 2>&1 || cat "$build/autogen.log"
fi

# The compile database holds unity files: headers are read once for many sources.
mapfile -t units < <(sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' "$build/compile_commands.json" | grep '/Unity/' | sort -u)
mapfile -t product < <(printf '%s\n' "${units[@]}" | grep -v -e '/tests/' -e '_resources_')
mapfile -t tests < <(printf '%s\n' "${units[@]}" | grep '/tests/')

printf '%s\0' "${product[@]}" | nice xargs -0 -P "$jobs" -n 1 clang-tidy-14 --quiet -p "$build" 2>"$build/tidy.log"
tidy=$?
[ $tidy -eq 0 ] || grep -E "rror:" "$build/tidy.log"
report clang-tidy $tidy

# The tests are read by clang too, for its warnings alone: Catch2's macros would drown the rest.
[ ${#tests[@]} -eq 0 ] || printf '%s\0' "${tests[@]}" | nice xargs -0 -P "$jobs" -n 1 clang-tidy-14 --quiet -p "$build" --checks='-*,clang-diagnostic-*,modernize-use-override' 2>>"$build/tidy.log"
report "clang over the tests" $?

# Each file by itself: with our headers before it, cppcheck 2.10 falls over the field tables' templates.
nice cppcheck --quiet --std=c++20 --language=c++ -j "$jobs" --error-exitcode=1 --inline-suppr \
    --enable=warning,performance,portability --suppressions-list=cmake/cppcheck.suppressions \
    --library=qt --template='{file}:{line}: {severity}: {message} [{id}]' \
    '-DQ_DECLARE_TR_FUNCTIONS(x)=' -DQ_OBJECT= -DQ_EMIT= -DQ_SIGNALS=public -DQ_SLOTS= \
    '-DASSIGN_OR_RETURN(name,result)=name=*(result)' '-DRETURN_IF_ERROR(result)=(void)(result)' \
    $(printf '%s\n' "${sources[@]}" | grep -v '^tests/')
report cppcheck $?

exit $failed
