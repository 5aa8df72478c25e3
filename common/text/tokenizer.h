#pragma once
/// Cuts a text into tokens; the rules for numbers, dates, document numbers and addresses are in
/// numeric.h, date_expression.h, document_number.h and address.h, those for abbreviations and signs in
/// short_forms.h.
#include <string_view>
#include <vector>

#include "common/text/token.h"
#include "common/text/word_cache.h"

namespace khobao::text {

/// Keeps a cache of the words seen, so one object serves many texts; not for use by two threads at
/// once. Never fails: malformed bytes separate words, and every offset lies inside the text.
class Tokenizer {
 public:
  /// Appends the tokens of `text` to `out`. The first has no gap; a line feed is a paragraph end.
  /// Texts over 4 GiB are not accepted (offsets are 32-bit); callers bound their input far below.
  /// `cue_before`: what the word in front of the text says of a number that begins it.
  void tokenize(std::string_view text, std::vector<Token>& out, DateCue cue_before = DateCue::none);

 private:
  struct Cursor;
  void read_word(Cursor& at, std::vector<Token>& out);
  void read_plain_word(Cursor& at, size_t end, std::vector<Token>& out);
  size_t read_odd_word(const Cursor& at, size_t end, const CachedWord& word, bool marked,
                       std::vector<Token>& out);
  bool stands_before_name(std::string_view text, size_t end);
  const CachedWord& normalised(std::string_view surface);

  WordCache cache_;
};

}  // namespace khobao::text
