#include "searcher/query/document_spelling.h"

#include <vector>

#include "common/base/row_table.h"
#include "common/names/linked/linked_names.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/upper_case.h"
#include "common/text/letters/utf8.h"
#include "common/text/numbers/document_number.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_query_issuer_codes_begin[], khobao_query_issuer_codes_end[];
}

namespace khobao::query {
namespace {

constexpr size_t kMaxDigits = 6;
constexpr size_t kMaxCodeBytes = 32;
constexpr size_t kMaxCodes = 4;

// The letters of a kind of document as print has them; "" for others.
std::string_view kind_of(std::string_view typed) {
  const auto printed =
      names::linked_document_letters().find('l' + text::fold(text::normalise_word(typed)));
  return printed.value_or(std::string_view());
}

// Those of an issuer, by the letters without accents and in lower case.
std::string_view issuer_of(std::string_view folded) {
  return RowTable(khobao_query_issuer_codes_begin, khobao_query_issuer_codes_end)
      .texts(folded)
      .front();
}

// Reads one number; at_ moves only over what belongs to it.
class SpellingReader {
 public:
  SpellingReader(std::string_view text, size_t pos) : text_(text), at_(pos) {}

  std::optional<TypedDocument> run() {
    std::string number = digits(kMaxDigits);
    if (number.empty()) return std::nullopt;
    char before_kind = separator();
    bool has_year = false;
    if (before_kind == '/') {
      const size_t kept = at_;
      const std::string year = digits(4);
      const char behind = year.size() == 4 ? separator() : '\0';
      if (behind == '/') {
        number += '/' + year;
        has_year = true;
      } else {
        at_ = kept;
      }
    }
    if (before_kind == '\0' && !space()) return std::nullopt;
    const std::string typed_kind = code();
    const std::string_view kind = kind_of(typed_kind);
    if (kind.empty()) {
      // The National Assembly's numbers name it alone: 45/2019/QH14.
      if (!has_year || !known_issuer(typed_kind)) return std::nullopt;
      return finish(number + '/' + printed_issuer(typed_kind));
    }
    const char behind_kind = separator();
    if (behind_kind == '\0' && !space()) return std::nullopt;
    const std::string issuer = code();
    if (issuer.empty()) return std::nullopt;
    const std::string printed = printed_issuer(issuer);
    const bool party = printed == "TW" || printed == "TU";
    // Without the mark that numbers have, only an issuer's known letters tell one.
    if (behind_kind == '\0' && printed != "TW") return std::nullopt;
    if (before_kind == '\0' && behind_kind != '/' && !known_issuer(issuer)) return std::nullopt;
    if (party && !has_year) {
      number.append("-").append(kind).append("/").append(printed);
    } else {
      if (before_kind == '\0') before_kind = behind_kind == '/' ? '-' : '/';
      ((number += before_kind).append(kind) += behind_kind).append(printed);
    }
    for (size_t more = 0; more < kMaxCodes; ++more) {
      if (at_ >= text_.size() || text_[at_] != '-') break;
      const size_t kept = at_++;
      const std::string next = code();
      if (!known_issuer(next)) {
        at_ = kept;
        break;
      }
      number += '-' + printed_issuer(next);
    }
    return finish(number);
  }

 private:
  std::string digits(size_t most) {
    const size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    if (at_ - begin > most) return {};
    return std::string(text_.substr(begin, at_ - begin));
  }

  bool space() {
    if (at_ >= text_.size() || text_[at_] != ' ') return false;
    ++at_;
    return true;
  }

  // A dash or slash with at most one space on each side; '\0' and nothing read where none is.
  char separator() {
    const size_t kept = at_;
    space();
    size_t behind = at_;
    const char32_t c = at_ < text_.size() ? text::next_code_point(text_, behind) : U'\0';
    if (c != '/' && !text::is_dash(c)) {
      at_ = kept;
      return '\0';
    }
    at_ = behind;
    space();
    return c == '/' ? '/' : '-';
  }

  // Letters, and digits after them (QH14).
  std::string code() {
    const size_t begin = at_;
    while (at_ < text_.size()) {
      size_t behind = at_;
      const text::CharClass kind = text::classify(text::next_code_point(text_, behind));
      if (kind == text::CharClass::separator) break;
      if (kind == text::CharClass::digit && at_ == begin) return {};
      at_ = behind;
    }
    if (at_ - begin > kMaxCodeBytes) return {};
    return std::string(text_.substr(begin, at_ - begin));
  }

  static std::string letters_of(const std::string& word) {
    return word.substr(0, word.find_last_not_of("0123456789") + 1);
  }

  static bool known_issuer(const std::string& typed) {
    return !issuer_of(text::fold(text::normalise_word(letters_of(typed)))).empty();
  }

  static std::string printed_issuer(const std::string& typed) {
    const std::string letters = letters_of(typed);
    const std::string word = text::normalise_word(letters);
    if (word == "tư") return "TW";
    const std::string_view known = issuer_of(text::fold(word));
    return (known.empty() ? text::upper_case(letters) : std::string(known)) +
           typed.substr(letters.size());
  }

  // Only what articles could print is a number, and only up to the end of a word.
  std::optional<TypedDocument> finish(const std::string& number) const {
    if (at_ < text_.size()) {
      size_t behind = at_;
      if (text::classify(text::next_code_point(text_, behind)) != text::CharClass::separator)
        return std::nullopt;
    }
    std::vector<text::Token> tokens;
    if (text::read_document_number(number, 0, tokens) != number.size()) return std::nullopt;
    return TypedDocument{.end = at_, .number = number};
  }

  std::string_view text_;
  size_t at_;
};

}  // namespace

std::optional<TypedDocument> read_typed_document(std::string_view text, size_t pos) {
  std::vector<text::Token> printed;
  if (text::read_document_number(text, pos, printed) > pos) return std::nullopt;
  return SpellingReader(text, pos).run();
}

std::string with_printed_documents(std::string_view text) {
  std::string out;
  bool in_word = false;
  for (size_t at = 0; at < text.size();) {
    size_t behind = at;
    const text::CharClass kind = text::classify(text::next_code_point(text, behind));
    if (kind == text::CharClass::digit && !in_word) {
      if (const auto document = read_typed_document(text, at)) {
        out += document->number;
        at = document->end;
        in_word = true;
        continue;
      }
    }
    in_word = kind != text::CharClass::separator;
    out += text.substr(at, behind - at);
    at = behind;
  }
  return out;
}

}  // namespace khobao::query
