#!/usr/bin/env bash
# What it costs to publish an archive, and to draw candidates from it over the wire.
#
# usage: publishing.sh [--shards 1,4,16] [--delays 0,20] [--words "W…"] [--articles N]
#                      [--corpus FILE] [--bin DIR] [--work DIR]
#
# Of the corpus (with --articles its first N): seconds, CPU seconds, memory and size of the index, and of
# its publication with each number of shards; then of publishing again with one article in a hundred
# added. For each number of shards and delay (ms there and back): the time of 500 candidates that hold any
# of the words, with what they carry, and of ten documents; bytes and turns of one such request.
# Needs xapian-tools; cmake --build build/release --target remote_query.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

shards=1,4,16 delays=0,20 articles=1000000000 words="công ty chứng khoán thị trường"
while (($#)); do
  case $1 in
    --shards) value "$@" && shards=$2 && shift 2 ;;
    --delays) value "$@" && delays=$2 && shift 2 ;;
    --words) value "$@" && words=$2 && shift 2 ;;
    --articles) value "$@" && articles=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
need xapian-tcpsrv xapian-tools
[[ -x $bin/remote_query ]] || fail "no remote_query in '$bin'" \
  "cmake --build build/release --target remote_query"
folder=$prepared/publishing
rm -rf "$folder" && mkdir -p "$folder"

measured() { # LABEL COMMAND...
  local label=$1
  shift
  /usr/bin/time -f "$label: %e s, CPU %U + %S s, %M kB" "$@"
}
megabytes() { du -sbL "$1" | awk '{printf "%.1f MB\n", $1 / 1e6}'; }

(corpus_lines || true) | awk -v most="$articles" 'NR > most { exit } { print }' >"$folder/articles.jsonl"
measured index "$bin/indexer" update -q --db "$folder/db" "$folder/articles.jsonl"
megabytes "$folder/db"
for n in ${shards//,/ }; do
  measured "published, $n shards" "$bin/indexer" publish -q --db "$folder/db" --into "$folder/$n" --shards "$n"
  megabytes "$folder/$n/live/"
  for delay in ${delays//,/ }; do
    echo "$n shards, $delay ms:"
    # shellcheck disable=SC2086
    python3 "$project/tests/remote/loopback.py" --indexer "$bin/indexer" --db "$folder/db" --into "$folder/$n" \
      --shards "$n" --delay-ms "$delay" -- "$bin/remote_query" PORTS -- 500 $words
  done
done
awk 'NR % 100 == 0' "$folder/articles.jsonl" | sed 's/"id": *"/&thêm-/' >"$folder/more.jsonl"
measured "index, updated" "$bin/indexer" update -q --db "$folder/db" "$folder/more.jsonl"
for n in ${shards//,/ }; do
  measured "published again, $n shards" "$bin/indexer" publish --db "$folder/db" --into "$folder/$n"
done
