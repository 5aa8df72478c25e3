#!/usr/bin/env bash
# Memory and open files at many times the corpus: neither may grow with the archive.
#
# usage: tenfold.sh [--times N] [--keep] [--corpus FILE] [--bin DIR] [--work DIR]
#
# Streams N copies (default 10) of the corpus with new ids through a pipe into
# `indexer rebuild … -`, and prints beside one copy through the same pipe: wall and CPU seconds,
# peak memory, most open files at once (sampled from /proc/PID/fd), size of the index, seconds and
# size for each copy.
# Making the copies takes a core for part of the time; the CPU column is the indexer's alone.
# --keep leaves the large index in the work folder. Needs python3, zstd for .zst, and room for the
# index and its unmerged segments.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

times=10 keep=0
while (($#)); do
  case $1 in
    --times) value "$@" && times=$2 && shift 2 ;;
    --keep) keep=1 && shift ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
results=$prepared/tenfold.jsonl copies=$prepared/ours-copies
rm -f "$results"

# build TIMES
build() {
  rm -rf "$copies"
  corpus_lines | python3 "$here/articles.py" "copies:$1" |
    measure --out "$results" --label "$1" --size-of "$copies" --good 0,1 --open-files -- \
      "$bin/indexer" rebuild --quiet --db "$copies" -
}

machine
build 1
build "$times"
"$bin/indexer" status --db "$copies" --format json | grep -E '"(articles|undated)"' || true
((keep == 1)) || rm -rf "$copies"
python3 - "$results" "$here" <<'PYTHON'
import json
import sys

sys.path.insert(0, sys.argv[2])
from figures import print_table

rows = []
for line in open(sys.argv[1], encoding="utf-8"):
    r = json.loads(line)
    n = int(r["label"])
    rows.append([f"{n} ×", f"{r['wall_s']:.1f}", f"{r['cpu_s']:.1f}", f"{r['peak_mb']:.0f}",
                 r["open_files"], f"{r['size_mb']:.1f}", f"{r['wall_s'] / n:.1f}",
                 f"{r['size_mb'] / n:.1f}"])
print_table(["copies", "wall s", "CPU s", "peak MB", "open files", "size MB", "s/copy", "MB/copy"],
            rows)
PYTHON
