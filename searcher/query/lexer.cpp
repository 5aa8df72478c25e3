#include "searcher/query/lexer.h"

#include <algorithm>

#include "common/language/say.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "common/text/numbers/document_number.h"
#include "searcher/query/document_spelling.h"
#include "searcher/query/pasted_marks.h"

namespace khobao::query {
namespace {

bool is_space(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000; }

bool opens_phrase(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB;
}
bool closes_phrase(char32_t c) { return c == '"' || c == 0x201C || c == 0x201D || c == 0xBB; }
constexpr size_t kLongestFieldBytes = 40;  // of a name, with accents

bool opens_single(char32_t c) { return c == '\'' || c == 0x2018; }
bool closes_single(char32_t c) { return c == '\'' || c == 0x2019; }

class Lexer {
 public:
  Lexer(std::string_view query, std::vector<Warning>& warnings)
      : query_(query), warnings_(warnings) {}

  std::vector<Lexeme> run() {
    const size_t warned_before = warnings_.size();
    read();
    pasted_ = pasted_marks(query_, lexemes_);
    if (!pasted_.empty()) {
      lexemes_.clear();
      warnings_.resize(warned_before);
      pos_ = 0;
      read();
      warnings_.push_back({say("these quotation marks are taken as pasted with the headline: the "
                               "words may stand apart; straight double marks ask for a phrase"),
                           pasted_.front()});
    }
    return std::move(lexemes_);
  }

 private:
  void read() {
    while (pos_ < query_.size()) {
      const size_t begin = pos_;
      const char32_t c = text::next_code_point(query_, pos_);
      if (is_space(c) || is_pasted(begin)) continue;
      if (opens_phrase(c)) {
        phrase(begin, closes_phrase, true);
      } else if (opens_single(c) && phrase(begin, closes_single, false)) {
        continue;
      } else if (c == '(') {
        push(Lexeme::Type::open, begin);
      } else if (c == ')') {
        push(Lexeme::Type::close, begin);
      } else if (c == '-' && excludes(begin)) {
        push(Lexeme::Type::minus, begin);
      } else if (!field(begin)) {
        word(begin);
      }
    }
  }

  bool is_pasted(size_t at_byte) const {
    return std::binary_search(pasted_.begin(), pasted_.end(), at_byte);
  }

  void push(Lexeme::Type type, size_t begin, std::string text = {}) {
    lexemes_.push_back({.type = type,
                        .text = std::move(text),
                        .begin_byte = begin,
                        .end_byte = pos_,
                        .field = archive::FieldId::title,
                        .distance = 0});
  }

  // A minus at the head of a word, with something to exclude after it.
  bool excludes(size_t minus) const {
    const size_t next = minus + 1;
    if (next >= query_.size()) return false;
    size_t behind = next;
    const char32_t c = text::next_code_point(query_, behind);
    return !is_space(c) && c != '-' && text::classify(c) != text::CharClass::digit;
  }

  // What lies between the mark at `begin` and the next closing one. An unclosed double mark is
  // closed at the end; an unclosed single one is an apostrophe.
  bool phrase(size_t begin, bool (*closes)(char32_t), bool close_at_end) {
    const size_t inside = pos_;
    size_t end = pos_;
    while (end < query_.size()) {
      size_t behind = end;
      if (closes(text::next_code_point(query_, behind))) {
        if (close_at_end || ends_word(behind)) {
          pos_ = behind;
          push(Lexeme::Type::phrase, begin,
               with_printed_documents(query_.substr(inside, end - inside)));
          return true;
        }
      }
      end = behind;
    }
    if (!close_at_end) return false;
    warnings_.push_back(
        {say("the quotation mark is not closed; the phrase goes to the end"), begin});
    pos_ = query_.size();
    push(Lexeme::Type::phrase, begin, with_printed_documents(query_.substr(inside)));
    return true;
  }

  bool ends_word(size_t pos) const {
    if (pos >= query_.size()) return true;
    const char32_t c = text::next_code_point(query_, pos);
    return is_space(c) || c == ')';
  }

  void word(size_t begin) {
    size_t end = begin;
    while (end < query_.size()) {
      size_t behind = end;
      const char32_t c = text::next_code_point(query_, behind);
      if (is_space(c) || c == '(' || c == ')' || opens_phrase(c) || is_pasted(end)) break;
      end = behind;
    }
    // A document number is one word whatever spaces stand in it: 35 – CT / TW.
    std::vector<text::Token> document;
    end = std::max(end, text::read_document_number(query_, begin, document));
    std::string text(query_.substr(begin, end - begin));
    if (auto typed = read_typed_document(query_, begin)) {
      end = typed->end;
      text = std::move(typed->number);
    }
    pos_ = end;
    if (near(begin, text) || prefix(begin, text)) return;
    warn_of_dash(begin, text);
    warn_of_stars(begin, text);
    push(text == "AND"    ? Lexeme::Type::op_and
         : text == "OR"   ? Lexeme::Type::op_or
         : text == "NOT"  ? Lexeme::Type::op_not
         : text == "SAME" ? Lexeme::Type::op_same
                          : Lexeme::Type::word,
         begin, text);
  }

  // A longer dash or a minus sign in front of a word, as texts print them, excludes nothing.
  void warn_of_dash(size_t begin, std::string_view text) {
    size_t behind = 0;
    const char32_t first = text.empty() ? U' ' : text::next_code_point(text, behind);
    if (first == '-' || !text::is_dash(first) || behind >= text.size()) return;
    const std::string_view word = text.substr(behind);
    size_t next = 0;
    if (text::classify(text::next_code_point(word, next)) != text::CharClass::letter) return;
    warnings_.push_back(
        {say("this dash excludes nothing; to exclude the word, write -{} with a plain hyphen",
             word),
         begin});
  }

