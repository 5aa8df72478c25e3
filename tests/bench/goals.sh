#!/usr/bin/env bash
# How far Kho Báo is from its goals of speed and growth, as ratios to other programs and to itself, in one run.
#
# usage: goals.sh [--articles N] [--queries N] [--rounds N] [--growth 1,4,10] [--known DIR] [--corpus FILE] [--bin DIR]
#                 [--work DIR]
#
# Prints, each with its goal: the wall time of a first index beside SQLite FTS5's, its size beside the text; exact counts of six
# common phrases beside `quest` on an index with positions, median of whole processes; eight searches of common words beside
# `quest -o and`, counted exactly; the 500 headlines of --known (plain.tsv) in one batch beside FTS5, median and p99; the same
# without accents (unaccented.tsv) beside themselves.
# With --growth instead: so many times as many articles, generated from the word pairs of the corpus (growth.py) and indexed
# from a pipe's file: seconds for each thousand, peak memory, and the median of the batch and of the eight searches, beside those
# of the first.
# --articles: the first N of the corpus (default all). Programs and their settings as in peers.sh. All of it takes about ten
# minutes for 35,000 articles, most of it Omega's index; growth to ten times takes half an hour.
# Debian: xapian-omega xapian-tools python3-xapian sqlite3
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

options=() known=$shared/qrels/knownitem
while (($#)); do
  case $1 in
    --known) value "$@" && known=$2 && shift 2 ;;
    --articles | --queries | --rounds | --growth) value "$@" && options+=("$1" "$2") && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
mkdir -p "$work/goals"
machine
LC_ALL=C lscpu | grep 'cache:' || true
python=/usr/bin/python3 # Debian's, which sees the bindings that Debian packages
[[ -x $python ]] || python=python3
exec "$python" "$here/goals.py" --corpus "$corpus" --bin "$(realpath "$bin")" --work "$(realpath "$work/goals")" \
  --known "$known" "${options[@]}"
