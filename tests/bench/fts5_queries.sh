#!/usr/bin/env bash
# A batch of queries with snippets on one core: ours beside SQLite FTS5.
#
# usage: fts5_queries.sh [--queries FILE] [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints median, p99 and mean milliseconds a query, ten hits with snippets, for FILE (default
# ../shared/qrels/knownitem/plain.tsv), and FTS5's as multiples of ours. FTS5: the OR of the words,
# ORDER BY bm25, snippet(). Ours: `searcher --batch FILE --format jsonl`; each query's own time is
# the `took_ms` that its lines carry. Where they carry none, median and p99 are the took_ms of
# `searcher --format json`, one process a query: cold caches and exact totals included, so an upper
# bound. The means of ours, wall and CPU, are always the whole batch's over the number of queries.
# The timed runs find both indexes in the page cache.
# Needs python3 with sqlite3, taskset (Debian: util-linux).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

queries=$shared/qrels/knownitem/plain.tsv
while (($#)); do
  case $1 in
    --queries) value "$@" && queries=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
need_fts5
need taskset util-linux
need_file "$queries" "name the queries with --queries FILE"
have_ours
have_fts5

results=$prepared/batch.measured
batch() {
  rm -f "$results"
  measure --out "$results" --label batch --good 0,1 --stdout "$prepared/batch.jsonl" -- \
    taskset -c 0 "$bin/searcher" --db "$prepared/ours" --limit 10 --batch "$queries" --format jsonl
}
fts5() { taskset -c 0 python3 "$here/fts5.py" query "$prepared/fts5.db" "$1"; }

machine
batch
batch
cat "$prepared/fts5.db" >/dev/null
fts5 <(head -20 "$queries") >/dev/null
fts5 "$queries" >"$prepared/fts5.ms"

if ! head -1 "$prepared/batch.jsonl" | grep -q '"took_ms"'; then
  while IFS=$'\t' read -r _ query; do
    taskset -c 0 "$bin/searcher" --db "$prepared/ours" --limit 10 --format json -- "$query" ||
      [[ $? == 1 ]]
    echo
  done <"$queries" >"$prepared/single.jsonl"
fi
python3 "$here/fts5_table.py" "$prepared" "$(grep -c . "$queries")"
