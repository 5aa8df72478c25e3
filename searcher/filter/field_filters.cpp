#include "searcher/filter/field_filters.h"

#include "common/archive/fields.h"
#include "common/archive/schema.h"
#include "common/language/say.h"
#include "searcher/filter/date_field.h"
#include "searcher/filter/date_query.h"
#include "searcher/filter/filters.h"
#include "searcher/query/leaf_tokens.h"

namespace khobao::filter {
namespace {

using archive::FieldId;
using archive::FieldKind;
using query::Node;
using Xapian::Query;

Query date_field_query(const DateField& date) {
  if (date.undated) return Query(std::string(archive::kUndatedTerm));
  return date_query(date.range);
}

}  // namespace

ResolvedTree FieldFilters::resolve(Node root, NameResolver& names) {
  ResolvedTree resolved{.root = std::move(root), .warnings = {}, .notes = {}};
  if (resolve_below(resolved.root, names, resolved)) query::tokenise(resolved.root);
  return resolved;
}

// True where a value became words.
bool FieldFilters::resolve_below(Node& node, NameResolver& names, ResolvedTree& resolved) {
  bool words = false;
  if (node.type == Node::Type::filter) {
    resolve_value(node, names, resolved);
    words = is_leaf(node);
  }
  for (Node& child : node.children) words |= resolve_below(child, names, resolved);
  return words;
}

// Where the filter cannot be, `node` becomes something else.
void FieldFilters::resolve_value(Node& node, NameResolver& names, ResolvedTree& resolved) {
  const Key key{node.field, node.text};
  if (asked_.contains(key)) return;
  const archive::FieldRow& field = archive::field(node.field);
  if (field.kind == FieldKind::date) {
    const auto date = read_date_field(node.text, today_);
    if (date) {
      if (!date->note.empty()) resolved.notes.push_back(date->note);
      asked_[key].query = date_field_query(*date);
      return;
    }
    resolved.warnings.push_back(
        {say("{} and is left out ({})", date.error().message, date.error().hint), node.begin_byte});
    node.type = Node::Type::all;  // without children it holds for every article
    return;
  }
  const auto found = resolve_filters(names, {{node.field, node.text, false}}, with_predecessors_);
  if (found) {
    asked_[key].query = found->query;
    resolved.notes.insert(resolved.notes.end(), found->notes.begin(), found->notes.end());
    return;
  }
  resolved.warnings.push_back(
      {say("{}; looked for as words ({})", found.error().message, found.error().hint),
       node.begin_byte});
  node.type = Node::Type::phrase;
}

std::vector<Query> FieldFilters::queries() const {
  std::vector<Query> all;
  for (const auto& entry : asked_) all.push_back(entry.second.query);
  for (const auto& entry : names_) all.push_back(entry.second.query);
  return all;
}

Query FieldFilters::query(FieldId field, const std::string& value) const {
  const auto found = asked_.find({field, value});
  return found == asked_.end() ? Query::MatchAll : found->second.query;
}

std::shared_ptr<const std::vector<Xapian::docid>> FieldFilters::docids(
    FieldId field, const std::string& value) const {
  const auto found = asked_.find({field, value});
  if (found == asked_.end()) return nullptr;
  return docids_of(found->second);
}

std::shared_ptr<const std::vector<Xapian::docid>> FieldFilters::docids_of(
    const Asked& asked) const {
  return asked.docids.get([&] {
    const Xapian::Database& database = index_.database();
    Xapian::Enquire enquire(database);
    enquire.set_query(asked.query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet holders = enquire.get_mset(0, database.get_doccount());
    std::vector<Xapian::docid> list;
    for (auto it = holders.begin(); it != holders.end(); ++it) list.push_back(*it);
    return std::make_shared<const std::vector<Xapian::docid>>(std::move(list));
  });
}

void FieldFilters::add_name(const std::string& key,
                            const std::vector<std::pair<FieldId, std::string>>& values) {
  std::vector<Query> terms;
  terms.reserve(values.size());
  for (const auto& [field, name] : values)
    terms.emplace_back(archive::prefixed_term(archive::field(field).prefix, name));
  names_[key].query = Query(Query::OP_OR, terms.begin(), terms.end());
}

Query FieldFilters::naming(const std::string& key) const {
  const auto found = names_.find(key);
  return found == names_.end() ? Query() : found->second.query;
}

std::shared_ptr<const std::vector<Xapian::docid>> FieldFilters::docids_naming(
    const std::string& key) const {
  const auto found = names_.find(key);
  return found == names_.end() ? nullptr : docids_of(found->second);
}

}  // namespace khobao::filter
