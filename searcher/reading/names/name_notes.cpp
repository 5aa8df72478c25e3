#include "searcher/reading/names/name_notes.h"

#include <algorithm>
#include <set>

#include "common/language/say.h"

namespace khobao::reading {
namespace {

using query::PlanNode;

// Of the values of one name.
constexpr size_t kShown = 3;

void add_keys(const PlanNode& node, std::set<std::string>& keys) {
  if (node.type == PlanNode::Type::name) keys.insert(node.value);
  for (const PlanNode& child : node.children) add_keys(child, keys);
}

// The query with the words from `begin` to `end` as a field's value.
std::string as_field(const std::string& query, const NameRead& name, archive::FieldId field) {
  const size_t begin = std::min(name.begin_byte, query.size());
  const size_t end = std::clamp(name.end_byte, begin, query.size());
  return query.substr(0, begin) + std::string(archive::field(field).name) + ":\"" + name.words +
         "\"" + query.substr(end);
}

Message shown(const NameInQuery& name) {
  Message out(std::string(archive::field(name.field).name));
  for (size_t i = 0; i < std::min(name.values.size(), kShown); ++i)
    out += (i == 0 ? " " : "; ") + name.values[i];
  if (name.values.size() > kShown) out = say("{} and {} more", out, name.values.size() - kShown);
  return out;
}

}  // namespace

std::vector<NameInQuery> names_in_query(const std::vector<NameRead>& found, const PlanNode& plan,
                                        const std::string& query) {
  std::set<std::string> keys;
  add_keys(plan, keys);
  std::vector<NameInQuery> names;
  for (const NameRead& name : found) {
    const bool searched = keys.contains(name.key);
    if (!searched && !name.as_words) continue;
    for (const archive::FieldRow& row : archive::kFields) {
      NameInQuery one{.words = name.words,
                      .field = row.id,
                      .values = {},
                      .searched = searched,
                      .query = as_field(query, name, row.id)};
      for (const auto& [field, value] : name.values) {
        if (field == row.id) one.values.push_back(value);
      }
      std::sort(one.values.begin(), one.values.end());
      if (!one.values.empty()) names.push_back(std::move(one));
    }
  }
  return names;
}

std::vector<Message> notes(const std::vector<NameInQuery>& names) {
  std::vector<Message> lines;
  const std::string* words = nullptr;
  for (const NameInQuery& name : names) {
    if (!name.searched) continue;
    if (words != nullptr && *words == name.words) {
      lines.back() = say("{}, or {}", lines.back(), shown(name));
    } else {
      lines.push_back(say("'{}' is read as the name of {}", name.words, shown(name)));
    }
    words = &name.words;
  }
  for (Message& line : lines) line = say("{} (--literal or --match all: as words)", line);
  return lines;
}

std::vector<Suggestion> offers(const std::vector<NameInQuery>& names) {
  std::vector<Suggestion> queries;
  for (const NameInQuery& name : names) {
    const bool other =
        name.field == archive::FieldId::person || name.field == archive::FieldId::place;
    if (!name.searched && other && queries.size() < kMostOffers)
      queries.push_back({.query = name.query});
  }
  return queries;
}

}  // namespace khobao::reading
