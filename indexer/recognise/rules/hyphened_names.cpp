#include "indexer/recognise/rules/hyphened_names.h"

#include <algorithm>
#include <optional>

#include "common/names/name_key.h"
#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/posts.h"

namespace khobao::recognise {
namespace {

using names::Paragraph;
using names::Spelling;
namespace sep = names::sep;

constexpr size_t kMostHyphenedWords = 12;  // "Vla-đi-mia Pu-tin" has five; more is no name
constexpr size_t kMostInitial = 3;         // bytes: "V", "Đ", "Ph"

// Words from `first` on that hyphens join, `end` after them.
struct Hyphened {
  size_t first = 0, end = 0;
};

class Joining {
 public:
  Joining(const names::Lexicon& lexicon, const Paragraph& paragraph, std::vector<NameSpan>& spans)
      : lexicon_(lexicon), paragraph_(paragraph), words_(paragraph.words), spans_(spans) {}

  void run() {
    for (size_t i = 0; i + 1 < words_.size();) {
      const Hyphened one = hyphened_at(i);
      if (one.end > i + 1) join(one);
      i = std::max(i + 1, one.end);
    }
  }

 private:
  // "Dê-len-xki": a capital, then small letters after bare hyphens.
  Hyphened hyphened_at(size_t i) const {
    size_t end = i + 1;
    if (words_[i].shape != names::Shape::capital || words_[i].cited) return {i, i};
    while (end < words_.size() && words_[end].before == sep::kDash &&
           words_[end].shape == names::Shape::lower)
      ++end;
    return {i, end};
  }

  void join(const Hyphened& one) {
    Hyphened whole = one;
    const auto [begin, end] = overlapping(one);
    std::optional<NameKind> kind = known(whole);
    if (!kind && begin != end) kind = spans_[begin].kind;
    if (!kind) kind = beside(one);
    if (!kind) return;
    if (*kind == NameKind::person) whole.first = with_initial(whole.first);
    put(whole, *kind);
  }

  // What the tables of spellings call the longest words from here; `one` becomes these.
  std::optional<NameKind> known(Hyphened& one) const {
    const auto fits = [&](const Spelling& spelling, size_t at) {
      return fits_case(spelling, words_, at);
    };
    size_t longest = 0;
    std::optional<NameKind> kind;
    for (const auto* table : {&lexicon_.country_phrases, &lexicon_.foreign_phrases}) {
      const size_t end = table->longest(words_, one.first, fits).end;
      if (end >= one.end && end > longest) longest = end, kind = NameKind::place;
    }
    for (size_t end = one.end; end <= std::min(words_.size(), one.first + kMostHyphenedWords);
         ++end) {
      if (end > longest && lexicon_.foreign_people().find(key(one.first, end)))
        longest = end, kind = NameKind::person;
      const bool goes_on = end < words_.size() &&
                           (words_[end].before == sep::kSpace ? words_[end].capital()
                                                              : words_[end].before == sep::kDash);
      if (!goes_on) break;
    }
    if (kind) one.end = longest;
    return kind;
  }

  // By the name or the post beside it.
  std::optional<NameKind> beside(const Hyphened& one) const {
    for (const NameSpan& span : spans_) {
      const bool before = span.end == one.first && words_[one.first].before == sep::kSpace;
      const bool after = span.first == one.end && words_[one.end].before == sep::kSpace;
      if (span.kind == NameKind::person && (before || after)) return span.kind;
    }
    const bool letter =
        one.end - one.first == 2 && paragraph_.surface(words_[one.first]).size() <= 2;
    if (letter) return std::nullopt;  // "X-quang"
    const NameSpan person{
        .paragraph = 0, .first = with_initial(one.first), .end = one.end, .kind = NameKind::person};
    if (has_title(paragraph_, person) || !posts_beside(paragraph_, spans_, person).empty())
      return NameKind::person;
    return std::nullopt;
  }

  // "V." of "V.Pu-tin"
  size_t with_initial(size_t first) const {
    if (first == 0 || words_[first].before != sep::kDot) return first;
    const names::Word& initial = words_[first - 1];
    const bool is = initial.capital() && paragraph_.surface(initial).size() <= kMostInitial;
    return is ? first - 1 : first;
  }

  std::pair<size_t, size_t> overlapping(const Hyphened& one) const {
    size_t begin = 0;
    while (begin < spans_.size() && spans_[begin].end <= one.first) ++begin;
    size_t end = begin;
    while (end < spans_.size() && spans_[end].first < one.end) ++end;
    return {begin, end};
  }

  // One name from the words and the spans that they overlap; people beside it are the same one.
  void put(const Hyphened& one, NameKind kind) {
    auto [begin, end] = overlapping(one);
    NameSpan name{.paragraph = 0, .first = one.first, .end = one.end, .kind = kind};
    if (begin != end) {
      name.first = std::min(name.first, spans_[begin].first);
      name.end = std::max(name.end, spans_[end - 1].end);
    }
    if (kind == NameKind::person) {
      const auto same = [&](size_t i) { return spans_[i].kind == kind; };
      if (begin > 0 && same(begin - 1) && spans_[begin - 1].end == name.first &&
          words_[name.first].before == sep::kSpace)
        name.first = spans_[--begin].first;
      if (end < spans_.size() && same(end) && spans_[end].first == name.end &&
          words_[name.end].before == sep::kSpace)
        name.end = spans_[end++].end;
    }
    const auto at = [&](size_t i) { return spans_.begin() + static_cast<std::ptrdiff_t>(i); };
    spans_.insert(spans_.erase(at(begin), at(end)), name);
  }

  std::string key(size_t first, size_t end) const {
    return names::name_key(paragraph_.text.substr(
        words_[first].begin_byte, words_[end - 1].end_byte - words_[first].begin_byte));
  }

  const names::Lexicon& lexicon_;
  const Paragraph& paragraph_;
  const std::vector<names::Word>& words_;
  std::vector<NameSpan>& spans_;  // of this paragraph
};

bool has_hyphened(const Paragraph& paragraph) {
  const auto& words = paragraph.words;
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i].before == sep::kDash && words[i].shape == names::Shape::lower &&
        words[i - 1].shape == names::Shape::capital)
      return true;
  }
  return false;
}

}  // namespace

void join_hyphened(const names::Lexicon& lexicon, std::span<const Paragraph> paragraphs,
                   std::vector<NameSpan>& spans) {
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    if (!has_hyphened(paragraphs[i])) continue;
    const auto of = [&](size_t number) {
      return std::partition_point(spans.begin(), spans.end(),
                                  [&](const NameSpan& span) { return span.paragraph < number; });
    };
    std::vector<NameSpan> own(of(i), of(i + 1));
    for (NameSpan& span : own) span.paragraph = 0;
    Joining(lexicon, paragraphs[i], own).run();
    for (NameSpan& span : own) span.paragraph = i;
    spans.insert(spans.erase(of(i), of(i + 1)), own.begin(), own.end());
  }
}

}  // namespace khobao::recognise