  // *ưởng, x*g
  void warn_of_stars(size_t begin, std::string_view text) {
    bool letter_before = false;
    for (size_t pos = 0, star = std::string_view::npos; pos < text.size();) {
      const size_t at = pos;
      const char32_t c = text::next_code_point(text, pos);
      if (c == '*') {
        if (star == std::string_view::npos) star = at;
        continue;
      }
      const bool letter = text::classify(c) != text::CharClass::separator;
      if (letter && star != std::string_view::npos && (letter_before || star == 0)) {
        warnings_.push_back({say("only the end of a word may be left open with *; its letters are "
                                 "searched as words"),
                             begin + star});
        return;
      }
      letter_before = letter_before || letter;
      if (!letter) star = std::string_view::npos;
    }
  }

  // NEAR, NEAR/5, near/5.
  bool near(size_t begin, const std::string& text) {
    constexpr std::string_view kName = "NEAR/";
    const auto same_letter = [](char a, char b) { return (a & ~32) == (b & ~32); };
    const bool numbered = text.size() >= kName.size() &&
                          std::equal(kName.begin(), kName.end(), text.begin(), same_letter);
    if (text != "NEAR" && !numbered) return false;
    push(Lexeme::Type::op_near, begin, text);
    unsigned& distance = lexemes_.back().distance = kUsualDistance;
    if (!numbered) return true;
    const std::string number = text.substr(kName.size());
    const bool digits = !number.empty() && number.size() <= 9 &&
                        std::all_of(number.begin(), number.end(), text::is_ascii_digit);
    const unsigned long typed = digits ? std::stoul(number) : 0;
    if (typed >= 1 && typed <= kFarthestDistance) {
      distance = static_cast<unsigned>(typed);
      return true;
    }
    if (typed > kFarthestDistance) distance = kFarthestDistance;
    warnings_.push_back(
        {say("NEAR/n wants a number from 1 to {}; read as NEAR/{}", kFarthestDistance, distance),
         begin + kName.size()});
    return true;
  }

  // covi*
  bool prefix(size_t begin, const std::string& text) {
    size_t end = text.size();
    while (end > 0 && text[end - 1] == '*') --end;
    if (end == text.size() || end == 0) return false;
    const std::string typed = text.substr(0, end);
    size_t letters = 0;  // at its end
    for (size_t pos = 0; pos < typed.size();) {
      const char32_t c = text::next_code_point(typed, pos);
      letters = text::classify(c) == text::CharClass::separator ? 0 : letters + 1;
    }
    if (letters == 0) return false;  // "...*" is punctuation
    push(Lexeme::Type::prefix, begin, typed);
    return true;
  }

  // A field's name and colon.
  bool field(size_t begin) {
    size_t colon = begin;
    while (colon < query_.size() && query_[colon] != ':') {
      const char32_t c = text::next_code_point(query_, colon);
      const bool of_name = c == '-' || c == '_' || text::classify(c) == text::CharClass::letter;
      if (!of_name || colon - begin > kLongestFieldBytes) return false;
    }
    if (colon >= query_.size() || colon == begin) return false;
    const std::string_view name = query_.substr(begin, colon - begin);
    size_t behind = colon + 1;
    const char32_t next = behind < query_.size() ? text::next_code_point(query_, behind) : ' ';
    if (next == '/' || next == ':') return false;  // an address
    const bool adjacent = !is_space(next) && next != ')';
    const auto known = archive::find_field(name);
    if (known && (adjacent || is_no_word(name))) {
      pos_ = colon + 1;
      push(Lexeme::Type::field, begin, std::string(name));
      lexemes_.back().field = *known;
      return true;
    }
    if (known || !adjacent) return false;
    return unknown_field(begin, colon, name);
  }

  // What looks like a field but is not one: the field it nearly is, a word where it is a syllable, or
  // else nothing, since no article would hold it.
  bool unknown_field(size_t begin, size_t colon, std::string_view name) {
    const auto nearly = archive::nearest_field(name);
    const bool syllable =
        text::parse_syllable(text::to_code_points(text::normalise_word(name))).has_value();
    const std::string list = archive::field_names([](const archive::FieldRow&) { return true; });
    const Message done = nearly     ? say("read as {}", archive::field(*nearly).name)
                         : syllable ? say("read as a word")
                                    : say("left out");
    warnings_.push_back({say("no field is called '{}'; {} (fields: {})", name, done, list), begin});
    if (!nearly && syllable) return false;
    pos_ = colon + 1;
    if (nearly) {
      push(Lexeme::Type::field, begin, std::string(name));
      lexemes_.back().field = *nearly;
    }
    return true;
  }

  // A field's name that is no word of a headline, so that a space after its colon is a slip.
  static bool is_no_word(std::string_view name) {
    return name.find_first_of("-_") != std::string_view::npos ||
           std::any_of(archive::kFields.begin(), archive::kFields.end(),
                       [&](const archive::FieldRow& row) { return name == row.name; });
  }

  std::string_view query_;
  std::vector<Warning>& warnings_;
  std::vector<Lexeme> lexemes_;
  std::vector<size_t> pasted_;  // marks that are passed over
  size_t pos_ = 0;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view query, std::vector<Warning>& warnings) {
  return Lexer(query, warnings).run();
}

}  // namespace khobao::query
