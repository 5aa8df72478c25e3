#!/usr/bin/env bash
# Fuzzes with libFuzzer and the address and undefined-behaviour sanitizers, one target after another.
#   tests/fuzz/run.sh                            every target, ten minutes each
#   tests/fuzz/run.sh --seconds 60 word97 feeds  these
# Prints a line a target: runs, new inputs, and what was found. Inputs that break a promise are kept in
# build/fuzz/found/TARGET; mended, they go into corpus/TARGET_fuzz, which every build replays.
# Needs clang-14 (Debian: clang-14, libclang-rt-14-dev).
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=600
if [ "${1:-}" = --seconds ]; then
  seconds=$2
  shift 2
fi
if [ $# -eq 0 ]; then
  for source in tests/fuzz/*_fuzz.cpp; do set -- "$@" "$(basename "$source" _fuzz.cpp)"; done
fi
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${@/%/_fuzz}" >/dev/null
status=0
for target in "$@"; do
  found=build/fuzz/found/$target
  mkdir -p "$found/inputs" "tests/fuzz/corpus/${target}_fuzz"
  result=nothing
  build/fuzz/bin/"${target}_fuzz" -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=2048 -timeout=20 \
    -print_final_stats=1 -artifact_prefix="$found/" "$found/inputs" "tests/fuzz/corpus/${target}_fuzz" \
    >"$found/log" 2>&1 || { result="see $found/log"; status=1; }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/log")
  echo "$target: ${runs:-?} runs, $(find "$found/inputs" -type f | wc -l) new inputs, found: $result"
done
exit "$status"
