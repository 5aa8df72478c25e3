#include "indexer/cli/inspect.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "common/text/tokenizer.h"
#include "indexer/recognise/place_ties.h"

namespace khobao {
namespace {

using archive::Article;
using archive::Role;
using recognise::PlaceTie;
using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

std::vector<PlaceTie> ties_of(const Article& article) {
  text::Tokenizer tokenizer;
  names::NameKeys keys;
  return recognise::place_ties(article, recognise::tokenise(tokenizer, article), keys);
}

// What the article ties a place to.
std::vector<std::string> tied(const std::vector<PlaceTie>& ties, PlaceTie::Kind kind,
                              const std::string& place) {
  std::vector<std::string> names;
  for (const PlaceTie& tie : ties) {
    if (tie.kind == kind && tie.from == place) names.push_back(tie.to);
  }
  return names;
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
  const auto ties = ties_of(article);
  for (const auto& place : article.places) {
    places.push_back({{"name", place.name},
                      {"mentions", place.mentions},
                      {"surfaces", place.surfaces},
                      {"kind", text_or_null(place.kind)},
                      {"lies_in", tied(ties, PlaceTie::Kind::lies_in, place.name)},
                      {"became", tied(ties, PlaceTie::Kind::became, place.name)}});
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

Message field_line(const Message& name, const Message& value) {
  constexpr size_t kNameColumns = 15;
  const auto shown = [&](Language language) {
    const std::string& label = name.in(language);
    const std::string& text = value.in(language);
    const size_t columns = text::display_columns(label);
    return "  " + label + std::string(columns < kNameColumns ? kNameColumns - columns : 1, ' ') +
           (text.empty() ? "-" : text::printable(text)) + '\n';
  };
  return {shown(Language::english), shown(Language::vietnamese)};
}

Message published_text(const Article& article) {
  if (article.published_from == archive::PublishedFrom::none) return date_shown(article.published);
  const Message from = translated(archive::published_from_name(article.published_from));
  return date_shown(article.published) +
         (article.year_from_receipt ? say("  ({}, its year from the day of receipt)", from)
                                    : "  (" + from + ")");
}

Message text_of(const Article& article) {
  Message text = text::printable(article.path) + "\n";
  text += field_line(say("id"), article.id);
  text += field_line(say("kind"), translated(archive::kind_name(article.kind)));
  const bool made = article.title.empty() && !article.display_title.empty();
  text += field_line(say("title"),
                     made ? say("{}  (made from the first sentence)", article.display_title)
                          : Message(article.title));
  text += field_line(say("published"), published_text(article));
  text += field_line(say("source"), article.source);
  text += field_line(say("outlet"), article.outlet);
  text += field_line(say("credit"), article.credit);
  text += field_line(say("author"), article.author);
  std::string corrected;
  for (const archive::Correctable field : article.as_read.corrected)
    corrected += (corrected.empty() ? "" : ", ") + std::string(archive::name_of(field));
  if (!corrected.empty()) text += field_line(say("corrected"), corrected);
  for (const auto& organisation : article.organisations) {
    text += field_line(say("organisation"),
                       organisation.name + "  (" + std::to_string(organisation.mentions) + ")");
  }
  for (const auto& person : article.people) {
    std::string posts;
    for (const std::string& post : person.posts) posts += "; " + post;
    text += field_line(say("person"),
                       person.name + "  (" + std::to_string(person.mentions) + posts + ")");
  }
  const auto ties = ties_of(article);
  for (const auto& place : article.places) {
    std::string around;
    for (const std::string& name : tied(ties, PlaceTie::Kind::lies_in, place.name))
      around += "; " + name;
    text += field_line(say("place"),
                       place.name + "  (" + std::to_string(place.mentions) + around + ")");
  }
  for (const auto& document : article.documents) text += field_line(say("document"), document);
  for (const auto& paragraph : article.paragraphs) {
    text += field_line(paragraph.role == Role::caption ? say("caption") : say("paragraph"),
                       paragraph.text);
  }
  for (const auto& line : article.furniture) text += field_line(say("furniture"), line);
  return text + "\n";
}

}  // namespace

void write_inspection(const Article& article, InspectFormat format, std::ostream& out,
                      Language language) {
  if (format == InspectFormat::jsonl) {
    write_json(article, out);
  } else {
    out << text_of(article).in(language);
  }
}

}  // namespace khobao
