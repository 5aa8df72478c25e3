#!/usr/bin/env bash
# Installs what is needed, builds the release preset and runs the tests. Safe to run again.
#   tests/run.sh                       all but those that ctest knows as slow
#   tests/run.sh --all                 these, too
#   tests/run.sh CTEST-OPTION...       as in: tests/run.sh -L unit
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tests/support/install_packages.sh
. tests/support/install_packages.sh

if [ $# -eq 0 ]; then
  set -- --label-exclude slow
elif [ "$1" = --all ]; then
  shift
fi

install_packages
run cmake --preset release
run cmake --build --preset release
run ctest --preset release --parallel "$(nproc)" "$@"
