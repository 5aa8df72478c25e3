#pragma once
/// The fields of a query that filter by a value, resolved to what the index holds.
///
///   org:"ubnd tinh phu tho"   ->   XORGỦy ban nhân dân tỉnh Phú Thọ
///   author:"lan ho"           ->   XAUTLan Hồ
///   date:2020-07              ->   published 20200701..20200731
#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/base/made_once.h"
#include "common/base/message.h"
#include "searcher/filter/name_resolver.h"
#include "searcher/index.h"
#include "searcher/query/ast.h"

namespace khobao::filter {

/// A query's tree once its filters are resolved.
struct ResolvedTree {
  query::Node root;  ///< values that mean nothing are words now, bad dates are left out
  std::vector<query::Warning> warnings;
  std::vector<Message> notes;  ///< what values were resolved to
};

/// What the filters of one query ask for.
class FieldFilters {
 public:
  /// `index` must outlive this object. `with_predecessors`, `today`: as SearchRequest has them.
  FieldFilters(const searcher::Index& index, bool with_predecessors, text::Day today)
      : index_(index), with_predecessors_(with_predecessors), today_(today) {}

  /// Resolves every filter in the tree. Where a value means nothing in this archive, a warning says
  /// so, and the value is looked for as words; a bad date is left out.
  ResolvedTree resolve(query::Node root, NameResolver& names);

  /// A name that the query's words are: the values of fields that it means, and the key under which
  /// the plan knows it.
  void add_name(const std::string& key,
                const std::vector<std::pair<archive::FieldId, std::string>>& values);

  /// The articles that name what the key stands for; none for one that was not added.
  Xapian::Query naming(const std::string& key) const;
  std::shared_ptr<const std::vector<Xapian::docid>> docids_naming(const std::string& key) const;

  /// All that the filters and names ask for.
  std::vector<Xapian::Query> queries() const;

  /// The articles that a filter of the tree asks for; MatchAll for one that was not resolved.
  Xapian::Query query(archive::FieldId field, const std::string& value) const;

  /// The same as docids, ascending; found when they are first asked for. Null for one that was not
  /// resolved, which holds for every article.
  std::shared_ptr<const std::vector<Xapian::docid>> docids(archive::FieldId field,
                                                           const std::string& value) const;

 private:
  using Key = std::pair<archive::FieldId, std::string>;
  struct Asked {
    Xapian::Query query;
    MadeOnce<std::shared_ptr<const std::vector<Xapian::docid>>> docids;
  };

  std::shared_ptr<const std::vector<Xapian::docid>> docids_of(const Asked& asked) const;
  bool resolve_below(query::Node& node, NameResolver& names, ResolvedTree& resolved);
  void resolve_value(query::Node& node, NameResolver& names, ResolvedTree& resolved);

  const searcher::Index& index_;
  bool with_predecessors_;
  text::Day today_;
  std::map<Key, Asked> asked_;
  std::map<std::string, Asked> names_;
};

}  // namespace khobao::filter
