#pragma once
/// Where sentences and paragraphs end. A full stop ends one where white space and then a capital, a
/// digit or a quotation mark follow, unless it belongs to an abbreviation ("TP. Hồ Chí Minh",
/// "GS. Trần", "V. Hugo": data/abbreviations.txt).
#include <string_view>

#include "common/text/token.h"

namespace khobao::text {

/// Watches words and the characters between them, in order.
class SentenceEnd {
 public:
  void separator(char32_t c);
  void word(std::string_view surface, std::string_view term);
  /// The gap in front of the word that begins with `first`; forgets what it saw before.
  Gap gap_before(char32_t first);

 private:
  bool stop_ = false;         // . ! ? … seen since the last word
  bool space_ = false;        // white space behind that mark
  bool quote_ = false;        // an opening quotation mark or bracket behind that space
  bool line_feed_ = false;
  bool abbreviation_ = false;  // the last word takes a full stop of its own
};

/// True for words behind which "16.12" and "30-6" are dates: ngày, sáng, chiều …
bool is_date_cue(std::string_view term);

}  // namespace khobao::text
