#pragma once
/// Postings of words: of common ones from the layers' own lists, of others from the index, and these kept
/// from query to query where there is room, for to unpack one takes Xapian some eighty instructions, a
/// fifth of it from here. A posting takes two bytes as a rule.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "searcher/xapian_types.h"

namespace khobao::match {

/// Of one index, always the same.
class KeptPostings {
 public:
  /// Many queries come: what a word asks for is kept at once, and not the second time.
  void expect_many() { expects_many_ = true; }

  /// Calls `use(docid, count)` for each article that holds the term, `count` times; layer by layer,
  /// ascending in each. Throws Xapian errors.
  template <class Use>
  void for_each(const archive::LayeredIndex& index, const std::string& term, Use use) {
    find_lists(index, term);
    const bool listed = std::all_of(lists_.begin(), lists_.end(),
                                    [](const auto& list) { return list.has_value(); });
    const std::string* const kept = listed ? nullptr : find(index, term);
    if (!kept) return read(index, term, use);
    Reader reader(*kept);
    for (size_t layer = 0; layer < index.layers(); ++layer) {
      Xapian::docid in_layer = 0;
      for (Xapian::docid gap = reader.number(); gap != 0; gap = reader.number()) {
        in_layer += gap;
        use(index.docid_of(layer, in_layer), reader.number());
      }
    }
  }

 private:
  // Numbers below kLarge are a byte; others follow it in four.
  static constexpr unsigned char kLarge = 255;
  class Reader {
   public:
    explicit Reader(const std::string& bytes) : at_(bytes.data()) {}
    uint32_t number() {
      const auto small = static_cast<unsigned char>(*at_++);
      return small < kLarge ? small : large();
    }

   private:
    uint32_t large();
    const char* at_;
  };

  struct Word {
    bool asked = false, no_room = false;
    std::string postings;  // for each layer gap and count in turn, ended by a gap of 0; "" where not kept
  };

  // From the layers' own lists, and from Xapian where there are none.
  template <class Use>
  void read(const archive::LayeredIndex& index, const std::string& term, Use use) const {
    for (size_t layer = 0; layer < index.layers(); ++layer) {
      const auto& list = lists_[layer];
      if (list && index.layers() == 1) {
        list->for_each(use);
      } else if (list) {
        list->for_each([&](Xapian::docid docid, Xapian::termcount count) {
          use(index.docid_of(layer, docid), count);
        });
      } else {
        const Xapian::Database& database = index.layer_database(layer);
        const auto end = database.postlist_end(term);
        for (auto at = database.postlist_begin(term); at != end; ++at)
          use(index.docid_of(layer, *at), at.get_wdf());
      }
    }
  }

  void find_lists(const archive::LayeredIndex& index, const std::string& term);
  // Null where they are to be read from the index.
  const std::string* find(const archive::LayeredIndex& index, const std::string& term);
  static std::string packed(const archive::LayeredIndex& index, const std::string& term);

  std::vector<std::optional<archive::PostingList>> lists_;  // of the word at hand, by layer
  std::unordered_map<std::string, Word> words_;
  size_t kept_bytes_ = 0;
  bool expects_many_ = false;
};

}  // namespace khobao::match
