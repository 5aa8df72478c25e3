#include "tests/bench/training/rule_spans.h"

#include <algorithm>
#include <set>
#include <string>

#include "common/names/name_key.h"
#include "indexer/recognise/grammar/boundary.h"

namespace khobao::training {
namespace {

using names::Paragraph;
using recognise::NameKind;
using recognise::NameSpan;
namespace role = names::role;
namespace sep = names::sep;

constexpr size_t kMostWords = 5;  // of a person's name

class Finder {
 public:
  Finder(const names::Lexicon& lexicon, std::span<const Paragraph> paragraphs)
      : lexicon_(lexicon), paragraphs_(paragraphs) {
    for (const Paragraph& paragraph : paragraphs_) taken_.emplace_back(paragraph.words.size());
  }

  std::vector<NameSpan> find(const recognise::Reading& reading) {
    for (const recognise::Found& found : reading.found) {
      if (!found.nested && !found.dropped)
        add({found.paragraph, found.first, found.end, NameKind::organisation});
    }
    for (size_t p = 0; p < paragraphs_.size(); ++p) places(p);
    for (size_t p = 0; p < paragraphs_.size(); ++p) people(p);
    for (size_t p = 0; p < paragraphs_.size(); ++p) short_forms(p);
    std::sort(spans_.begin(), spans_.end(), [](const NameSpan& a, const NameSpan& b) {
      return a.paragraph != b.paragraph ? a.paragraph < b.paragraph : a.first < b.first;
    });
    return std::move(spans_);
  }

 private:
  bool free(size_t paragraph, size_t first, size_t end) const {
    const auto& taken = taken_[paragraph];
    return std::none_of(taken.begin() + static_cast<std::ptrdiff_t>(first),
                        taken.begin() + static_cast<std::ptrdiff_t>(end),
                        [](bool word) { return word; });
  }
  void add(const NameSpan& span) {
    if (!free(span.paragraph, span.first, span.end)) return;
    for (size_t i = span.first; i < span.end; ++i) taken_[span.paragraph][i] = true;
    spans_.push_back(span);
  }

  size_t run_end(const Paragraph& paragraph, size_t first) const {
    const auto& words = paragraph.words;
    size_t end = first;
    while (end < words.size() && end < first + kMostWords && words[end].capital() &&
           !words[end].cited && (end == first || words[end].before == sep::kSpace))
      ++end;
    return end;
  }

  void places(size_t p) {
    const Paragraph& paragraph = paragraphs_[p];
    const auto& words = paragraph.words;
    const auto fits = [&](const names::Spelling& spelling, size_t at) {
      return recognise::fits_case(spelling, words, at) && words[at].capital();
    };
    for (size_t pos = 0; pos < words.size(); ++pos) {
      size_t first = pos;
      if ((words[pos].roles & role::kLevel) != 0 && pos + 1 < words.size()) {
        const auto level = lexicon_.level_phrases.longest(
            words, pos, [](const names::Spelling&, size_t) { return true; });
        if (level && level.end < words.size() && words[level.end].capital() &&
            words[level.end].joined(sep::kSpace | sep::kDot)) {
          add({p, first, run_end(paragraph, level.end), NameKind::place});
          continue;
        }
      }
      if (!words[pos].capital()) continue;
      for (const names::PhraseTable* table :
           {&lexicon_.place_phrases, &lexicon_.country_phrases, &lexicon_.foreign_phrases}) {
        const auto match = table->longest(words, pos, fits);
        if (!match) continue;
        add({p, first, match.end, NameKind::place});
        break;
      }
    }
  }

  bool titled(const Paragraph& paragraph, size_t first) const {
    static constexpr std::string_view kTitles[] = {"ông", "bà", "anh", "chị", "em", "cô"};
    if (first == 0 || paragraph.words[first].before != sep::kSpace) return false;
    const std::string key = names::name_key(
        std::string(paragraph.surface(paragraph.words[first - 1])));
    return std::find(std::begin(kTitles), std::end(kTitles), key) != std::end(kTitles);
  }

  void people(size_t p) {
    const Paragraph& paragraph = paragraphs_[p];
    for (size_t pos = 0; pos < paragraph.words.size();) {
      const size_t end = run_end(paragraph, pos);
      const bool named = recognise::is_person(lexicon_, paragraph, pos) || titled(paragraph, pos);
      if (end > pos && named && free(p, pos, end)) {
        add({p, pos, end, NameKind::person});
        last_words_.insert(paragraph.words[end - 1].hash);
        pos = end;
      } else {
        ++pos;
      }
    }
  }

  void short_forms(size_t p) {
    const auto& words = paragraphs_[p].words;
    for (size_t pos = 0; pos < words.size(); ++pos) {
      if (words[pos].capital() && last_words_.contains(words[pos].hash) &&
          run_end(paragraphs_[p], pos) == pos + 1)
        add({p, pos, pos + 1, NameKind::person});
    }
  }

  const names::Lexicon& lexicon_;
  std::span<const Paragraph> paragraphs_;
  std::vector<std::vector<bool>> taken_;
  std::vector<NameSpan> spans_;
  std::set<uint32_t> last_words_;
};

}  // namespace

std::vector<NameSpan> rule_spans(const names::Gazetteer& gazetteer,
                                 recognise::ArticleReading& article) {
  return Finder(gazetteer.lexicon(), article.paragraphs()).find(article.reading());
}

}  // namespace khobao::training
