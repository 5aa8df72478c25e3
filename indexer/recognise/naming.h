#pragma once
/// What is recognised in articles, and by which names of the user's own.
#include <optional>
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "common/base/result.h"
#include "common/names/user_names.h"
#include "indexer/recognise/recogniser.h"

namespace khobao::recognise {

/// Replaces the organisations and documents of an article by those that its text names.
void name_article(Recogniser& recogniser, archive::Article& article);

/// The names in a file (--names FILE); none where `path` is "".
Result<std::vector<names::UserName>> read_names_file(const std::string& path);

/// The names of a build: those of `file`, of which the database folder keeps a copy from then on;
/// with "" none any more; where no file is named, those remembered. Call it with the writer lock
/// held.
Result<std::vector<names::UserName>> remember_names(const std::string& db,
                                                    const std::optional<std::string>& file);

/// The names that the database folder remembers; index_corrupt where they are not what was written.
Result<std::vector<names::UserName>> remembered_names_of(const std::string& db);

}  // namespace khobao::recognise
