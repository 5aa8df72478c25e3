#include "indexer/recognise/naming.h"

#include "common/archive/disk/bounded_file.h"
#include "common/archive/disk/files.h"
#include "common/archive/disk/own_checksum.h"
#include "common/language/say.h"

namespace khobao::recognise {
namespace {

constexpr size_t kMostBytes = 64 << 20;  // of a user's table: room for a million names

// A user's table as the database folder keeps it.
std::string kept_table(std::string table) {
  if (!table.empty() && table.back() != '\n') table += '\n';
  return archive::with_checksum(table + "# checksum \n", archive::kBehindInTable);
}

}  // namespace

void name_article(Recogniser& recogniser, archive::Article& article, const ArticleTokens& tokens) {
  names::ArticleText text{.title = article.title,
                          .paragraphs = {},
                          .published = article.published,
                          .outlet = article.outlet,
                          .tokens = tokens};
  for (const archive::Paragraph& paragraph : article.paragraphs)
    text.paragraphs.push_back(paragraph.text);
  names::Findings found = recogniser.recognise(text);
  article.organisations.clear();
  article.documents.clear();
  article.document_keys.clear();
  for (names::Organisation& organisation : found.organisations) {
    article.organisations.push_back({std::move(organisation.name), organisation.mentions,
                                     std::move(organisation.surfaces)});
  }
  article.people.clear();
  for (names::Person& person : found.people) {
    article.people.push_back({std::move(person.name), person.mentions, std::move(person.posts),
                              std::move(person.surfaces)});
  }
  article.places.clear();
  for (names::PlaceNamed& place : found.places) {
    article.places.push_back({std::move(place.name), place.mentions, std::move(place.kind),
                              std::move(place.surfaces)});
  }
  for (names::Document& document : found.documents) {
    article.documents.push_back(std::move(document.printed));
    article.document_keys.push_back(std::move(document.key));
  }
}

Result<std::vector<names::UserName>> read_names_file(const std::string& path) {
  if (path.empty()) return std::vector<names::UserName>();
  const auto table = archive::read_bounded_file(path, kMostBytes);
  if (!table) return table.error();
  return names::read_user_names(*table, path);
}

Result<NameTable> given_names(const std::string& file) {
  if (file.empty()) return NameTable();
  const auto table = archive::read_bounded_file(file, kMostBytes);
  if (!table) return table.error();
  auto names = names::read_user_names(*table, file);
  if (!names) return names.error();
  return NameTable{.names = std::move(*names), .bytes = kept_table(*table)};
}

Result<NameTable> kept_names(const std::string& db, const std::string& path) {
  if (path.empty()) return NameTable();
  auto bytes = archive::read_index_file(path);
  auto table = bytes ? archive::without_checksum(*bytes, archive::kBehindInTable, path) : bytes;
  if (!table) {
    if (table.error().code != ErrorCode::index_corrupt) return table.error();
    return Error{ErrorCode::index_corrupt, table.error().message,
                 say("name the file again with 'indexer update --db {} --names FILE', or none with --names ''", db)};
  }
  auto names = names::read_user_names(*table, path);
  if (!names) return names.error();
  return NameTable{.names = std::move(*names), .bytes = std::move(*bytes)};
}

}  // namespace khobao::recognise
