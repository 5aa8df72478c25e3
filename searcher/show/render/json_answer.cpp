#include "searcher/show/render/json_answer.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/show/date_steps.h"

namespace khobao::show {
namespace {

using Json = nlohmann::ordered_json;

Json null_or(const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); }

Json values_json(const archive::FieldRow& field, const archive::Article& article) {
  const std::vector<std::string> values = field.reader(article);
  if (field.answers_list) return Json(values);
  std::string joined;  // such as the agencies of one credit
  for (const std::string& value : values) joined += (joined.empty() ? "" : ", ") + value;
  return null_or(joined);
}

Json snippet_json(const searcher::Snippet& snippet) {
  Json highlights = Json::array();
  size_t byte = 0, chars = 0;
  const auto chars_until = [&](size_t to) {
    chars += text::count_code_points(std::string_view(snippet.text).substr(byte, to - byte));
    byte = to;
    return chars;
  };
  for (const searcher::Span& span : snippet.highlights) {
    const size_t begin = chars_until(span.begin_byte);
    highlights.push_back({begin, chars_until(span.end_byte)});
  }
  return {{"text", snippet.text}, {"highlights", highlights}};
}

Json reposts_json(const std::optional<searcher::HitReposts>& reposts) {
  if (!reposts) return nullptr;
  Json json = {
      {"group", reposts->group}, {"size", reposts->size}, {"first", null_or(reposts->first)}};
  if (reposts->share) json["share"] = *reposts->share;
  return json;
}

// Of a text that its source no longer has.
Json version_json(const archive::Article& article) {
  if (!article.is_kept()) return nullptr;
  return {{"of", article.version_of}, {"gone", article.gone}};
}

Json hit_json(const searcher::Hit& hit, size_t rank) {
  const archive::Article& a = hit.article;
  Json corrected = Json::array();
  for (const archive::Correctable field : a.as_read.corrected)
    corrected.push_back(archive::name_of(field));
  Json json = {{"rank", rank},
               {"id", a.id},
               {"score", hit.score},
               {"match", hit.full ? "full" : "partial"},
               {"title", null_or(a.title)},
               {"display_title", null_or(a.display_title)},
               {"kind", archive::kind_name(a.kind)},
               {"published", null_or(a.published)},
               {"published_from", archive::published_from_name(a.published_from)},
               {"source", null_or(a.source)},
               {"outlet", null_or(a.outlet)},
               {"documents", a.documents},
               {"author", null_or(a.author)},
               {"corrected", corrected}};
  for (const archive::FieldRow& field : archive::kFields) {
    if (!field.answer_key.empty()) json[std::string(field.answer_key)] = values_json(field, a);
  }
  json["version"] = version_json(a);
  json["reposts"] = reposts_json(hit.reposts);
  json["path"] = a.path;
  json["url"] = null_or(a.url);
  json["content_hash"] = hit.content_hash;
  json["snippet"] = snippet_json(hit.snippet);
  if (hit.likeness)
    json["in_common"] = {{"names", hit.likeness->names}, {"words", hit.likeness->words}};
  if (!hit.features.empty()) {
    Json features = Json::object();
    for (const auto& [name, value] : hit.features) features[name] = value;
    json["features"] = features;
  }
  return json;
}

// Ids and paths may hold any bytes; what is not UTF-8 is replaced rather than refused.
std::string dump(const Json& json) {
  return text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

namespace {

// The answer without its hits.
std::string frame_of(const searcher::SearchResponse& response) {
  Json facets = Json::object();
  for (const searcher::Facet& facet : response.facets) {
    Json counts = Json::array();
    for (const searcher::FacetCount& c : facet.counts)
      counts.push_back({{"value", c.value}, {"count", c.count}, {"groups", c.count - c.copies}});
    facets[std::string(archive::field(facet.field).name)] = counts;
  }
  Json details = Json::object();
  for (const searcher::Facet& facet : response.facets) {
    const std::string name(archive::field(facet.field).name);
    if (archive::field(facet.field).kind == archive::FieldKind::date) {
      details[name] = {{"step", null_or(step_name(facet.step))}};
    } else {
      details[name] = {{"more_values", facet.more_values}, {"without", facet.without}};
    }
    if (response.unread > 0) details[name]["exact"] = false;
  }
  Json warnings = Json::array();
  for (const query::Warning& warning : response.warnings) {
    warnings.push_back({{"message", warning.message}, {"at_byte", warning.at_byte}});
  }
  Json suggestions = Json::array();
  for (const reading::Suggestion& suggestion : response.suggestions)
    suggestions.push_back({{"query", suggestion.query}, {"searched", suggestion.searched}});
  Json names = Json::array();
  for (const reading::NameInQuery& name : response.names) {
    names.push_back({{"words", name.words},
                     {"field", archive::field(name.field).name},
                     {"values", name.values},
                     {"searched", name.searched},
                     {"query", name.query}});
  }
  std::vector<Message> notes = response.notes;
  notes.insert(notes.end(), response.hints.begin(), response.hints.end());
  Json json = {{"schema_version", kJsonSchemaVersion},
               {"query", response.query},
               {"interpreted", response.interpreted},
               {"generation", response.generation},
               {"total",
                {{"value", response.total},
                 {"exact", response.unread == 0},
                 {"groups", response.total - response.copies}}},
               {"undated_hidden", response.undated_hidden},
               {"hits", Json::array()},
               {"facets", facets},
               {"facet_details", details},
               {"warnings", warnings},
               {"notes", notes},
               {"suggestions", suggestions},
               {"names", names},
               {"took_ms", response.took_ms}};
  if (response.unread > 0) json["total"]["most"] = response.total + response.unread;
  for (const searcher::MissingShard& missing : response.missing_shards)
    json["missing_shards"].push_back({{"shard", missing.name}, {"reason", missing.why}});
  if (!response.explanation.empty()) {
    json["explanation"] = std::vector<std::string>(response.explanation.begin(),
                                                   response.explanation.end());
  }
  return dump(json);
}

}  // namespace

void render_json(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out) {
  constexpr std::string_view kHits = "\"hits\":[";  // no string holds it: its quotes are escaped
  std::string frame;
  size_t behind = 0;
  if (options.first_hits || options.last_hits) {
    frame = frame_of(response);
    behind = frame.find(kHits) + kHits.size();
  }
  if (options.first_hits) out << std::string_view(frame).substr(0, behind);
  for (size_t i = 0; i < response.hits.size(); ++i) {
    if (i > 0 || !options.first_hits) out << ',';
    out << dump(hit_json(response.hits[i], options.first_rank + i));
  }
  if (options.last_hits) out << std::string_view(frame).substr(behind) << '\n';
}

void render_jsonl(const searcher::SearchResponse& response, const RenderOptions& options,
                  std::ostream& out) {
  for (size_t i = 0; i < response.hits.size(); ++i) {
    Json json = hit_json(response.hits[i], options.first_rank + i);
    if (!options.query_id.empty()) {
      json["query_id"] = options.query_id;
      json["took_ms"] = response.took_ms;
    }
    out << dump(json) << '\n';
  }
}

}  // namespace khobao::show
