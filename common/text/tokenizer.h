#pragma once
/// Cuts a text into tokens; the rules for numbers, dates, document numbers and addresses are in
/// numeric.h and address.h.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/token.h"

namespace khobao::text {

/// Keeps a cache of the words seen, so one object serves many texts; not for use by two threads at
/// once. Never fails: malformed bytes separate words, and every offset lies inside the text.
class Tokenizer {
 public:
  /// Appends the tokens of `text` to `out`. The first has no gap; a line feed is a paragraph end.
  /// Texts over 4 GiB are not accepted (offsets are 32-bit); callers bound their input far below.
  void tokenize(std::string_view text, std::vector<Token>& out);

 private:
  struct Cursor;
  void read_word(Cursor& at, std::vector<Token>& out);
  void read_digits(Cursor& at, std::vector<Token>& out);
  const std::string& normalised(std::string_view surface);

  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cache_;
};

}  // namespace khobao::text
