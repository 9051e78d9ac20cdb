#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by `./dev fuzz`: fuzz.sh SECONDS AT_ONCE. Every target runs over its kept inputs, then goes on from there. What it
# finds lies under build/fuzz/finds; made small, it is kept in tests/fuzz/corpus with the mend.
set -uo pipefail
seconds=$1 at_once=$2
finds=$PWD/build/fuzz/finds
mkdir -p "$finds"

one() {
    local target=$1 grown=build/fuzz/corpus/$1
    mkdir -p "$grown"
    if "build/fuzz/songhe_fuzz_$target" -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$finds/$target-" "$grown" "tests/fuzz/corpus/$target" \
        >"build/fuzz/$target.log" 2>&1; then
        echo "fuzz $target: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$target.log") inputs, nothing found"
    else
        tail -n 40 "build/fuzz/$target.log"
        echo "fuzz $target: FAILED; the input lies in $finds"
        return 1
    fi
}
export -f one
export seconds finds

basename -a tests/fuzz/corpus/* | xargs -P "$at_once" -I{} bash -c 'one {}'
