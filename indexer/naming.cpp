#include "indexer/naming.h"

#include <filesystem>

#include "common/archive/files.h"

namespace khobao::indexer {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

}  // namespace

void name_article(names::Recogniser& recogniser, archive::Article& article) {
  names::ArticleText text{.title = article.title,
                          .paragraphs = {},
                          .published = article.published,
                          .outlet = article.outlet};
  for (const archive::Paragraph& paragraph : article.paragraphs)
    text.paragraphs.push_back(paragraph.text);
  names::Findings found = recogniser.recognise(text);
  article.organisations.clear();
  article.documents.clear();
  article.document_keys.clear();
  for (names::Organisation& organisation : found.organisations) {
    article.organisations.push_back({std::move(organisation.name), organisation.mentions});
  }
  for (names::Document& document : found.documents) {
    article.documents.push_back(std::move(document.printed));
    article.document_keys.push_back(std::move(document.key));
  }
}

Result<std::vector<names::UserName>> read_names_file(const std::string& path) {
  if (path.empty()) return std::vector<names::UserName>();
  const auto table = archive::read_file(path);
  if (!table) return table.error();
  return names::read_user_names(*table, path);
}

Result<std::vector<names::UserName>> remembered_names_of(const std::string& db) {
  const std::string path = names::remembered_names(db);
  return read_names_file(exists(path) ? path : "");
}

Result<RememberedNames> remember_names(const std::string& db,
                                       const std::optional<std::string>& file) {
  RememberedNames out;
  const std::string path = names::remembered_names(db);
  std::string before;
  if (exists(path)) {
    auto bytes = archive::read_file(path);
    if (!bytes) return bytes.error();
    before = std::move(*bytes);
  }
  if (file && !file->empty()) {
    const auto table = archive::read_file(*file);
    if (!table) return table.error();
    auto names = names::read_user_names(*table, *file);
    if (!names) return names.error();
    out.names = std::move(*names);
    out.changed = *table != before;
    if (auto kept = archive::replace_file(path, *table); !kept) return kept.error();
    return out;
  }
  if (file) {
    out.changed = !before.empty();
    std::error_code failed;
    fs::remove(path, failed);
    if (failed)
      return Error{ErrorCode::input, "cannot remove '" + path + "': " + failed.message(), ""};
    return out;
  }
  auto names = names::read_user_names(before, path);
  if (!names) {
    Error error = names.error();
    error.hint += "; or name another file with --names FILE, or none with --names ''";
    return error;
  }
  out.names = std::move(*names);
  return out;
}

}  // namespace khobao::indexer
