#include "indexer/export/export_record.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/text/dates/moment_reader.h"
#include "common/text/letters/printable.h"
#include "indexer/lessons/article_lines.h"
#include "indexer/read/lines/clean.h"

namespace khobao::exporting {
namespace {

using archive::Article;
using Json = nlohmann::ordered_json;

constexpr int kRecordVersion = 1;
constexpr std::string_view kOwnKey = "\"khobao\":";
constexpr std::array kOrigins = {
    archive::PublishedFrom::none, archive::PublishedFrom::line, archive::PublishedFrom::dateline,
    archive::PublishedFrom::meta, archive::PublishedFrom::url,  archive::PublishedFrom::path};

Json null_or_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

template <class Mentions>
Json names_of(const std::vector<Mentions>& mentions) {
  Json names = Json::array();
  for (const Mentions& one : mentions) names.push_back({{"name", one.name}, {"mentions", one.mentions}});
  return names;
}

std::string text_at(const Json& json, const char* key) {
  const auto value = json.find(key);
  return value != json.end() && value->is_string() ? read::clean_line(value->get<std::string>()) : "";
}

std::vector<std::string> texts_at(const Json& json, const char* key) {
  std::vector<std::string> texts;
  const auto values = json.find(key);
  if (values == json.end() || !values->is_array()) return texts;
  for (const Json& value : *values)
    texts.push_back(value.is_string() ? read::clean_line(value.get<std::string>()) : "");
  return texts;
}

bool true_at(const Json& json, const char* key) {
  const auto value = json.find(key);
  return value != json.end() && value->is_boolean() && value->get<bool>();
}

}  // namespace

Article before_corrections(Article article) {
  const archive::AsRead read = std::exchange(article.as_read, {});
  for (const archive::Correctable field : read.corrected) {
    switch (field) {
      case archive::Correctable::title:
        article.title = read.title;
        article.display_title = read.display_title;
        break;
      case archive::Correctable::published:
        article.published = read.published;
        article.published_from = read.published_from;
        article.year_from_receipt = read.year_from_receipt;
        break;
      case archive::Correctable::source:
        article.source = read.source;
        article.outlet = read.outlet;
        article.credit = read.credit;
        break;
      case archive::Correctable::author: article.author = read.author; break;
      case archive::Correctable::organisations: article.organisations = read.organisations; break;
      case archive::Correctable::people: article.people = read.people; break;
      case archive::Correctable::places: article.places = read.places; break;
    }
  }
  return article;
}

std::string export_record(const Article& corrected, const std::string& repost_of) {
  Article article = before_corrections(corrected);
  if (!article.doubted.empty()) {
    article.published = std::exchange(article.doubted, "");
    article.published_from = archive::PublishedFrom::dateline;
  }
  Json text = Json::array();
  std::string roles;
  for (const archive::Paragraph& paragraph : lessons::lines_as_read(article)) {
    text.push_back(paragraph.text);
    roles += paragraph.role == archive::Role::caption ? 'c' : 'b';
  }
  Json own = {{"version", kRecordVersion},
                    {"kind", archive::kind_name(article.kind)},
                    {"display_title", article.display_title},
                    {"published_from", archive::published_from_name(article.published_from)},
                    {"year_from_receipt", article.year_from_receipt},
                    {"outlet", article.outlet},
                    {"credit", article.credit},
                    {"roles", roles},
                    {"furniture", article.furniture}};
  if (article.is_kept()) {
    own["version_of"] = article.version_of;
    own["gone"] = article.gone;
  }
  const Json record = {{"id", article.id},
                       {"url", null_or_text(article.url)},
                       {"title", null_or_text(article.title)},
                       {"published", null_or_text(article.published)},
                       {"source", null_or_text(article.source)},
                       {"author", null_or_text(article.author)},
                       {"section", null_or_text(article.section)},
                       {"text", text},
                       {"organisations", names_of(corrected.organisations)},
                       {"people", names_of(corrected.people)},
                       {"places", names_of(corrected.places)},
                       {"documents", article.documents},
                       {"repost_of", null_or_text(repost_of)},
                       {"path", article.path},
                       {"khobao", own}};
  return text::printable_json(record.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::optional<Article> exported_article(std::string_view record) {
  if (record.find(kOwnKey) == std::string_view::npos) return std::nullopt;
  const Json json = Json::parse(record, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto found = json.find("khobao");
  if (found == json.end() || !found->is_object()) return std::nullopt;
  const Json& own = *found;
  const auto version = own.find("version"), id = json.find("id");
  if (version == own.end() || *version != kRecordVersion || id == json.end() || !id->is_string())
    return std::nullopt;
  Article article;
  article.id = id->get<std::string>();
  if (article.id.empty()) return std::nullopt;
  article.url = text_at(json, "url");
  article.title = text_at(json, "title");
  article.display_title = text_at(own, "display_title");
  article.source = text_at(json, "source");
  article.author = text_at(json, "author");
  article.section = text_at(json, "section");
  article.outlet = text_at(own, "outlet");
  article.credit = text_at(own, "credit");
  if (text_at(own, "kind") == archive::kind_name(archive::Kind::listing))
    article.kind = archive::Kind::listing;
  if (const auto moment = text::read_moment(text_at(json, "published"))) {
    article.published = to_string(*moment);
    const std::string from = text_at(own, "published_from");
    article.published_from = archive::PublishedFrom::meta;
    for (const archive::PublishedFrom origin : kOrigins) {
      if (origin != archive::PublishedFrom::none && from == archive::published_from_name(origin))
        article.published_from = origin;
    }
    article.year_from_receipt = true_at(own, "year_from_receipt");
  }
  const std::string roles = text_at(own, "roles");
  size_t place = 0;
  for (std::string& line : texts_at(json, "text")) {
    const bool caption = place < roles.size() && roles[place] == 'c';
    ++place;
    if (line.empty()) continue;
    article.paragraphs.push_back(
        {.text = std::move(line), .role = caption ? archive::Role::caption : archive::Role::body});
  }
  article.furniture = texts_at(own, "furniture");
  const auto version_of = own.find("version_of");
  const std::string gone = text_at(own, "gone");
  if (version_of != own.end() && version_of->is_string() && text::read_moment(gone)) {
    article.version_of = version_of->get<std::string>();
    article.gone = gone;
    article.path = text_at(json, "path");
  }
  return article;
}

}  // namespace khobao::exporting
