#pragma once
/// What an article says, as weights that can be compared: its words and pairs of neighbouring words,
/// its names, its day.
///
///   "Khai mạc Đại hội" of 2/7   ->   words  khai .08 · khai mạc .19 · đại hội .15 …
///                                    names  Đảng bộ tỉnh Bình Định .61 …     day  2 July
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/archive/generations/article_streams.h"
#include "searcher/index.h"

namespace khobao::story {

/// Weights by key, ascending, of length 1 together; empty where there is nothing to compare.
using Weights = std::vector<std::pair<uint64_t, double>>;

/// From 0, nothing in common, to 1.
double likeness(const Weights& a, const Weights& b);

struct ArticlePrint {
  Weights words;  ///< a word weighs more the oftener it stands here, and the rarer it is elsewhere
  Weights names;  ///< organisations, people and places, by how rare they are
  int day = 0;    ///< by number (common/text/dates/calendar.h); 0 where it is not known
};

/// Reads prints of one index; remembers how rare words are.
class PrintReader {
 public:
  /// `index` must outlive this object.
  explicit PrintReader(const searcher::Index& index);

  /// Cheapest where docids ascend. Throws Xapian errors.
  ArticlePrint read(Xapian::docid docid);

  /// The words that tell most of the article, most first.
  std::vector<std::string> telling_words(Xapian::docid docid, size_t most);

 private:
  double rarity(uint64_t key, const std::string& first, const std::string& second);
  double rarity_of_name(archive::FieldId field, archive::FacetId id);

  const searcher::Index& index_;
  archive::ArticleStreams streams_;
  double articles_;
  std::unordered_map<uint64_t, double> rarities_;
};

}  // namespace khobao::story
