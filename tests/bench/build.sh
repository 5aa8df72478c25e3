#!/usr/bin/env bash
# What a build from nothing costs, and what its optimisation is worth.
#
# usage: build.sh [--levels "-O2 -O3"] [--targets "indexer searcher"] [--articles N] [--queries FILE]
#                 [--corpus FILE] [--work DIR]
#
# For each level: wall and CPU seconds of building the targets in a folder of its own, without ccache; seconds of the
# ten dearest of its libraries and programs (of wall time, edge by edge, so on an idle machine); and, where valgrind is
# there, instructions of indexing the first --articles (default 500) on one thread, of --version, of a count of nothing
# and of a batch of the first 24 queries of FILE (default ../shared/qrels/knownitem/plain.tsv).
# Needs what the build needs, ninja (Debian: ninja-build); valgrind for the instructions.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

levels="-O2 -O3" targets="indexer searcher" articles=500 queries=$shared/qrels/knownitem/plain.tsv
while (($#)); do
  case $1 in
    --levels) value "$@" && levels=$2 && shift 2 ;;
    --targets) value "$@" && targets=$2 && shift 2 ;;
    --articles) value "$@" && articles=$2 && shift 2 ;;
    --queries) value "$@" && queries=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

need ninja ninja-build
need_file "$corpus" "name the articles with --corpus FILE"
need_file "$queries" "name the queries with --queries FILE"
mkdir -p "$work/build"
(corpus_lines || true) 2>/dev/null | head -n "$articles" >"$work/build/articles.jsonl"
head -n 24 "$queries" >"$work/build/queries.tsv"

# instructions LABEL COMMAND...
instructions() {
  local label=$1 status=0
  shift
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" >/dev/null 2>"$work/build/valgrind.log" || status=$?
  ((status < 2)) || fail "status $status of $*"
  printf '  %-28s %14s instructions\n' "$label" "$(sed -n 's/.*refs: *//p' "$work/build/valgrind.log")"
}

for level in $levels; do
  folder=$work/build/level$level
  rm -rf "$folder"
  cmake -S "$project" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=$level -DNDEBUG" \
    -DBUILD_TESTING=OFF >/dev/null
  start=$EPOCHREALTIME
  # shellcheck disable=SC2086
  cpu=$({ TIMEFORMAT='%U %S' && time CCACHE_DISABLE=1 ninja -C "$folder" $targets >/dev/null; } 2>&1 | tail -1)
  wall=$(((${EPOCHREALTIME/./} - ${start/./}) / 1000000))
  printf '%s: %s s wall, %s s CPU\n' "$level" "$wall" "$(awk '{ printf "%.0f", $1 + $2 }' <<<"$cpu")"
  awk -F'\t' 'NR > 1 && match($4, /[a-z_]+\.dir\//) {
      target = substr($4, RSTART, RLENGTH - 5); sum[target] += ($2 - $1) / 1000 }
    END { for (t in sum) printf "  %-28s %8.1f s\n", t, sum[t] }' "$folder/.ninja_log" | sort -k2 -rn | head -10
  command -v valgrind >/dev/null || continue
  rm -rf "$work/build/db"
  instructions "indexing $articles articles" "$folder/bin/indexer" rebuild --quiet --threads 1 --db "$work/build/db" \
    "$work/build/articles.jsonl"
  instructions "--version" "$folder/bin/searcher" --version
  instructions "a count of nothing" "$folder/bin/searcher" --db "$work/build/db" --count -- khongcotrongkholuutru
  instructions "24 queries" "$folder/bin/searcher" --db "$work/build/db" --batch "$work/build/queries.tsv" --format jsonl
done
