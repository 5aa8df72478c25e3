#include "indexer/cli/inspect.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/text/letters/printable.h"

namespace khobao {
namespace {

using archive::Article;
using archive::Role;
using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

void write_json(const Article& article, std::ostream& out) {
  ordered_json organisations = ordered_json::array(), paragraphs = ordered_json::array(),
               captions = ordered_json::array();
  for (const auto& organisation : article.organisations) {
    organisations.push_back({{"name", organisation.name},
                             {"mentions", organisation.mentions},
                             {"surfaces", organisation.surfaces}});
  }
  ordered_json people = ordered_json::array(), places = ordered_json::array();
  for (const auto& person : article.people) {
    people.push_back({{"name", person.name},
                      {"mentions", person.mentions},
                      {"surfaces", person.surfaces},
                      {"posts", person.posts}});
  }
  for (const auto& place : article.places) {
    places.push_back({{"name", place.name},
                      {"mentions", place.mentions},
                      {"surfaces", place.surfaces},
                      {"kind", text_or_null(place.kind)}});
  }
  for (const auto& paragraph : article.paragraphs) {
    paragraphs.push_back(paragraph.text);
    if (paragraph.role == Role::caption) captions.push_back(paragraph.text);
  }
  ordered_json corrected = ordered_json::array();
  for (const archive::Correctable field : article.as_read.corrected)
    corrected.push_back(archive::name_of(field));
  const ordered_json record = {
      {"path", article.path},
      {"id", text_or_null(article.id)},
      {"kind", archive::kind_name(article.kind)},
      {"title", text_or_null(article.title)},
      {"display_title", text_or_null(article.display_title)},
      {"published", text_or_null(article.published)},
      {"published_from", archive::published_from_name(article.published_from)},
      {"year_from_receipt", article.year_from_receipt},
      {"source", text_or_null(article.source)},
      {"outlet", text_or_null(article.outlet)},
      {"credit", text_or_null(article.credit)},
      {"author", text_or_null(article.author)},
      {"corrected", std::move(corrected)},
      {"organisations", std::move(organisations)},
      {"people", std::move(people)},
      {"places", std::move(places)},
      {"documents", article.documents},
      {"paragraphs", std::move(paragraphs)},
      {"captions", std::move(captions)},
      {"furniture", article.furniture}};
  const std::string json = record.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  out << text::printable_json(json) << '\n';
}

void write_field(std::ostream& out, std::string_view name, const std::string& value) {
  out << "  " << name << std::string(name.size() < 15 ? 15 - name.size() : 1, ' ');
  out << (value.empty() ? "-" : text::printable(value)) << '\n';
}

void write_text(const Article& article, std::ostream& out) {
  out << text::printable(article.path) << '\n';
  write_field(out, "id", article.id);
  write_field(out, "kind", std::string(archive::kind_name(article.kind)));
  const bool made = article.title.empty() && !article.display_title.empty();
  write_field(out, "title",
              made ? article.display_title + "  (made from the first sentence)" : article.title);
  const bool from_nowhere = article.published_from == archive::PublishedFrom::none;
  const std::string from =
      from_nowhere ? ""
                   : "  (" + std::string(archive::published_from_name(article.published_from)) +
                         (article.year_from_receipt ? ", its year from the day of receipt)" : ")");
  write_field(out, "published", article.published + from);
  write_field(out, "source", article.source);
  write_field(out, "outlet", article.outlet);
  write_field(out, "credit", article.credit);
  write_field(out, "author", article.author);
  std::string corrected;
  for (const archive::Correctable field : article.as_read.corrected)
    corrected += (corrected.empty() ? "" : ", ") + std::string(archive::name_of(field));
  if (!corrected.empty()) write_field(out, "corrected", corrected);
  for (const auto& organisation : article.organisations) {
    write_field(out, "organisation",
                organisation.name + "  (" + std::to_string(organisation.mentions) + ")");
  }
  for (const auto& person : article.people) {
    std::string posts;
    for (const std::string& post : person.posts) posts += "; " + post;
    write_field(out, "person", person.name + "  (" + std::to_string(person.mentions) + posts + ")");
  }
  for (const auto& place : article.places)
    write_field(out, "place", place.name + "  (" + std::to_string(place.mentions) + ")");
  for (const auto& document : article.documents) write_field(out, "document", document);
  for (const auto& paragraph : article.paragraphs) {
    write_field(out, paragraph.role == Role::caption ? "caption" : "paragraph", paragraph.text);
  }
  for (const auto& line : article.furniture) write_field(out, "furniture", line);
  out << '\n';
}

}  // namespace

void write_inspection(const Article& article, InspectFormat format, std::ostream& out) {
  if (format == InspectFormat::jsonl) {
    write_json(article, out);
  } else {
    write_text(article, out);
  }
}

}  // namespace khobao
