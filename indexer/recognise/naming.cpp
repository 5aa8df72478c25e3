#include "indexer/recognise/naming.h"

#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/archive/disk/own_checksum.h"

namespace khobao::recognise {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// A user's table as the database folder keeps it.
std::string kept_table(std::string table) {
  if (!table.empty() && table.back() != '\n') table += '\n';
  return archive::with_checksum(table + "# checksum \n", archive::kBehindInTable);
}

// "" where the database folder keeps none.
Result<std::string> remembered_table(const std::string& db) {
  const std::string path = names::remembered_names(db);
  if (!exists(path)) return std::string();
  auto bytes = archive::read_file(path);
  if (!bytes) return bytes;
  auto table = archive::without_checksum(std::move(*bytes), archive::kBehindInTable, path);
  if (table) return table;
  return Error{table.error().code, table.error().message,
               "name the file again with 'indexer update --db " + db +
                   " --names FILE', or none with --names ''"};
}

}  // namespace

void name_article(Recogniser& recogniser, archive::Article& article) {
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
  const auto table = remembered_table(db);
  if (!table) return table.error();
  return names::read_user_names(*table, names::remembered_names(db));
}

Result<std::vector<names::UserName>> remember_names(const std::string& db,
                                                    const std::optional<std::string>& file) {
  const std::string path = names::remembered_names(db);
  if (file && !file->empty()) {
    const auto table = archive::read_file(*file);
    if (!table) return table.error();
    auto names = names::read_user_names(*table, *file);
    if (!names) return names.error();
    if (auto kept = archive::replace_file(path, kept_table(*table)); !kept) return kept.error();
    return names;
  }
  if (file) {
    std::error_code failed;
    fs::remove(path, failed);
    if (failed)
      return Error{ErrorCode::input, "cannot remove '" + path + "': " + failed.message(), ""};
    return std::vector<names::UserName>();
  }
  return remembered_names_of(db);
}

}  // namespace khobao::recognise
