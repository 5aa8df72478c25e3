#pragma once
/// Which places and countries an article is about, to tell whose "UBND tỉnh" it speaks of.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/names/lexicon.h"

namespace khobao::recognise {

class PlaceContext {
 public:
  /// `published`: YYYY-MM-DD…; since kMergerDate provinces are those they were merged into.
  PlaceContext(const names::Lexicon& lexicon, std::string_view published);

  /// Counts the places of a paragraph; 0 is the title. In reading order.
  void read(const names::Paragraph& paragraph, size_t number);

  struct Answer {
    int level = -1;
    std::string place;  ///< "" where the article does not tell
  };
  /// The place of a body of `level` ("tỉnh") named without one at a word of a paragraph. With
  /// `level` -1 any province or city of the central government.
  Answer place_of(int level, size_t paragraph, size_t word) const;

  /// The one foreign country the article is about, -1 where it speaks of Việt Nam or of several.
  int foreign_country() const;
  bool mentions_vietnam() const { return vietnam_ > 0 || !provinces_.empty(); }

 private:
  struct Seen {
    size_t paragraph = 0, word = 0;
    int level = -1;
    std::string name;
  };
  Answer province_of(int level, size_t paragraph, size_t word) const;

  const names::Lexicon& lexicon_;
  bool merged_ = false;
  std::map<int, double> provinces_;  ///< weight by place
  std::map<int, int> countries_;
  int vietnam_ = 0;
  std::vector<Seen> seen_;  ///< places below the province, with their level
  std::vector<std::pair<Seen, int>> province_seen_;
};

}  // namespace khobao::recognise
