#include "searcher/filter/field_filters.h"

#include "common/archive/fields.h"
#include "common/archive/schema.h"
#include "common/text/letters/fold.h"
#include "common/text/tokenizer.h"
#include "searcher/filter/date_field.h"
#include "searcher/filter/date_query.h"
#include "searcher/filter/filters.h"

namespace khobao::filter {
namespace {

using archive::FieldId;
using archive::FieldKind;
using query::Node;
using Xapian::Query;

// More of a field's words than these are not looked for under one unaccented word.
constexpr size_t kMaxSpellings = 100;

// A word of a field; typed without accents, every word that is so without them.
Query word_query(const Xapian::Database& database, const std::string& prefix,
                 const std::string& word) {
  const std::string exact = archive::prefixed_term(prefix, word);
  if (!text::is_folded(word)) return Query(exact);
  std::vector<std::string> terms;
  for (auto it = database.allterms_begin(prefix);
       it != database.allterms_end(prefix) && terms.size() < kMaxSpellings; ++it) {
    const std::string term = *it;
    if (text::fold(std::string_view(term).substr(prefix.size())) == word) terms.push_back(term);
  }
  if (terms.empty()) terms.push_back(exact);
  return {Query::OP_OR, terms.begin(), terms.end()};
}

Query words_query(const Xapian::Database& database, std::string_view prefix,
                  const std::string& value) {
  std::vector<text::Token> tokens;
  text::Tokenizer().tokenize(value, tokens);
  std::vector<Query> words;
  for (const text::Token& token : tokens) {
    if (token.parts == 0) words.push_back(word_query(database, std::string(prefix), token.term));
  }
  return {Query::OP_AND, words.begin(), words.end()};
}

Query date_field_query(const DateField& date) {
  if (date.undated) return Query(std::string(archive::kUndatedTerm));
  return date_query(date.range);
}

}  // namespace

void FieldFilters::resolve(Node& root, std::vector<query::Warning>& warnings,
                           std::vector<std::string>& notes) {
  if (root.type == Node::Type::filter) resolve_value(root, warnings, notes);
  for (Node& child : root.children) resolve(child, warnings, notes);
}

void FieldFilters::resolve_value(Node& node, std::vector<query::Warning>& warnings,
                                 std::vector<std::string>& notes) {
  const Key key{node.field, node.text};
  if (queries_.contains(key)) return;
  const archive::FieldRow& field = archive::field(node.field);
  if (field.kind == FieldKind::words) {
    queries_[key] = words_query(index_.database(), field.prefix, node.text);
    return;
  }
  if (field.kind == FieldKind::date) {
    const auto date = read_date_field(node.text);
    if (date) {
      queries_[key] = date_field_query(*date);
      return;
    }
    warnings.push_back(
        {date.error().message + " and is left out (" + date.error().hint + ")", node.begin_byte});
    node.type = Node::Type::all;  // without children it holds for every article
    return;
  }
  auto resolved = resolve_filters(index_, {{node.field, node.text, false}}, with_predecessors_);
  if (resolved) {
    queries_[key] = resolved->query;
    notes.insert(notes.end(), resolved->notes.begin(), resolved->notes.end());
    return;
  }
  warnings.push_back(
      {resolved.error().message + "; looked for as words (" + resolved.error().hint + ")",
       node.begin_byte});
  node.type = Node::Type::phrase;
}

Query FieldFilters::query(FieldId field, const std::string& value) const {
  const auto found = queries_.find({field, value});
  return found == queries_.end() ? Query::MatchAll : found->second;
}

std::shared_ptr<const std::vector<Xapian::docid>> FieldFilters::docids(
    FieldId field, const std::string& value) const {
  auto& docids = docids_[{field, value}];
  if (docids) return docids;
  const Xapian::Database& database = index_.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(query(field, value));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> list;
  for (auto it = found.begin(); it != found.end(); ++it) list.push_back(*it);
  docids = std::make_shared<const std::vector<Xapian::docid>>(std::move(list));
  return docids;
}

}  // namespace khobao::filter
