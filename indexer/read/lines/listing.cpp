#include "indexer/read/lines/listing.h"

#include <span>

#include "indexer/read/dates/date_line.h"
#include "indexer/read/lines/credits/source.h"
#include "indexer/read/lines/extent.h"
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
constexpr size_t kMinCardWords = 5;  // of a link that is a headline
constexpr size_t kMinCards = 8;      // after an introduction

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

// Pages whose links are known: cards, each a link and perhaps a teaser, against prose that belongs
// to none of them.
bool is_listing_of_links(const Page& page, const PageRoles& roles, size_t cards) {
  size_t free = 0, teasers = 0, tagged = 0;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (!is_prose(page.lines[i])) continue;
    // An article has one lede with the newspaper's tag in front.
    if (roles.roles[i] == LineRole::body && read_head_tag(page.lines[i].text).end > 0 &&
        ++tagged > 1) {
      free -= tagged == 2 && free > 0;
      ++teasers;
      continue;
    }
    if (is_teaser(page.lines, roles.roles, i)) {
      ++teasers;
    } else {
      free += roles.roles[i] == LineRole::body;
    }
  }
  if (page.states_article && free > 0) return false;
  if (free == 0) return cards >= kMinRepeated;
  // An introduction in front of the cards.
  return cards >= kMinCards && teasers >= kMinRepeated && free * kMinRepeated < teasers;
}

}  // namespace

bool is_listing(const Page& page, const PageRoles& roles) {
  size_t cards = 0, links = 0;
  for (const Line& line : page.lines) {
    links += line.is_link();
    cards += line.is_link() && count_words(line.text) >= kMinCardWords;
  }
  if (links >= kMinRepeated) return is_listing_of_links(page, roles, cards);
  const Counts counts = count(page.lines, roles.roles);
  if (counts.texts >= 2 && counts.texts * 2 > counts.headlines) return false;
  if (counts.headlines >= kMinRepeated && counts.texts * kMinRepeated <= counts.headlines &&
      (counts.dates >= kMinRepeated || counts.teasers >= kMinRepeated))
    return true;
  return counts.headlines >= kMinHeadlines && counts.texts * kHeadlinesPerText < counts.headlines;
}

}  // namespace khobao::read
