#include "indexer/recognise/grammar/introduced.h"

#include <unicode/uchar.h>

#include "common/base/row_table.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/utf8.h"

// The symbols of khobao_embed_rows(), see indexer/recognise/CMakeLists.txt.
extern "C" {
extern const char khobao_link_words_begin[], khobao_link_words_end[];
}

namespace khobao::recognise {
namespace {

using text::Token;

constexpr size_t kLeastLetters = 2;
constexpr size_t kMostLetters = 10;
constexpr size_t kMostLinkWords = 3;
constexpr size_t kMostBytesBetween = 3;  // " (" and perhaps a second space

// Whether data/link_words.txt has it.
bool is_link_word(std::string_view word) {
  return RowTable(khobao_link_words_begin, khobao_link_words_end).holds(word);
}

// Capitals and no digit, as many as abbreviations have.
bool is_abbreviation(std::string_view surface) {
  size_t letters = 0;
  for (size_t at = 0; at < surface.size(); ++letters) {
    if (!u_isupper(static_cast<UChar32>(text::next_code_point(surface, at)))) return false;
  }
  return letters >= kLeastLetters && letters <= kMostLetters;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Token>& tokens, std::vector<Introduced>& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void run() {
    for (size_t i = 1; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.begin_byte == 0 || text_[token.begin_byte - 1] != '(') continue;
      if (token.begin_byte - tokens_[i - 1].end_byte > kMostBytesBetween) continue;
      if (ends_bracket(i) && is_abbreviation(surface(token))) {
        name_in_front(i);
      } else if (is_abbreviation(surface(tokens_[i - 1]))) {
        name_behind(i);
      }
    }
  }

 private:
  std::string_view surface(const Token& token) const {
    return text_.substr(token.begin_byte, token.end_byte - token.begin_byte);
  }

  bool ends_bracket(size_t i) const {
    const size_t end = tokens_[i].end_byte;
    return end < text_.size() && (text_[end] == ')' || text_[end] == ',' || text_[end] == ';');
  }

  // Plain words only, with nothing but spaces and dashes between them.
  bool follows(size_t i) const {
    if (tokens_[i].kind != text::TokenKind::word || tokens_[i].parts > 0) return false;
    if (tokens_[i].gap != text::Gap::none) return false;
    for (size_t at = tokens_[i - 1].end_byte; at < tokens_[i].begin_byte; ++at) {
      const char c = text_[at];
      if (c == '(' || c == ')' || c == ';' || c == ':' || c == '.' || c == '"') return false;
    }
    return true;
  }

  static char letter_of(const std::string& word) { return text::fold(word).front(); }

  void name_in_front(size_t at) {
    const std::string letters = text::fold(tokens_[at].term);
    size_t left = letters.size(), first = at, links = 0;
    if (tokens_[at].gap != text::Gap::none) return;
    while (left > 0) {
      if (first == 0 || (first < at && !follows(first))) return;
      const Token& token = tokens_[first - 1];
      if (token.kind != text::TokenKind::word || token.parts > 0) return;
      if (letter_of(token.term) == letters[left - 1]) {
        --left;
      } else if (left == letters.size() || !is_link_word(token.term) || ++links > kMostLinkWords) {
        return;
      }
      --first;
    }
    add(tokens_[at].term, first, at);
  }

  void name_behind(size_t at) {
    const std::string& abbreviation = tokens_[at - 1].term;
    const std::string letters = text::fold(abbreviation);
    size_t next = 0, end = at, links = 0;
    for (; end < tokens_.size() && next < letters.size(); ++end) {
      if ((end > at && !follows(end)) || tokens_[end].kind != text::TokenKind::word) return;
      if (letter_of(tokens_[end].term) == letters[next]) {
        ++next;
      } else if (next == 0 || !is_link_word(tokens_[end].term) || ++links > kMostLinkWords) {
        return;
      }
    }
    if (next == letters.size() && ends_bracket(end - 1)) add(abbreviation, at, end);
  }

  void add(const std::string& abbreviation, size_t first, size_t end) {
    if (end - first < kLeastLetters) return;
    std::string name;
    for (size_t i = first; i < end; ++i) {
      if (!name.empty()) name += ' ';
      name += tokens_[i].term;
    }
    if (name.size() <= kMaxNameBytes) out_.push_back({abbreviation, std::move(name)});
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Introduced>& out_;
};

}  // namespace

void find_introduced(std::string_view text, const std::vector<Token>& tokens,
                     std::vector<Introduced>& out) {
  Finder(text, tokens, out).run();
}

}  // namespace khobao::recognise
