#pragma once
/// Where sentences and paragraphs end. A full stop ends one where white space and then a capital, a
/// digit or an opening quotation mark follow, unless it belongs to an abbreviation
/// ("TP. Hồ Chí Minh", "GS. Trần", "V. Hugo", "J.K. Rowling": data/abbreviations.txt).
#include <string_view>

#include "common/text/token.h"

namespace khobao::text {

/// Watches words and the characters between them, in order.
class SentenceEnd {
 public:
  void separator(char32_t c) {
    if (c == ' ') {
      space_ = space_ || stop_;
    } else {
      mark(c);
    }
  }
  /// `abbreviation`: what takes_full_stop() says of the word.
  void word(bool abbreviation) { abbreviation_ = abbreviation; }
  /// The gap in front of the word that begins with `first`; forgets what it saw before.
  Gap gap_before(char32_t first);

 private:
  void mark(char32_t c);

  bool stop_ = false;   // . ! ? … seen since the last word
  bool space_ = false;  // white space after that mark
  bool quote_ = false;  // a quotation mark or bracket after that space
  bool line_feed_ = false;
  bool abbreviation_ = false;  // the last word takes a full stop of its own
};

/// True for a word after which a full stop need not end the sentence: an initial ("V"), dotted
/// capitals ("J.K"), an abbreviation of the list. `term` is the normalised form of `surface`.
bool takes_full_stop(std::string_view surface, std::string_view term);

}  // namespace khobao::text
