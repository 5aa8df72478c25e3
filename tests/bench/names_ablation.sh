#!/usr/bin/env bash
# What each part of the recognition of names is worth: rules alone, the learned model alone, both, and
# each kind of evidence left out in turn.
#
# usage: names_ablation.sh ANNOTATED.jsonl [--bin DIR] [--work DIR] [--folds N|sets] [--judge FILE]
#
# ANNOTATED: as train_names takes them. Learns without a part of the articles and recognises that part
# (--folds; default sets); with --judge, learns from all and recognises the articles of FILE. Prints F1
# of entities and surfaces of each kind, the share of canonical names and F1 of posts. What was found
# stays in DIR/ablation, to be scored otherwise, too. Each line but the first learns its own weights: a
# minute of CPU each with 750 articles.
# Needs DIR/train_names (cmake --build build/release --target train_names).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$here/../../build/release/bin work=${TMPDIR:-/tmp}/khobao-bench folds=sets judge=
if [[ ${1:-} == --help || $# -eq 0 ]]; then
  sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
  exit 0
fi
annotated=$1
shift
while (($#)); do
  case $1 in
    --bin) bin=$2 ;;
    --work) work=$2 ;;
    --folds) folds=$2 ;;
    --judge) judge=$2 ;;
    *) echo "names_ablation.sh: unknown option '$1'" >&2; exit 2 ;;
  esac
  shift 2
done
[[ -x $bin/train_names ]] || {
  echo "names_ablation.sh: no train_names in '$bin'" >&2
  echo "hint: cmake --build build/release --target train_names" >&2
  exit 2
}
mkdir -p "$work/ablation"

# trial NAME OPTION...
trial() {
  local name=$1
  shift
  echo "== $name"
  "$bin/train_names" "$annotated" --folds "$folds" --held-out "$work/ablation/$name.jsonl" \
    ${judge:+--judge "$judge"} "$@" 2>&1 | grep -v '^features'
}

trial rules --by rules
trial model --by model
trial both
for evidence in words casing classes pairs phrases foreign article grammar gazetteers roles; do
  trial "without-$evidence" --without "$evidence"
done
