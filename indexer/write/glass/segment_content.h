#pragma once
/// The documents of one segment while they are gathered: their terms turned round, from a term to
/// the articles that have it, and their values.
///
/// Xapian keeps such in maps of maps, in which every posting is looked up and allocated; here it is
/// twelve bytes at the end of an array, put in order once, when the segment is written.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/write/glass/glass_lists.h"
#include "indexer/write/glass/glass_version.h"
#include "indexer/write/indexed_document.h"

namespace khobao::write::glass {

class SegmentContent {
 public:
  /// Documents are numbered from 1.
  void add(const IndexedDocument& document);
  uint32_t documents() const { return counts_.documents; }

  /// Writes them as a Xapian database into `folder`, which is made; it need not reach the disk.
  /// Then there are none.
  Result<void> write(const std::string& folder);

 private:
  struct Term {
    uint32_t begin = 0, end = 0;  ///< in bytes_
    uint32_t hash = 0;
    uint32_t postings = 0;
    size_t last = 0;  ///< of them, in postings_
  };
  struct NumberedEntry {
    uint32_t term = 0;
    ListEntry entry;
  };

  std::string_view text_of(const Term& term) const {
    return std::string_view(bytes_).substr(term.begin, term.end - term.begin);
  }
  uint32_t number_of(std::string_view term);
  void grow();
  void clear();
  Result<void> write_terms(ListWriter& lists) const;
  Result<TableRoot> write_table(const std::string& path);

  std::string bytes_;  ///< of all terms
  std::vector<Term> terms_;
  std::vector<uint32_t> slots_;            ///< a hash table: places in terms_, and 1; 0 where empty
  std::vector<NumberedEntry> postings_;    ///< as they came
  std::vector<ListEntry> lengths_;
  struct Values {
    ValueBounds bounds;
    ValueList list;
  };
  std::vector<Values> values_;  ///< by slot
  DatabaseCounts counts_;
};

}  // namespace khobao::write::glass
