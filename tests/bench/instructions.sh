#!/usr/bin/env bash
# Instructions of each query of a batch (callgrind): of the first one, which opens the index, and median, sum and most
# of the others. Two programs compare only where they were built alike, each on an index of its own version.
#
# usage: instructions.sh SEARCHER DB QUERIES.tsv [searcher options...]
#
# SEARCHER keeps its symbols. A query takes some seconds. Debian: valgrind
set -euo pipefail
(($# >= 3)) || { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
command -v valgrind >/dev/null || { echo "instructions.sh: install valgrind" >&2; exit 1; }
searcher=$1 db=$2 queries=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
valgrind --quiet --tool=callgrind --callgrind-out-file="$work/out" --dump-after='khobao::searcher::search(*' \
  "$searcher" --db "$db" --batch "$queries" --format jsonl --limit 10 "$@" >/dev/null 2>"$work/err" || true
python3 - "$work" <<'P'
import glob, re, statistics, sys
parts = sorted(glob.glob(f"{sys.argv[1]}/out.*"), key=lambda path: int(path.rsplit(".", 1)[1]))
counts = [int(re.search(r"^(?:summary|totals): (\d+)", open(path).read(), re.M).group(1)) / 1e6 for path in parts]
counts = [count for count in counts if count > 1]  # a part of a few instructions ends each search
if len(counts) < 2:
    sys.exit("instructions.sh: fewer than two queries were counted: does the searcher have symbols?")
print(f"million instructions: first query {counts[0]:.1f}, the other {len(counts) - 1}: median "
      f"{statistics.median(counts[1:]):.1f}, sum {sum(counts[1:]):.0f}, most {max(counts[1:]):.1f}")
P
