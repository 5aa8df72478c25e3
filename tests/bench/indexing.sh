#!/usr/bin/env bash
# Indexing time, memory and size: ours beside Omega's scriptindex and SQLite FTS5 on the same texts.
#
# usage: indexing.sh [--rounds N] [--no-omega] [--stemmer LANG]
#                    [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints, for each of N alternating rounds (default 2) ours, Omega, FTS5: wall and CPU seconds, peak
# memory, size of the result, size over text (titles and bodies), and wall and CPU as multiples of
# ours in the same round; then the medians over the rounds. Run it on an idle machine: ours uses all
# cores, and its wall and CPU time suffer most when others use them too.
# Ours reads the corpus as it is (decompression and JSON included). The two others read a dump in a
# form that each reads fast, written beforehand and not timed. Omega indexes as in omega.script,
# and keeps the head of each body; ours and FTS5 keep all of the text.
# --stemmer LANG is Omega's: none (default) suits Vietnamese; english is what scriptindex takes when
# not told otherwise, and indexes the stems beside the words.
# --no-omega leaves out Omega, which takes minutes.
# Needs scriptindex (Debian: xapian-omega), python3 with sqlite3, zstd for .zst. Leaves the three
# indexes in the work folder for the other scripts.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=2 with_omega=1
while (($#)); do
  case $1 in
    --rounds) value "$@" && rounds=$2 && shift 2 ;;
    --stemmer) value "$@" && stemmer=$2 && shift 2 ;;
    --no-omega) with_omega=0 && shift ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
need_fts5
((with_omega == 0)) || need scriptindex xapian-omega
make_input text.bytes size
make_input articles.lines lines
((with_omega == 0)) || make_input omega.dump omega

machine
results=$prepared/indexing.jsonl
rm -f "$results"
for ((round = 1; round <= rounds; round++)); do
  cat "$corpus" "$prepared/articles.lines" >/dev/null
  build_ours "$results"
  ((with_omega == 0)) || build_omega "$results"
  build_fts5 "$results"
done
python3 "$here/indexing_table.py" "$results" "$(cat "$prepared/text.bytes")"
