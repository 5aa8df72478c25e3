#include "indexer/read/lines/listing.h"

#include "indexer/read/dates/date_line.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMinHeadlineWords = 7;
constexpr size_t kMaxHeadlineWords = 30;
constexpr size_t kMinTextWords = 15;   // of a sentence
constexpr size_t kLongTextWords = 40;  // of a line without a full stop
constexpr size_t kMinHeadlines = 12;   // where nothing else speaks for a listing
constexpr size_t kMinRepeated = 5;     // dates or teasers, with as many headlines
constexpr size_t kHeadlinesPerText = 6;

struct Counts {
  size_t headlines = 0, teasers = 0, dates = 0, texts = 0;
};

Counts count(std::span<const Line> lines, std::span<const LineRole> roles) {
  Counts counts;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string& text = lines[i].text;
    if (roles[i] == LineRole::caption || roles[i] == LineRole::title) continue;
    if (read_date_line(text)) {
      ++counts.dates;
      continue;
    }
    const size_t words = count_words(text);
    const bool cut = text.ends_with("...") || text.ends_with("…");
    if (cut && words >= kMinTextWords) {
      ++counts.teasers;
    } else if (words >= kLongTextWords || (words >= kMinTextWords && ends_sentence(text))) {
      counts.texts += roles[i] == LineRole::body;
    } else if (words >= kMinHeadlineWords && words <= kMaxHeadlineWords && !text.ends_with('.') &&
               starts_upper(text)) {
      ++counts.headlines;
    }
  }
  return counts;
}

}  // namespace

bool is_listing(std::span<const Line> lines, std::span<const LineRole> roles) {
  const Counts counts = count(lines, roles);
  if (counts.texts >= 3 && counts.texts * 2 > counts.headlines) return false;
  if (counts.headlines >= kMinRepeated &&
      (counts.dates >= kMinRepeated || counts.teasers >= kMinRepeated))
    return true;
  return counts.headlines >= kMinHeadlines && counts.texts * kHeadlinesPerText < counts.headlines;
}

}  // namespace khobao::read
