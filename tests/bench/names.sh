#!/usr/bin/env bash
# Recognition of organisations and documents alone: MB/s on one core, its share of indexing, and
# what its tables cost a program at startup.
#
# usage: names.sh [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints articles, MB of text, CPU seconds and MB/s of recognition (DIR/names_speed, built with
# 'cmake --build build/release --target names_speed'), then the CPU of 'indexer rebuild --threads 1'
# on the same articles and the share of it that recognition takes.
# Needs python3, zstd for .zst, taskset (Debian: util-linux).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

while (($#)); do common_option "$@" && shift "$taken"; done

prepare
need taskset util-linux
[[ -x $bin/names_speed ]] || fail "no names_speed in '$bin'" \
  "cmake --build build/release --target names_speed"
make_input corpus.jsonl plain
results=$prepared/names.jsonl one_core=$prepared/ours-one-core
rm -rf "$results" "$one_core"

machine
cat "$prepared/corpus.jsonl" >/dev/null
taskset -c 0 "$bin/names_speed" "$prepared/corpus.jsonl" | tee "$prepared/names.txt"
measure --out "$results" --label 'rebuild --threads 1' --good 0,1 -- \
  taskset -c 0 "$bin/indexer" rebuild --quiet --threads 1 --db "$one_core" "$prepared/corpus.jsonl"
rm -rf "$one_core"
python3 - "$results" "$prepared/names.txt" <<'PYTHON'
import json
import re
import sys

run = json.loads(open(sys.argv[1], encoding="utf-8").readline())
spent = float(re.search(r"([0-9.]+) s of CPU", open(sys.argv[2], encoding="utf-8").read())[1])
print(f"indexing on one core {run['cpu_s']:.1f} s of CPU, {spent / run['cpu_s']:.0%} of it recognition")
PYTHON
