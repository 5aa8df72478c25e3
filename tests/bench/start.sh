#!/usr/bin/env bash
# What a process costs before it answers, as the ratios that are its goals.
#
# usage: start.sh [--rounds N] [--count N] [--queries FILE] [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints medians and their ratio, each pair of programs in turn:
#   searcher --version           to an empty main that links the same libraries      goal 1.3
#   a count of nothing           to searcher --version                               goal 2.0
#   a plain headline             to quest on Omega's index of the same articles      goal 1.0
#   update with nothing changed  to find -type f -printf '%s %T@\n', same files      goal 2.0
# The headlines are the first --count (default 100) of FILE (default ../shared/qrels/knownitem/plain.tsv), ten hits each
# as text: quest prints stored samples, ours also an exact total and snippets. --rounds for the others (default 41).
# Needs quest (Debian: xapian-tools), scriptindex (xapian-omega), g++, readelf (binutils).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=41 count=100 queries=$shared/qrels/knownitem/plain.tsv
while (($#)); do
  case $1 in
    --rounds) value "$@" && rounds=$2 && shift 2 ;;
    --count) value "$@" && count=$2 && shift 2 ;;
    --queries) value "$@" && queries=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
need g++ g++
need readelf binutils
need_file "$queries" "name the queries with --queries FILE"
libraries=$(readelf -d "$bin/searcher" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/-l:\1/p')
# shellcheck disable=SC2086
echo 'int main() {}' | g++ -O2 -x c++ - -o "$prepared/empty" -Wl,--no-as-needed $libraries

machine
echo "readelf: $(wc -w <<<"$libraries") libraries, $(readelf -rW "$bin/searcher" | grep -c R_X86_64) relocations in searcher"
python3 "$here/start.py" --bin "$bin" --rounds "$rounds" --empty "$prepared/empty" --corpus "$corpus" \
  --work "$prepared/start"
if command -v quest >/dev/null && command -v scriptindex >/dev/null; then
  have_ours
  have_omega
  echo "plain headlines:"
  python3 "$here/latency.py" --queries "$queries" --count "$count" \
    --run quest "quest --db='$prepared/omega' --stemmer=none --msize=10" \
    --run searcher "'$bin/searcher' --db '$prepared/ours' --limit 10 --"
else
  echo "plain headlines: left out, no quest or scriptindex (Debian: xapian-tools xapian-omega)"
fi
