#pragma once
/// A way out: everything that an archive holds of its articles, in forms that other programs read.
///
///   DIR/articles.jsonl     one article a line; 'indexer update' reads it back to an equal archive
///   DIR/articles.csv       for spreadsheets and datasette: id, published, title, source …, text
///   DIR/names.csv          id, field, name, mentions
///   DIR/reposts.csv        group (the id of its first article), id
///   DIR/names.tsv, DIR/corrections.jsonl   the user's own, as --names and --corrections take them
#include <iosfwd>
#include <string>

#include "common/base/result.h"

namespace khobao::exporting {

struct ExportReport {
  std::string generation;
  uint64_t articles = 0;
};

/// Writes them into `folder`, which is new or empty; an input error where it holds something. What
/// is read is one generation, while updates go on.
Result<ExportReport> export_archive(const std::string& db, const std::string& folder);

/// The JSON Lines alone.
Result<ExportReport> export_lines(const std::string& db, std::ostream& out);

}  // namespace khobao::exporting
