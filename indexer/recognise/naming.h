#pragma once
/// What is recognised in articles, and by which names of the user's own.
#include <optional>
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "common/base/result.h"
#include "common/names/user_names.h"
#include "indexer/recognise/article_tokens.h"
#include "indexer/recognise/recogniser.h"

namespace khobao::recognise {

/// Replaces the organisations, people, places and documents of an article by those that its text
/// names.
void name_article(Recogniser& recogniser, archive::Article& article, const ArticleTokens& tokens);

/// The names in a file (--names FILE); none where `path` is "".
Result<std::vector<names::UserName>> read_names_file(const std::string& path);

/// A table of the user's own names, and the file in which an archive keeps it.
struct NameTable {
  std::vector<names::UserName> names;
  std::string bytes;  ///< the table with its checksum; "" for none
};

/// What `file` (--names FILE) says; none where it is "".
Result<NameTable> given_names(const std::string& file);

/// What the archive in folder `db` keeps at `path`; none where that is "". index_corrupt, with the
/// way out, where the file is missing or not what was written.
Result<NameTable> kept_names(const std::string& db, const std::string& path);

}  // namespace khobao::recognise
