#!/usr/bin/env bash
# Known-item relevance: articles sought by their own headlines, titles stripped from the index.
#
# usage: relevance.sh [--queries DIR] [--depth N] [--corpus FILE] [--bin DIR] [--work DIR]
#                     [-- OPTION...]
#
# Prints for every NAME.tsv (id<TAB>query a line) in DIR (default ../shared/qrels/knownitem):
# queries, MRR@10, P@1, recall@10, seconds of the batch. Right answers stand in qrels_NAME.txt, else
# qrels.txt (TREC form); a set with answers of its own gets plain.tsv on the same queries beside it.
# --depth N asks for N hits (500 is the candidate depth) and prints recall@N too.
# Options after -- go to the searcher, to compare settings.
# Needs python3, zstd for .zst. Keeps the runs in the work folder as NAME.run.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

queries=$shared/qrels/knownitem depth=10 extra=()
while (($#)); do
  case $1 in
    --queries) value "$@" && queries=$2 && shift 2 ;;
    --depth) value "$@" && depth=$2 && shift 2 ;;
    --) shift && extra=("$@") && break ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
compgen -G "$queries/*.tsv" >/dev/null ||
  fail "no .tsv query files in '$queries'" "name the folder with --queries DIR"
index=$prepared/ours-notitle
if [[ ! -e $index/current || $bin/indexer -nt $index/current ]]; then
  make_input notitle.jsonl notitle
  "$bin/indexer" rebuild --quiet --db "$index" - <"$prepared/notitle.jsonl" || [[ $? == 1 ]]
fi

# run NAME: answers NAME.tsv into NAME.run, once; $seconds is the batch's wall time.
declare -A seconds
run() {
  [[ -z ${seconds[$1]-} ]] || return 0
  local start=$EPOCHREALTIME
  "$bin/searcher" --db "$index" --batch "$queries/$1.tsv" --format trec --limit "$depth" \
    ${extra[@]+"${extra[@]}"} >"$prepared/$1.run" || [[ $? == 1 ]]
  seconds[$1]=$(((${EPOCHREALTIME/./} - ${start/./}) / 1000))
}

# row LABEL NAME QRELS
row() {
  run "$2"
  local figures
  IFS=$'\t' read -r -a figures < <(python3 "$here/score.py" "$3" "$prepared/$2.run" "$depth")
  printf '%-34s %7s %7s %7s %7s %9s %7d.%01d\n' "$1" "${figures[@]}" \
    $((seconds[$2] / 1000)) $((seconds[$2] % 1000 / 100))
}

machine
printf '%-34s %7s %7s %7s %7s %9s %9s\n' queries number MRR@10 P@1 R@10 "R@$depth" 'batch s'
for file in "$queries"/*.tsv; do
  name=$(basename "$file" .tsv)
  if [[ -e $queries/qrels_$name.txt ]]; then
    row "$name" "$name" "$queries/qrels_$name.txt"
    [[ ! -e $queries/plain.tsv ]] ||
      row "  plain, queries of $name" plain "$queries/qrels_$name.txt"
  else
    row "$name" "$name" "$queries/qrels.txt"
  fi
done
