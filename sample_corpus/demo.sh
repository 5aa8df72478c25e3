#!/usr/bin/env bash
# Installs what is needed, builds, indexes the sample articles and searches them twice. Every command
# is printed before it runs. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tests/support/install_packages.sh
. tests/support/install_packages.sh

export LC_ALL=C.UTF-8
install_packages
run cmake --preset release
run cmake --build --preset release --target indexer searcher

db=build/demo-db
programs=build/release/bin
printf '\nIndex the sample articles:\n'
run "$programs/indexer" update --db "$db" sample_corpus/articles
printf '\nSearch, with snippets:\n'
run "$programs/searcher" --db "$db" --limit 5 đại hội đảng bộ
printf '\nCount by date, within a period:\n'
run "$programs/searcher" --db "$db" --limit 3 --facets date --from 2019 --to 2021 '"đại hội"'
printf '\nNow yours: %s/indexer update --db DB FOLDER, then %s/searcher --db DB WORDS\n' "$programs" "$programs"
