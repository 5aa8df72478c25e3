#pragma once
/// --keep and --in.
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// --keep NAME ID…: adds the articles to the dossier, with --note's text; every one is named by id,
/// path or number in the last answer. One that is no article leaves the dossier as it was.
Result<int> keep_articles(const Index& index, const Options& options, const SearchRequest& request,
                          const cli::Environment& environment);

/// --keep NAME --list: prints the dossier as text, JSON or CSV, and tells which of its articles
/// vanished or changed. Exit 1 where it is empty.
Result<int> list_dossier(const Index& index, const Options& options,
                         const cli::Environment& environment);

/// --list dossier: the names that begin as the words do, each after the number of its articles.
/// Exit 1 where there are none.
Result<int> list_dossiers(const Options& options, const SearchRequest& request,
                          const cli::Environment& environment);

/// --in NAME: leaves the articles of the dossier to the request, and notes what vanished or
/// changed. Does nothing without --in.
Result<void> restrict_to_dossier(const Index& index, const Options& options, SearchRequest& request,
                                 const cli::Environment& environment);

}  // namespace khobao::searcher
