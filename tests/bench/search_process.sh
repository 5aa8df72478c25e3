#!/usr/bin/env bash
# A whole searcher process beside Xapian's quest, from start to exit, on the same texts.
#
# usage: search_process.sh [--count N] [--rounds N] [--queries FILE]
#                          [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints median, p99 and mean of quest on Omega's index and of the searcher on ours, for the first
# queries of FILE (--count, default 100; default ../shared/qrels/knownitem/plain.tsv), alternating,
# --rounds times over (default 3); the ratio of the medians, and the median of the ratios pair by
# pair (ours over quest's).
# Both as a user would call them: ten hits of the OR of the words, as text. quest prints stored
# samples; the searcher also counts exact totals and makes highlighted snippets.
# Needs quest (Debian: xapian-tools), scriptindex (xapian-omega) unless indexing.sh left an index.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

count=100 rounds=3 queries=$shared/qrels/knownitem/plain.tsv
while (($#)); do
  case $1 in
    --count) value "$@" && count=$2 && shift 2 ;;
    --rounds) value "$@" && rounds=$2 && shift 2 ;;
    --queries) value "$@" && queries=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
need quest xapian-tools
need_file "$queries" "name the queries with --queries FILE"
have_ours
have_omega

machine
python3 "$here/latency.py" --queries "$queries" --count "$count" --rounds "$rounds" \
  --run quest "quest --db='$prepared/omega' --stemmer=none --msize=10" \
  --run searcher "'$bin/searcher' --db '$prepared/ours' --limit 10 --"
