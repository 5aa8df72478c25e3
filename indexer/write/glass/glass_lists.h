#pragma once
/// The lists that are entries of a Xapian database's table of postings: which articles have a term
/// and how often, how long they are, and their values.
///
///   list of a term   key: the term; in later chunks a zero and the first article
///     first chunk    articles, occurrences, first article less 1, then as the others
///     a chunk        "1" for the last one, else "0", last article less the first; how often the first
///                    has it; for each other one the gap less 1, and how often
///   lengths          key: 00 E0, and as above; 0 and 0 for articles and occurrences
///   values of a slot key: 00 D8, the slot, first article
///     a chunk        the first value; for each other one the gap less 1, and the value
///   of a slot        key: 00 D0, the slot; how many values, the least, the greatest where it is
///                    another one
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/streams/varint.h"
#include "common/base/result.h"
#include "indexer/write/glass/glass_table.h"

namespace khobao::write::glass {

/// An article in a list: how often it has the term, or how long it is.
struct ListEntry {
  uint32_t docid = 0;
  uint32_t number = 0;
};

/// Adds lists to a table; keeps what it needs from one to the next.
class ListWriter {
 public:
  explicit ListWriter(TableWriter& table) : table_(table) {}

  /// `entries`: by ascending docid, at least one. `key`: the term as term_key() has it.
  Result<void> add_term(std::string_view key, std::span<const ListEntry> entries);
  /// The same of all articles with their lengths; comes before all terms.
  Result<void> add_lengths(std::span<const ListEntry> lengths);

 private:
  Result<void> add(std::string_view key, bool is_term, uint64_t holders, uint64_t occurrences,
                   std::span<const ListEntry> entries);

  TableWriter& table_;
  std::string key_, chunk_, tag_;
};

/// What holds for all values of one slot.
class ValueBounds {
 public:
  void add(std::string_view value);  ///< not empty
  bool empty() const { return count_ == 0; }
  /// By ascending slot, before all else.
  Result<void> write(unsigned slot, TableWriter& table) const;

 private:
  uint32_t count_ = 0;
  std::string least_, greatest_;
};

/// The values of one slot, packed as they come.
class ValueList {
 public:
  /// By ascending docid; not empty.
  void add(uint32_t docid, std::string_view value);

  /// Writes the chunks that are whole, or all of them, and has them no more. By ascending slot,
  /// after all bounds.
  Result<void> write_whole(unsigned slot, TableWriter& table);
  Result<void> write_all(unsigned slot, TableWriter& table);

 private:
  struct Chunk {
    uint32_t first = 0;
    std::string bytes;
  };

  std::vector<Chunk> chunks_;
  uint32_t last_ = 0;
};

/// A chunk as it stands in a table, read from its first article on.
class ListChunk {
 public:
  /// Nothing where the bytes are none.
  static std::optional<ListChunk> open(std::string_view tag, uint32_t first);
  /// The same of the first chunk of a list.
  static std::optional<ListChunk> open_first(std::string_view tag);

  bool is_last() const { return is_last_; }
  /// How many articles the list has, as its first chunk says: 0 of lengths.
  uint64_t holders() const { return holders_; }
  /// Calls visit(ListEntry) for each, by ascending docid; false where the bytes are not whole, or do not
  /// end with the article that the chunk says.
  template <class Visit>
  bool each(Visit visit) {
    for (;;) {
      uint64_t number = 0, gap = 0;
      if (!archive::take_varint(rest_, number) || number > UINT32_MAX) return false;
      visit(ListEntry{docid_, static_cast<uint32_t>(number)});
      if (rest_.empty()) return docid_ == last_;
      if (!archive::take_varint(rest_, gap) || gap >= last_ - docid_) return false;
      docid_ += static_cast<uint32_t>(gap) + 1;
    }
  }

 private:
  std::string_view rest_;
  uint32_t docid_ = 0, last_ = 0;
  uint64_t holders_ = 0;
  bool is_last_ = false;
};

/// Calls visit(docid, value) for each value of a chunk, by ascending docid; false where the bytes are not
/// whole.
template <class Visit>
bool each_value(std::string_view tag, uint32_t first, Visit visit) {
  uint32_t docid = first;
  for (;;) {
    std::string_view value;
    if (!archive::take_string(tag, value)) return false;
    visit(docid, value);
    if (tag.empty()) return true;
    uint64_t gap = 0;
    if (!archive::take_varint(tag, gap) || gap >= UINT32_MAX - docid) return false;
    docid += static_cast<uint32_t>(gap) + 1;
  }
}

/// What the key of an entry says.
struct EntryKey {
  enum class Kind : unsigned char { other, bounds, values, lengths, term };
  Kind kind = Kind::other;
  uint32_t slot = 0;      ///< of values
  uint32_t first = 0;     ///< article of the chunk; 0 for the first chunk of a list
  std::string_view term = {};  ///< as it stands in the key
};
/// Of kind `other` for what a layer has not, and for what is no key.
EntryKey read_key(std::string_view key);

/// A term as the key of its first chunk.
std::string term_key(std::string_view term);

}  // namespace khobao::write::glass
