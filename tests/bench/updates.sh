#!/usr/bin/env bash
# What nightly updates cost, over a folder of single text files made from the corpus.
#
# usage: updates.sh [--updates N] [--limit N] [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints: the first build; an update with nothing changed as a ratio to `find -printf '%s %T@\n'`
# over the same tree, alternating; an update with 100 new, 50 changed and 20 deleted files; the time
# of searches while such updates run (nice 10, as at night) as a ratio to before; and after N such
# updates (default 200) the size of the index, its layers and dead articles, against a rebuild.
# --limit N takes the first N articles of the corpus alone. The tree, the changes and the index lie
# under the work folder and are made again each time. Needs python3, zstd for .zst.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

updates=200 limit=0
while (($#)); do
  case $1 in
    --updates) value "$@" && updates=$2 && shift 2 ;;
    --limit) value "$@" && limit=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
rm -rf "$prepared"/updates
mkdir -p "$prepared/updates"
corpus_lines | python3 "$here/updates.py" --bin "$bin" --work "$prepared/updates" \
  --updates "$updates" --limit "$limit" --machine "$(machine)"
