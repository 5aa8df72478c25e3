#!/usr/bin/env bash
# Reading alone: how fast articles are understood on one core, and its share of indexing.
#
# usage: reading.sh [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints, on one core, the corpus uncompressed: seconds and MB/s of text of `indexer inspect`
# (reading, recognition of names and documents as far as the indexer has it, and printing JSON) and
# of `indexer rebuild --threads 1`; and inspect's CPU as a share of rebuild's.
# Needs python3, zstd for .zst, taskset (Debian: util-linux).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

while (($#)); do common_option "$@" && shift "$taken"; done

prepare
need taskset util-linux
make_input text.bytes size
make_input corpus.jsonl plain
results=$prepared/reading.jsonl one_core=$prepared/ours-one-core
rm -rf "$results" "$one_core"

machine
cat "$prepared/corpus.jsonl" >/dev/null
measure --out "$results" --label inspect --good 0,1 -- \
  taskset -c 0 "$bin/indexer" inspect --format jsonl "$prepared/corpus.jsonl"
measure --out "$results" --label 'rebuild --threads 1' --good 0,1 -- \
  taskset -c 0 "$bin/indexer" rebuild --quiet --threads 1 --db "$one_core" "$prepared/corpus.jsonl"
rm -rf "$one_core"
python3 - "$results" "$here" "$(cat "$prepared/text.bytes")" <<'PYTHON'
import json
import sys

sys.path.insert(0, sys.argv[2])
from figures import print_table

text_mb = int(sys.argv[3]) / 1e6
runs = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
print(f"text {text_mb:.1f} MB")
print_table(["one core", "wall s", "CPU s", "MB/s of CPU", "peak MB", "share of CPU"],
            [[r["label"], f"{r['wall_s']:.1f}", f"{r['cpu_s']:.1f}", f"{text_mb / r['cpu_s']:.1f}",
              f"{r['peak_mb']:.0f}", f"{r['cpu_s'] / runs[1]['cpu_s']:.0%}"] for r in runs])
PYTHON
