#pragma once
/// What a user means by a name: the names that the index holds, in any spelling.
///
///   org "ubnd tinh phu tho"   ->   Ủy ban nhân dân tỉnh Phú Thọ
///   org "ủy ban nhân"         ->   every name that begins so
///   place "Hoa Kỳ"            ->   Mỹ
///   place "mỹ hiệp, phù mỹ"   ->   xã Mỹ Hiệp where it lies in huyện Phù Mỹ
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/names/lexicon.h"
#include "common/names/symbols.h"
#include "searcher/filter/comparable_name.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::filter {

/// A name that a value means.
struct MeantName {
  std::string name;
  std::string_view from = {};  ///< only in what was published since that day; "" always
  /// Of a place, only where it lies in one of the first, one of the second …: "xã X, huyện Y".
  std::vector<std::vector<std::string>> within = {};
};

/// One for all names of a request. Not for use by two threads at once.
class NameResolver {
 public:
  /// `index` must outlive this object.
  explicit NameResolver(const searcher::Index& index) : index_(index) {}

  const searcher::Index& index() const { return index_; }

  /// The names in the index that the value means; empty where there are none. A value as facets
  /// print it means that alone.
  std::vector<MeantName> names(const searcher::Filter& filter, bool with_predecessors);

  /// The names nearest to the value, with commas between; "" where none is near. Of a document's
  /// number alone, the documents that have it.
  std::string suggestions(const searcher::Filter& filter);

 private:
  bool has(archive::FieldId field, const std::string& name) const;
  std::string printed_document(const std::string& value) const;
  std::vector<std::string> spelled_like(const searcher::Filter& filter);
  /// From the nearest to the farthest.
  using PartTiers = std::array<std::vector<std::string>, 4>;
  std::vector<std::string> meant_by_parts(const searcher::Filter& filter,
                                          const std::vector<std::string>& wanted);
  std::vector<MeantName> within(const searcher::Filter& filter);
  std::vector<std::string> known_as(const searcher::Filter& filter) const;
  std::vector<std::string> called_by_user(const searcher::Filter& filter,
                                          const std::vector<std::string>& wanted);
  void add_by_parts(archive::FieldId field, std::string_view name,
                    const std::vector<std::string>& wanted, PartTiers& tiers);
  void add_predecessors(const searcher::Filter& filter, std::vector<MeantName>& found);
  void add_related_places(const searcher::Filter& filter, std::vector<MeantName>& found);
  std::vector<std::string> forms_of(const searcher::Filter& filter);
  const names::Lexicon& lexicon();
  std::vector<std::string> documents(const std::string& citation);
  std::vector<std::string> documents_spelled(const std::string& citation) const;

  const searcher::Index& index_;
  ComparableName comparable_;
  names::Symbols symbols_;
  std::unique_ptr<names::Lexicon> lexicon_;  ///< of citations, read when one is first asked for
};

}  // namespace khobao::filter
