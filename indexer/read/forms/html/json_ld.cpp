#include "indexer/read/forms/html/json_ld.h"

#include <simdjson.h>

#include <optional>
#include <utility>

#include "indexer/read/forms/html/markup/html_entities.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t kMostValues = 20'000;

// Raw control characters inside strings as spaces, commas before a closing bracket left out, CDATA
// and comment marks around the script taken off.
std::string mend_json(std::string_view script) {
  const size_t begin = script.find_first_of("{[");
  const size_t end = script.find_last_of("}]");
  // "<![CDATA[" has brackets of its own.
  const size_t cdata = script.find("CDATA[");
  const size_t from =
      cdata != std::string_view::npos && cdata < 64 ? script.find_first_of("{[", cdata + 6) : begin;
  if (from == std::string_view::npos || end == std::string_view::npos || end < from)
    return std::string();
  script = script.substr(from, end - from + 1);
  while (script.ends_with("]]") && script.front() == '{') script.remove_suffix(1);
  if (script.front() == '{' && script.ends_with(']')) script.remove_suffix(1);
  std::string out;
  bool in_string = false;
  for (size_t i = 0; i < script.size(); ++i) {
    const char c = script[i];
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    if (in_string && c == '\\' && i + 1 < script.size()) {
      out += c;
      out += script[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (!in_string && (c == '}' || c == ']')) {
      const size_t last = out.find_last_not_of(' ');
      if (last != std::string::npos && out[last] == ',') out.erase(last);
    }
    out += is_control ? ' ' : c;
  }
  return out;
}

std::string member_text(const object& from, std::string_view key) {
  std::string_view value;
  if (from[key].get(value) != simdjson::SUCCESS) return std::string();
  return clean_line(decode_entities(decode_entities(value)));
}

// Whether @type, a string or a list of them, is of the kind.
template <class IsKind>
bool has_type(const object& thing, IsKind is_kind) {
  element type;
  if (thing["@type"].get(type) != simdjson::SUCCESS) return false;
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) return is_kind(name);
  simdjson::dom::array list;
  if (type.get(list) != simdjson::SUCCESS) return false;
  for (element item : list) {
    if (item.get(name) == simdjson::SUCCESS && is_kind(name)) return true;
  }
  return false;
}

// A newspaper that signs for its reporters.
bool is_organisation(const object& thing) {
  return has_type(thing, [](std::string_view type) { return type.ends_with("Organization"); });
}

// A name as schema.org allows it: "Lê Na", {"name": "Lê Na"}, or a list of those.
std::string name_of(const object& from, std::string_view key) {
  element value;
  if (from[key].get(value) != simdjson::SUCCESS) return std::string();
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    std::string names;
    for (element item : list) {
      object person;
      std::string_view text;
      std::string name;
      if (item.get(person) == simdjson::SUCCESS && !(key == "author" && is_organisation(person)))
        name = member_text(person, "name");
      if (item.get(text) == simdjson::SUCCESS) name = clean_line(decode_entities(text));
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
  }
  object thing;
  if (value.get(thing) == simdjson::SUCCESS)
    return key == "author" && is_organisation(thing) ? std::string() : member_text(thing, "name");
  return member_text(from, key);
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}

Stated article_of(const object& thing) {
  Stated stated;
  stated.title = member_text(thing, "headline");
  if (stated.title.empty()) stated.title = member_text(thing, "name");
  stated.published = member_text(thing, "datePublished");
  if (stated.published.empty()) stated.published = member_text(thing, "dateCreated");
  stated.updated = member_text(thing, "dateModified");
  stated.author = name_of(thing, "author");
  stated.source = name_of(thing, "publisher");
  stated.section = name_of(thing, "articleSection");
  stated.summary = member_text(thing, "description");
  stated.url = member_text(thing, "url");
  object page;
  if (stated.url.empty()) stated.url = member_text(thing, "mainEntityOfPage");
  if (stated.url.empty() && thing["mainEntityOfPage"].get(page) == simdjson::SUCCESS) {
    stated.url = member_text(page, "@id");
  }
  return stated;
}

// The names of a breadcrumb's steps, in order.
std::vector<std::string> steps_of(const object& breadcrumb) {
  std::vector<std::string> steps;
  simdjson::dom::array list;
  if (breadcrumb["itemListElement"].get(list) != simdjson::SUCCESS) return steps;
  for (element item : list) {
    object step, target;
    if (item.get(step) != simdjson::SUCCESS) continue;
    std::string name = member_text(step, "name");
    if (name.empty() && step["item"].get(target) == simdjson::SUCCESS)
      name = member_text(target, "name");
    if (!name.empty()) steps.push_back(std::move(name));
  }
  return steps;
}

struct Found {
  std::optional<Stated> article;
  std::vector<std::string> breadcrumb;
};

void read_thing(const object& thing, Found& found, std::vector<element>& waiting) {
  if (has_type(thing, [](std::string_view type) { return type == "BreadcrumbList"; })) {
    if (found.breadcrumb.empty()) found.breadcrumb = steps_of(thing);
    return;
  }
  if (has_type(thing, [](std::string_view type) {
        return type == "ItemList" || type == "CollectionPage";
      }))
    return;
  if (!found.article && has_type(thing, is_article_type)) found.article = article_of(thing);
  for (auto [key, value] : thing) {
    if (value.is_object() || value.is_array()) waiting.push_back(value);
  }
}

void read_script(std::string_view script, Found& found) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(mend_json(script)).get(root) != simdjson::SUCCESS) return;
  std::vector<element> waiting = {root};
  for (size_t seen = 0; !waiting.empty() && seen < kMostValues; ++seen) {
    const element value = waiting.back();
    waiting.pop_back();
    simdjson::dom::array list;
    object thing;
    if (value.get(list) == simdjson::SUCCESS) {
      for (element item : list) waiting.push_back(item);
    } else if (value.get(thing) == simdjson::SUCCESS) {
      read_thing(thing, found, waiting);
    }
  }
}

}  // namespace

Stated read_json_ld(const std::vector<std::string>& scripts) {
  Found found;
  for (const std::string& script : scripts) read_script(script, found);
  Stated stated = found.article.value_or(Stated());
  // The last step is the article itself, the first the front page.
  std::vector<std::string>& steps = found.breadcrumb;
  if (!steps.empty() && steps.back() == stated.title) steps.pop_back();
  if (stated.section.empty() && steps.size() >= 2) stated.section = steps.back();
  return stated;
}

}  // namespace khobao::read
