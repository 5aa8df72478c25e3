#!/usr/bin/env bash
# What facets cost.
#
# usage: facets.sh [--facets LIST] [--count N] [--queries DIR]
#                  [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints for plain.tsv and short.tsv of DIR (default ../shared/qrels/knownitem) median, p99 and mean
# of the searcher's own took_ms without and with --facets LIST (default org,date), alternating query
# by query, the difference and ratio of the medians, and the median of the ratios pair by pair.
# Then, over all dated articles, the bare search and the search with facets, and facets over the
# whole archive without a filter.
# A facet that the searcher doesn't know is named and left out. --count N takes the first N queries.
# Needs python3, zstd for .zst.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

facets=org,date count=500 queries=$shared/qrels/knownitem
while (($#)); do
  case $1 in
    --facets) value "$@" && facets=$2 && shift 2 ;;
    --count) value "$@" && count=$2 && shift 2 ;;
    --queries) value "$@" && queries=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
have_ours
search="'$bin/searcher' --db '$prepared/ours' --limit 10 --format json"

known=
for facet in ${facets//,/ }; do
  status=0
  "$bin/searcher" --db "$prepared/ours" --limit 1 --facets "$facet" >/dev/null 2>&1 || status=$?
  if ((status <= 1)); then
    known+=${known:+,}$facet
  elif ((status == 2)); then
    echo "not supported by this searcher, left out: --facets $facet"
  else
    fail "the searcher ended with $status on --facets $facet"
  fi
done
[[ -n $known ]] || fail "this searcher knows none of --facets $facets"

machine
for name in plain short; do
  [[ -r $queries/$name.tsv ]] || { echo "no $name.tsv in $queries, skipped" && continue; }
  echo "$name.tsv:"
  python3 "$here/latency.py" --took --queries "$queries/$name.tsv" --count "$count" \
    --run bare "$search --" --run "--facets $known" "$search --facets $known --"
done

# Twenty turns without a query; where the query goes, the last argument ends the date range.
echo "all dated articles, and the whole archive:"
whole=$prepared/whole.tsv
for turn in {1..20}; do printf '%s\t%s\n' "$turn" --to=2100; done >"$whole"
python3 "$here/latency.py" --took --queries "$whole" \
  --run bare "$search --from 1900" --run "--facets $known" "$search --from 1900 --facets $known"
for turn in {1..20}; do printf '%s\t%s\n' "$turn" --offset=0; done >"$whole"
python3 "$here/latency.py" --took --queries "$whole" \
  --run "whole archive, --facets $known" "$search --facets $known"
