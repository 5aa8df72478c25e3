#include "tests/support/answer.h"

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

#include "common/text/letters/utf8.h"

namespace khobao::test {
namespace {

using Json = nlohmann::json;

// One object; throws where a key is missing, and at the end where a key was not asked for.
class Object {
 public:
  Object(const Json& json, const std::string& what) : json_(json), what_(what) {
    if (!json.is_object()) throw std::runtime_error(what + " is no object: " + json.dump());
  }
  const Json& operator[](const char* key) {
    const auto found = json_.find(key);
    if (found == json_.end()) throw std::runtime_error(what_ + " lacks '" + key + "'");
    read_.insert(key);
    return *found;
  }
  bool has(const char* key) const { return json_.contains(key); }
  void all_read() const {
    for (const auto& [key, value] : json_.items()) {
      if (!read_.contains(key))
        throw std::runtime_error(what_ + " has the unknown key '" + key + "'");
    }
  }

 private:
  const Json& json_;
  std::string what_;
  std::set<std::string> read_;
};

std::optional<std::string> optional_string(const Json& json) {
  if (json.is_null()) return std::nullopt;
  const auto value = json.get<std::string>();
  if (value.empty()) throw std::runtime_error("an empty string stands where null is meant");
  return value;
}

AnswerHit parse_hit(const Json& json, bool in_batch = false) {
  Object object(json, "a hit");
  AnswerHit hit;
  hit.rank = object["rank"].get<size_t>();
  hit.id = object["id"].get<std::string>();
  hit.score = object["score"].get<double>();
  const auto match = object["match"].get<std::string>();
  if (match != "full" && match != "partial") throw std::runtime_error("match is '" + match + "'");
  hit.full = match == "full";
  hit.title = optional_string(object["title"]);
  hit.display_title = optional_string(object["display_title"]);
  hit.kind = object["kind"].get<std::string>();
  hit.published = optional_string(object["published"]);
  hit.published_from = object["published_from"].get<std::string>();
  hit.corrected = object["corrected"].get<std::vector<std::string>>();
  hit.source = optional_string(object["source"]);
  hit.outlet = optional_string(object["outlet"]);
  hit.credit = optional_string(object["credit"]);
  if (const Json& version = object["version"]; !version.is_null()) {
    Object entry(version, "a hit's version");
    hit.version_of = entry["of"].get<std::string>();
    hit.gone = entry["gone"].get<std::string>();
    entry.all_read();
  }
  if (const Json& reposts = object["reposts"]; !reposts.is_null()) {
    Object entry(reposts, "a hit's reposts");
    hit.reposts = {.group = entry["group"].get<std::string>(),
                   .size = entry["size"].get<size_t>(),
                   .first = optional_string(entry["first"]),
                   .share = entry.has("share") ? entry["share"].get<double>() : 0};
    entry.all_read();
  }
  hit.documents = object["documents"].get<std::vector<std::string>>();
  hit.author = optional_string(object["author"]);
  hit.url = optional_string(object["url"]);
  hit.organisations = object["organisations"].get<std::vector<std::string>>();
  hit.people = object["people"].get<std::vector<std::string>>();
  hit.places = object["places"].get<std::vector<std::string>>();
  hit.section = optional_string(object["section"]);
  hit.path = object["path"].get<std::string>();
  hit.content_hash = object["content_hash"].get<std::string>();
  Object snippet(object["snippet"], "a snippet");
  hit.snippet = snippet["text"].get<std::string>();
  for (const Json& pair : snippet["highlights"]) {
    if (pair.size() != 2) throw std::runtime_error("a highlight is no pair");
    hit.highlights.emplace_back(pair[0].get<size_t>(), pair[1].get<size_t>());
  }
  snippet.all_read();
  if (object.has("in_common")) {
    Object common(object["in_common"], "what a hit has in common");
    hit.common_names = common["names"].get<std::vector<std::string>>();
    hit.common_words = common["words"].get<std::vector<std::string>>();
    common.all_read();
  }
  if (object.has("features")) {
    for (const auto& [name, value] : object["features"].items())
      hit.features[name] = value.get<double>();
  }
  if (in_batch && object.has("query_id")) {
    object["query_id"].get<std::string>();
    object["took_ms"].get<double>();
  }
  object.all_read();
  return hit;
}

}  // namespace

std::string AnswerHit::described() const {
  std::ostringstream out;
  out << id << ' ' << score << (full ? " full " : " partial ") << title.value_or("-") << " | "
      << display_title.value_or("-") << " | " << published.value_or("-") << " | "
      << source.value_or("-") << " | " << outlet.value_or("-") << " | " << author.value_or("-")
      << " | " << url.value_or("-") << " | " << content_hash << " | " << snippet;
  for (const auto& [begin, end] : highlights) out << " [" << begin << ',' << end << ']';
  return out.str();
}

std::vector<std::string> AnswerHit::highlighted() const {
  const std::u32string text = text::to_code_points(snippet);
  std::vector<std::string> pieces;
  size_t behind = 0;
  for (const auto& [begin, end] : highlights) {
    if (begin < behind || begin >= end || end > text.size())
      throw std::runtime_error("a highlight is out of order");
    pieces.push_back(text::to_utf8(std::u32string_view(text).substr(begin, end - begin)));
    behind = end;
  }
  return pieces;
}

Answer parse_answer(const std::string& json_text) {
  const Json json = Json::parse(json_text);
  Object object(json, "the answer");
  Answer answer;
  if (object["schema_version"].get<int>() != 1) throw std::runtime_error("another schema_version");
  answer.query = object["query"].get<std::string>();
  answer.interpreted = object["interpreted"].get<std::string>();
  answer.generation = object["generation"].get<std::string>();
  Object total(object["total"], "total");
  answer.total = total["value"].get<uint64_t>();
  answer.exact = total["exact"].get<bool>();
  answer.groups = total["groups"].get<uint64_t>();
  total.all_read();
  answer.undated_hidden = object["undated_hidden"].get<uint64_t>();
  for (const Json& hit : object["hits"]) answer.hits.push_back(parse_hit(hit));
  for (const auto& [name, counts] : object["facets"].items()) {
    FacetCounts& facet = answer.facets[name];
    for (const Json& count : counts) {
      Object entry(count, "a facet count");
      facet.emplace_back(entry["value"].get<std::string>(), entry["count"].get<uint64_t>());
      answer.facet_groups[name].push_back(entry["groups"].get<uint64_t>());
      entry.all_read();
    }
  }
  for (const auto& [name, details] : object["facet_details"].items()) {
    if (!answer.facets.contains(name)) throw std::runtime_error("details of no facet: " + name);
    Object entry(details, "a facet's details");
    FacetDetails& facet = answer.facet_details[name];
    if (name == "date") {
      facet.step = optional_string(entry["step"]);
    } else {
      facet.more_values = entry["more_values"].get<uint64_t>();
      facet.without = entry["without"].get<uint64_t>();
    }
    entry.all_read();
  }
  for (const Json& warning : object["warnings"]) {
    Object entry(warning, "a warning");
    answer.warnings.push_back(
        {entry["message"].get<std::string>(), entry["at_byte"].get<size_t>()});
    entry.all_read();
  }
  answer.notes = object["notes"].get<std::vector<std::string>>();
  for (const Json& suggestion : object["suggestions"]) {
    Object entry(suggestion, "a suggestion");
    answer.suggestions.emplace_back(entry["query"].get<std::string>(),
                                    entry["searched"].get<bool>());
    entry.all_read();
  }
  for (const Json& name : object["names"]) {
    Object entry(name, "a name");
    answer.names.push_back({.words = entry["words"].get<std::string>(),
                            .field = entry["field"].get<std::string>(),
                            .query = entry["query"].get<std::string>(),
                            .values = entry["values"].get<std::vector<std::string>>(),
                            .searched = entry["searched"].get<bool>()});
    entry.all_read();
  }
  if (object["took_ms"].get<double>() < 0) throw std::runtime_error("took_ms is negative");
  if (object.has("explanation"))
    answer.explanation = object["explanation"].get<std::vector<std::string>>();
  object.all_read();
  return answer;
}

std::vector<AnswerHit> parse_hit_lines(const std::string& json_lines) {
  std::vector<AnswerHit> hits;
  std::istringstream lines(json_lines);
  for (std::string line; std::getline(lines, line);)
    hits.push_back(parse_hit(Json::parse(line), true));
  return hits;
}

std::string listed(const std::vector<std::string>& strings) {
  std::string out;
  for (const std::string& s : strings) out += (out.empty() ? "" : " ") + s;
  return out;
}

std::vector<std::string> ids_of(const std::vector<AnswerHit>& hits, bool full_only) {
  std::vector<std::string> ids;
  for (const AnswerHit& hit : hits) {
    if (hit.full || !full_only) ids.push_back(hit.id);
  }
  return ids;
}

}  // namespace khobao::test
