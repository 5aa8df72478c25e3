#pragma once
/// What a mistyped word was meant to be, by the archive's own words and pairs.
///
///   (quốc) hộii (khóa)   ->   hội, hồi …   likeliest first
///   quochoi              ->   quốc hội     a space was left out
///
/// Built from the statistics of a generation; nothing is prepared beforehand, since the words one
/// slip away are few enough to look each up.
#include <string>
#include <vector>

#include "common/archive/statistics.h"

namespace khobao::reading {

struct Correction {
  std::string text;    ///< one word, or several with spaces between
  double chance = 0;   ///< natural logarithm; beside those of the same word
  uint64_t count = 0;  ///< occurrences in the archive, of several words the rarest pair's

  bool operator==(const Correction&) const = default;
};

/// A word of a query between its neighbours; "" where there are none.
struct TypedWord {
  std::string word, before, behind;
  bool unaccented = false;  ///< the whole query is, so that corrections are wanted without accents
};

class Speller {
 public:
  explicit Speller(const archive::Statistics& statistics) : statistics_(statistics) {}

  /// Words of the archive that are one slip away from `typed`, and what it is with a space in it;
  /// likeliest first, at most kMostCorrections.
  std::vector<Correction> corrections(const TypedWord& typed) const;

  /// Words with the letters of `typed` and other marks that stand between its neighbours where it
  /// never does: báo (hiểm) -> bảo. Likeliest first.
  std::vector<Correction> other_marks(const TypedWord& typed) const;

  /// Occurrences of a word; of one without accents, in any of its forms where `unaccented`.
  uint64_t count(const std::string& word, bool unaccented) const;

 private:
  using Forms = std::vector<std::string>;

  Forms forms(const std::string& word, bool unaccented) const;
  double chance(const std::string& word, const Forms& before, const Forms& behind) const;
  double chance_before(const std::string& word, const Forms& behind) const;
  double chance_behind(const std::string& word, const std::string& before) const;
  uint64_t pair(const std::string& first, const std::string& second) const;
  void add_slips(const TypedWord& typed, std::vector<Correction>& out) const;
  void add_splits(const TypedWord& typed, std::vector<Correction>& out) const;
  static void prefer_apostrophe(std::vector<Correction>& corrections);
  void add_apostrophe(const TypedWord& typed, std::vector<Correction>& out) const;

  const archive::Statistics& statistics_;
};

inline constexpr size_t kMostCorrections = 5;

}  // namespace khobao::reading
