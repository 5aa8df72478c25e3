#include "common/text/sentence.h"

#include <unicode/uchar.h>

#include <array>
#include <string>
#include <unordered_set>

#include "common/base/embedded.h"
#include "common/text/utf8.h"

extern "C" {
extern const char khobao_abbreviations_begin[];
extern const char khobao_abbreviations_end[];
}

namespace khobao::text {
namespace {

bool takes_full_stop(std::string_view term) {
  static const auto terms = [] {
    std::unordered_set<std::string_view> set;
    const std::string_view data(khobao_abbreviations_begin,
                                static_cast<size_t>(khobao_abbreviations_end - khobao_abbreviations_begin));
    for_each_data_line(data, [&](std::string_view line) { set.insert(line); });
    return set;
  }();
  return terms.contains(term);
}

}  // namespace

void SentenceEnd::separator(char32_t c) {
  switch (c) {
    case '\n': case '\r': case 0x2028: case 0x2029: line_feed_ = true; break;
    case '.': stop_ = stop_ || !abbreviation_; break;
    case '!': case '?': case 0x2026: stop_ = true; break;
    case ' ': case '\t': case 0xA0: case 0x3000: space_ = space_ || stop_; break;
    case '"': case '\'': case '(': case '[': case 0x201C: case 0x2018: case 0xAB: quote_ = true; break;
    default: break;
  }
}

void SentenceEnd::word(std::string_view surface, std::string_view term) {
  size_t pos = 0;
  const bool capital =
      !surface.empty() && u_isupper(static_cast<UChar32>(next_code_point(surface, pos)));
  abbreviation_ = capital && (pos == surface.size() || takes_full_stop(term));
}

Gap SentenceEnd::gap_before(char32_t first) {
  Gap gap = Gap::none;
  if (line_feed_) {
    gap = Gap::paragraph;
  } else if (stop_ && space_ && (quote_ || !u_islower(static_cast<UChar32>(first)))) {
    gap = Gap::sentence;
  }
  *this = {};
  return gap;
}

bool is_date_cue(std::string_view term) {
  static constexpr std::array<std::string_view, 10> kCues = {
      "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "hôm", "rạng", "mùng"};
  for (std::string_view cue : kCues) {
    if (term == cue) return true;
  }
  return false;
}

}  // namespace khobao::text
