# shellcheck shell=bash
# What the benchmark scripts share: options, checks, prepared inputs, two indexers.
# Sourced, not run.
#
# Options that every script takes:
#   --corpus FILE  articles as JSON Lines (.jsonl, .jsonl.zst, .jsonl.gz), keys id title date body
#   --bin DIR      folder of the indexer and searcher to measure (default build/release/bin)
#   --work DIR     folder for prepared inputs and indexes, kept for the next script
#                  (default $KHOBAO_BENCH_WORK, else ${TMPDIR:-/tmp}/khobao-bench)
#   -h, --help     the script's own header
# MB is 1,000,000 bytes throughout.

set -euo pipefail
export LC_ALL=C.UTF-8 PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
shared=$(dirname "$project")/shared
corpus=$shared/corpus/baomoi2017.jsonl.zst
bin=$project/build/release/bin
work=${KHOBAO_BENCH_WORK:-${TMPDIR:-/tmp}/khobao-bench}
stemmer=none # Omega's

fail() {
  printf '%s: error: %s\n' "$(basename "$0")" "$1" >&2
  [[ -z ${2-} ]] || printf 'hint: %s\n' "$2" >&2
  exit 2
}

# value OPTION ARGS: fails unless an argument follows the option.
value() { [[ $# -ge 2 ]] || fail "$1 needs a value" "see '$(basename "$0") --help'"; }

# Takes one common option off the arguments; the caller shifts by $taken.
common_option() {
  case $1 in
    -h | --help) sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0" && exit 0 ;;
    --corpus) value "$@" && corpus=$2 ;;
    --bin) value "$@" && bin=$2 ;;
    --work) value "$@" && work=$2 ;;
    *) fail "unknown option '$1'" "see '$(basename "$0") --help'" ;;
  esac
  # shellcheck disable=SC2034
  taken=2
}

# need COMMAND PACKAGE
need() { command -v "$1" >/dev/null || fail "no '$1' on this machine" "apt-get install $2"; }

need_file() { [[ -r $1 ]] || fail "cannot read '$1'" "${2-}"; }

# Checks the inputs, names the folder $prepared and empties it when the corpus is another one.
prepare() {
  need python3 python3
  need_file "$corpus" "name the articles with --corpus FILE"
  [[ -x $bin/indexer && -x $bin/searcher ]] ||
    fail "no indexer and searcher in '$bin'" \
      "cmake --preset release && cmake --build --preset release, or name another with --bin DIR"
  [[ $corpus != *.zst ]] || need zstd zstd
  local name key
  name=$(basename "$corpus")
  key="$(realpath "$corpus") $(stat -c '%s %Y' "$corpus")"
  prepared=$work/${name%%.jsonl*}
  mkdir -p "$prepared"
  if [[ $(cat "$prepared/key" 2>/dev/null) != "$key" ]]; then
    rm -rf "${prepared:?}"/*
    printf '%s\n' "$key" >"$prepared/key"
  fi
}

corpus_lines() {
  case $corpus in
    *.zst) zstd -dcq -- "$corpus" ;;
    *.gz) gzip -dc -- "$corpus" ;;
    *) cat -- "$corpus" ;;
  esac
}

# make_input NAME FORM: $prepared/NAME holds the corpus in that form of articles.py.
make_input() {
  [[ ! -e $prepared/$1 ]] || return 0
  corpus_lines | python3 "$here/articles.py" "$2" >"$prepared/$1.part"
  mv "$prepared/$1.part" "$prepared/$1"
}

# One line on the machine, for the head of every report.
machine() {
  printf '%s · %s cores, %s · load %s · %s\n' "$(date +%F)" "$(nproc)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" "$(cut -d' ' -f1 /proc/loadavg)" \
    "$("$bin/indexer" --version 2>/dev/null | head -1)"
}

measure() { python3 "$here/measure.py" "$@"; }

# The two builds, each measured into the JSON Lines file $1; NAME.done marks a whole one. Their
# inputs must be prepared.
build_ours() {
  rm -rf "$prepared"/ours{,.done}
  measure --out "$1" --label 'Kho Báo' --size-of "$prepared/ours" --good 0,1 -- \
    "$bin/indexer" rebuild --quiet --db "$prepared/ours" "$corpus"
  touch "$prepared/ours.done"
}

build_omega() {
  rm -rf "$prepared"/omega{,.done}
  measure --out "$1" --label "Omega, stemmer $stemmer" --size-of "$prepared/omega" -- \
    scriptindex --overwrite --stemmer="$stemmer" \
    "$prepared/omega" "$here/omega.script" "$prepared/omega.dump"
  echo "$stemmer" >"$prepared/omega.done"
}

# The indexes as another script left them, else built here; ours again when the indexer is newer.
have_ours() {
  [[ -e $prepared/ours.done && ! $bin/indexer -nt $prepared/ours.done ]] || build_ours /dev/null
}

have_omega() {
  need scriptindex xapian-omega
  [[ $(cat "$prepared/omega.done" 2>/dev/null) != "$stemmer" ]] || return 0
  echo 'building the index of Omega first (minutes)…' >&2
  make_input omega.dump omega
  build_omega /dev/null
}
