#pragma once
/// The fields of a query that filter by a value, resolved to what the index holds.
///
///   org:"ubnd tinh phu tho"   ->   XORGỦy ban nhân dân tỉnh Phú Thọ
///   author:"lan hồ"           ->   XAUTlan AND XAUThồ
///   date:2020-07              ->   published 20200701..20200731
#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "searcher/index.h"
#include "searcher/query/ast.h"

namespace khobao::filter {

class FieldFilters {
 public:
  /// `index` must outlive this object. `with_predecessors`: as SearchRequest has it.
  FieldFilters(const searcher::Index& index, bool with_predecessors)
      : index_(index), with_predecessors_(with_predecessors) {}

  /// Resolves every filter in the tree. Where a value means nothing in this archive, a warning says
  /// so, and the value is looked for as words; a bad date is left out. `notes`: what values were
  /// resolved to.
  void resolve(query::Node& root, std::vector<query::Warning>& warnings,
               std::vector<std::string>& notes);

  /// The articles that a filter of the tree asks for; MatchAll for one that was not resolved.
  Xapian::Query query(archive::FieldId field, const std::string& value) const;

  /// The same as docids, ascending; found when it is first asked for.
  std::shared_ptr<const std::vector<Xapian::docid>> docids(archive::FieldId field,
                                                           const std::string& value) const;

 private:
  using Key = std::pair<archive::FieldId, std::string>;

  /// False where the filter cannot be: `node` is then something else.
  void resolve_value(query::Node& node, std::vector<query::Warning>& warnings,
                     std::vector<std::string>& notes);

  const searcher::Index& index_;
  bool with_predecessors_;
  std::map<Key, Xapian::Query> queries_;
  mutable std::map<Key, std::shared_ptr<const std::vector<Xapian::docid>>> docids_;
};

}  // namespace khobao::filter
