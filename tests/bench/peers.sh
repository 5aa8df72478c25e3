#!/usr/bin/env bash
# Kho Báo beside other full-text programs: Omega and quest, Recoll, SQLite FTS5, Groonga, PostgreSQL, mu, ripgrep.
#
# usage: peers.sh [--articles N] [--queries N] [--known-items N] [--seconds N] [--without NAME]...
#                 [--known DIR] [--topics DIR] [--topics-scorer FILE] [--corpus FILE] [--bin DIR] [--work DIR]
#
# Prepares and asks all of them from this one command, on the same articles and queries, and prints one table: what an
# index costs, ranked queries in one process and as whole processes, exact totals and phrases, an update with nothing
# changed, and relevance; the best of each line in bold, and below it where another is better than ours. Versions,
# settings, caches and load stand with it. Each program has a file in peers/, which tells its settings and why.
# --articles: the first N (default all). --queries: headlines for times (default 100). --known-items: of plain.tsv in
# --known (default 200 of ../shared/qrels/knownitem). --topics: topics.tsv and qrels.txt (default ../shared/topics),
# scored by --topics-scorer (default ../shared/eval/topics.py). --without: khobao, omega, recoll, fts5, groonga,
# postgresql, mu or rg. --seconds: what a program may take for the headlines in one process, and for them as whole
# processes, and a third of what it may take for a ranking (default 30); one that needs more is asked the first of
# them, and the table says so.
# A total counts what each program matches: ours takes neighbouring syllables that the archive knows as one word as one
# word, the others count articles that hold the syllables anywhere.
# A program that is not installed is named and left out. All of it takes a quarter of an hour for 35,000 articles; how
# long each part took goes to standard error.
# Debian: xapian-omega xapian-tools python3-xapian recollcmd python3-recoll sqlite3 groonga-bin postgresql maildir-utils
# ripgrep
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

options=() known=$shared/qrels/knownitem topics=$shared/topics scorer=$shared/eval/topics.py
while (($#)); do
  case $1 in
    --known) value "$@" && known=$2 && shift 2 ;;
    --topics) value "$@" && topics=$2 && shift 2 ;;
    --topics-scorer) value "$@" && scorer=$2 && shift 2 ;;
    --articles | --queries | --known-items | --seconds | --without) value "$@" && options+=("$1" "$2") && shift 2 ;;
    *) common_option "$@" && shift "$taken" ;;
  esac
done

prepare
mkdir -p "$work/peers"
chmod a+rx "$work" "$work/peers" # PostgreSQL's server does not run as root
python=/usr/bin/python3 # Debian's, which sees the bindings that Debian packages
[[ -x $python ]] || python=python3
exec "$python" "$here/peers/compare.py" --corpus "$corpus" --bin "$(realpath "$bin")" --work "$(realpath "$work/peers")" \
  --known "$known" --topics "$topics" --topics-scorer "$scorer" --machine "$(machine)" "${options[@]}"
