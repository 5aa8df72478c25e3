#include "searcher/reading/equivalents/numbers/document_forms.h"

#include <algorithm>
#include <optional>

#include "common/names/lexicon.h"
#include "searcher/reading/equivalents/query_words.h"
#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {
namespace {

// The same kind and number with "số", without it, or with the kind's letters after the number.
constexpr double kSameKindWeight = 0.9;
// A whole number typed, an article that leaves out who issued the document.
constexpr double kWithoutIssuerWeight = 0.5;
// 35-CT/TW, 100/2019/NĐ-CP, 45/NQ-HĐND: this many words may stand after the kind's letters.
constexpr size_t kMostIssuerWords = 3;

struct Kind {
  Words name;
  Words letters;  ///< "ct"; none for kinds without any

  bool operator==(const Kind&) const = default;
};

size_t longest_name() { return static_cast<size_t>(document_rows().find("")->front()); }

// The kind that has this name ('n') or these letters ('l'; documents_image()).
std::optional<Kind> kind_called(char way, const std::string& key) {
  const auto row = document_rows().find(way + key);
  if (!row) return std::nullopt;
  const auto column = names::columns(*row);
  Kind kind;
  names::for_each_part(column[0], ' ',
                       [&](std::string_view word) { kind.name.emplace_back(word); });
  names::for_each_part(column[1], ';',
                       [&](std::string_view form) { kind.letters.emplace_back(form); });
  return kind;
}

// Digits, or digits and a year as the tokenizer leaves them: "100/2019" is one word.
bool is_number(const std::string& word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9' &&
         word.find_first_not_of("0123456789/") == std::string::npos;
}

// "100/2019" -> 100 2019, the parts that articles hold.
Words parts_of(const std::string& number) {
  const size_t slash = number.find('/');
  if (slash == std::string::npos) return {number};
  return {number.substr(0, slash), number.substr(slash + 1)};
}

class DocumentForms {
 public:
  DocumentForms(std::span<const std::string> words, size_t begin, size_t end, double weight,
                std::vector<query::Equivalent>& out)
      : typed_(words.begin() + static_cast<long>(begin), words.begin() + static_cast<long>(end)),
        begin_(begin),
        end_(end),
        weight_(weight),
        out_(out) {}

  void named(const Kind& kind, const Words& number) {
    add(kind.name, number);
    Words with_so = kind.name;
    with_so.push_back("số");
    add(with_so, number);
  }

  // The number without its kind's name, as much as both.
  void alone(std::span<const std::string> number) {
    out_.push_back({.begin = begin_,
                    .end = end_,
                    .words = {number.begin(), number.end()},
                    .weight = kSameKindWeight});
  }

  void lettered(const Kind& kind, const Words& number) {
    for (const std::string& letters : kind.letters) add(number, {letters});
  }

 private:
  void add(Words form, const Words& behind) {
    form.insert(form.end(), behind.begin(), behind.end());
    if (form != typed_)
      out_.push_back({.begin = begin_, .end = end_, .words = std::move(form), .weight = weight_});
  }

  const Words typed_;
  size_t begin_, end_;
  double weight_;
  std::vector<query::Equivalent>& out_;
};

struct Number {
  Words words;               ///< 35, or 100 and 2019
  std::optional<Kind> kind;  ///< by the letters after it; none where none stand there
  size_t end = 0;            ///< after the letters and the issuer's
};

// The number that begins at `begin`; without words where none does.
Number number_at(std::span<const std::string> words, size_t begin) {
  Number number;
  if (begin >= words.size() || !is_number(words[begin])) return number;
  number.words = parts_of(words[begin]);
  size_t at = begin + 1;
  number.end = at;
  if (at + 1 < words.size() && words[at].size() == 4 && is_number(words[at])) ++at;
  if (at >= words.size()) return number;
  std::optional<Kind> kind = kind_called('l', words[at]);
  if (!kind) return number;
  // What stands after the letters belongs to the number as far as it is no plain word.
  size_t end = at + 1;
  while (end < words.size() && end - at <= kMostIssuerWords && !is_syllable(words[end]) &&
         !is_number(words[end])) {
    ++end;
  }
  if (end == at + 1) return number;
  if (at == begin + 2) number.words.push_back(words[begin + 1]);
  number.kind = std::move(kind);
  number.end = end;
  return number;
}

// "chỉ thị [số] 35", "NQ [số] 18", "chỉ thị [số] 35 ct tw". Returns where it ends, `begin` where
// none begins.
size_t named_at(std::span<const std::string> words, size_t begin,
                std::vector<query::Equivalent>& out) {
  for (size_t size = std::min(longest_name(), words.size() - begin); size > 0; --size) {
    const std::string key = joined(words.subspan(begin, size));
    std::optional<Kind> kind = kind_called('n', key);
    if (!kind && size == 1) kind = kind_called('l', key);
    if (!kind) continue;
    size_t at = begin + size;
    if (at < words.size() && words[at] == "số") ++at;
    const Number number = number_at(words, at);
    if (number.words.empty()) continue;
    const bool whole = number.kind == kind;
    DocumentForms forms(words, begin, whole ? number.end : at + 1,
                        whole ? kWithoutIssuerWeight : kSameKindWeight, out);
    if (whole) forms.alone(words.subspan(at, number.end - at));
    forms.named(*kind, number.words);
    if (!whole) forms.lettered(*kind, number.words);
    return whole ? number.end : at + 1;
  }
  return begin;
}

// "35 ct tw", "100 2019 nđ cp", the parts of a whole number.
size_t numbered_at(std::span<const std::string> words, size_t begin,
                   std::vector<query::Equivalent>& out) {
  const Number number = number_at(words, begin);
  if (!number.kind) return begin;
  DocumentForms(words, begin, number.end, kWithoutIssuerWeight, out)
      .named(*number.kind, number.words);
  return number.end;
}

}  // namespace

void find_document_forms(std::span<const std::string> words, std::vector<query::Equivalent>& out) {
  for (size_t begin = 0; begin < words.size();) {
    size_t end = named_at(words, begin, out);
    if (end == begin) end = numbered_at(words, begin, out);
    begin = std::max(end, begin + 1);
  }
}

}  // namespace khobao::reading
