#include "searcher/show/render/article_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/show/render/hit_facts.h"
#include "searcher/show/render/styled_text.h"

namespace khobao::show {
namespace {

using text::printable;
using Json = nlohmann::ordered_json;

constexpr size_t kFieldNameColumns = 11;
constexpr size_t kWidestText = 100;  // columns; longer lines are hard to read

Json or_null(const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); }

std::vector<std::string> corrected_fields(const archive::Article& article) {
  std::vector<std::string> names;
  for (const archive::Correctable field : article.as_read.corrected)
    names.emplace_back(archive::name_of(field));
  return names;
}

}  // namespace

void render_article(const archive::Article& a, const ArticleOptions& options, std::ostream& out) {
  const Stylist stylist(options.color);
  const size_t columns = std::min(options.columns, kWidestText);
  const auto paragraph = [&](const std::string& text, Style style, const std::string& before = "") {
    std::vector<searcher::Span> spans;
    if (options.color && options.highlighter) spans = options.highlighter(text);
    std::vector<Piece> pieces = stylist.highlighted(text, spans, style);
    if (!before.empty()) pieces.insert(pieces.begin(), {before, Style::dim});
    for (const std::string& line : stylist.wrapped(pieces, columns, SIZE_MAX)) out << line << '\n';
  };
  const auto field = [&](const Message& named, const std::string& value) {
    if (value.empty()) return;
    std::string name = named.in(options.language);
    name.append(kFieldNameColumns - std::min(kFieldNameColumns, text::display_columns(name)), ' ');
    out << stylist.line({{name + printable(value), Style::dim}}) << '\n';
  };
  paragraph(a.display_title.empty() ? a.id : a.display_title, Style::title);
  field(say("id"), a.id);
  field(say("path"), a.path);
  field(say("url"), a.url);
  if (a.is_kept()) {
    const Message kept = say("{}, where it was {}", kept_facts(a), a.version_of);
    field(say("kept"), kept.in(options.language));
  }
  field(say("kind"), a.kind == archive::Kind::listing ? say("listing").in(options.language) : "");
  const Message published(
      a.published, a.published.empty() ? "" : shown_moment(a.published).in(Language::vietnamese));
  field(say("published"), published.in(options.language));
  field(say("outlet"), a.outlet);
  field(say("credit"), a.credit);
  field(say("author"), a.author);
  field(say("section"), a.section);
  std::string corrected;
  for (const std::string& name : corrected_fields(a))
    corrected += (corrected.empty() ? "" : ", ") + name;
  field(say("corrected"), corrected);
  for (const auto& organisation : a.organisations) field(say("names"), organisation.name);
  for (const std::string& document : a.documents) field(say("cites"), document);
  const std::string in_brackets = "[" + say("caption").in(options.language) + "] ";
  for (const archive::Paragraph& p : a.paragraphs) {
    out << '\n';
    paragraph(p.text, Style::plain, p.role == archive::Role::caption ? in_brackets : "");
  }
}

void render_article_json(const archive::Article& a, const std::string& content_hash,
                         std::ostream& out) {
  Json organisations = Json::array(), people = Json::array(), places = Json::array(),
       paragraphs = Json::array(), captions = Json::array();
  for (const auto& one : a.organisations)
    organisations.push_back({{"name", one.name}, {"mentions", one.mentions}});
  for (const auto& one : a.people)
    people.push_back({{"name", one.name}, {"mentions", one.mentions}, {"posts", one.posts}});
  for (const auto& one : a.places)
    places.push_back({{"name", one.name}, {"mentions", one.mentions}, {"kind", or_null(one.kind)}});
  for (const archive::Paragraph& one : a.paragraphs) {
    paragraphs.push_back(one.text);
    if (one.role == archive::Role::caption) captions.push_back(one.text);
  }
  Json json = {{"id", a.id},
               {"path", a.path},
               {"url", or_null(a.url)},
               {"kind", archive::kind_name(a.kind)},
               {"title", or_null(a.title)},
               {"display_title", or_null(a.display_title)},
               {"published", or_null(a.published)},
               {"published_from", archive::published_from_name(a.published_from)},
               {"source", or_null(a.source)},
               {"outlet", or_null(a.outlet)},
               {"credit", or_null(a.credit)},
               {"author", or_null(a.author)},
               {"section", or_null(a.section)},
               {"organisations", organisations},
               {"people", people},
               {"places", places},
               {"documents", a.documents},
               {"corrected", corrected_fields(a)},
               {"paragraphs", paragraphs},
               {"captions", captions},
               {"content_hash", or_null(content_hash)}};
  json["version"] = a.is_kept() ? Json{{"of", a.version_of}, {"gone", a.gone}} : Json(nullptr);
  out << text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

}  // namespace khobao::show
