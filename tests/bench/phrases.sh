#!/usr/bin/env bash
# Exact phrases of common words, counted exactly: our token streams beside a positional index.
#
# usage: phrases.sh [--phrases FILE] [--rounds N] [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prints, phrase by phrase, median, p99 and mean milliseconds of a whole process that tells how many
# articles hold it: `quest` on Omega's index, which has positions, and `searcher --count` on ours,
# which has none and reads the token streams of the articles that hold every word; then the sizes of
# both indexes. FILE: a phrase a line, without quotation marks (default: six common ones). --rounds
# per phrase (default 9).
# Needs quest (Debian: xapian-tools), scriptindex (xapian-omega) unless indexing.sh left an index.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=9 phrases=
while (($#)); do
  case $1 in
    --phrases) value "$@" && phrases=$2 && shift 2 ;;
    --rounds) value "$@" && rounds=$2 && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
need quest xapian-tools
[[ -z $phrases ]] || need_file "$phrases" "name the phrases with --phrases FILE"
have_ours
have_omega

common_phrases() {
  printf '%s\n' 'công ty' 'đại hội đảng bộ' 'trong khi đó' 'thành phố hồ chí minh' \
    'người dân' 'bộ giáo dục và đào tạo'
}

machine
if [[ $phrases ]]; then cat "$phrases"; else common_phrases; fi | while IFS= read -r phrase; do
  printf '\n"%s"  ours %s articles\n' "$phrase" \
    "$("$bin/searcher" --db "$prepared/ours" --literal --count -- "\"$phrase\"")"
  printf '1\t"%s"\n' "$phrase" >"$prepared/phrase.tsv"
  python3 "$here/latency.py" --queries "$prepared/phrase.tsv" --rounds "$rounds" \
    --run quest "quest --db='$prepared/omega' --stemmer=none --msize=1 --check-at-least=10000000" \
    --run searcher "'$bin/searcher' --db '$prepared/ours' --literal --count --"
done
printf '\n'
du -sm --apparent-size "$prepared/omega" "$prepared/ours"
