#!/usr/bin/env bash
# Installs what is needed, builds the release preset and runs every test. Safe to run again.
#   tests/run.sh [CTEST-OPTION]...     as in: tests/run.sh -L unit
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tests/support/install_packages.sh
. tests/support/install_packages.sh

install_packages
run cmake --preset release
run cmake --build --preset release
run ctest --preset release --parallel "$(nproc)" "$@"
