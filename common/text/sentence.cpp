#include "common/text/sentence.h"

#include <unicode/uchar.h>

#include "common/base/row_table.h"
#include "common/text/letters/utf8.h"

extern "C" {
extern const char khobao_abbreviations_begin[];
extern const char khobao_abbreviations_end[];
}

namespace khobao::text {
namespace {

// Whether data/abbreviations.txt has it.
bool is_listed(std::string_view term) {
  return RowTable(khobao_abbreviations_begin, khobao_abbreviations_end).holds(term);
}

}  // namespace

void SentenceEnd::mark(char32_t c) {
  switch (c) {
    case '\n':
    case '\r':
    case '\v':
    case '\f':
    case 0x85:
    case 0x2028:
    case 0x2029: line_feed_ = true; break;
    case '.': stop_ = stop_ || !abbreviation_; break;
    case '!':
    case '?':
    case 0x2026: stop_ = true; break;
    case '"':
    case '\'':
    case '(':
    case '[':
    case 0x201C:
    case 0x2018:
    case 0xAB: quote_ = quote_ || space_; break;
    default:
      if (stop_ && u_isUWhiteSpace(static_cast<UChar32>(c))) space_ = true;
  }
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

bool takes_full_stop(std::string_view surface, std::string_view term) {
  size_t pos = 0;
  if (surface.empty() || !u_isupper(static_cast<UChar32>(next_code_point(surface, pos))))
    return false;
  return count_code_points(term) == 1 || surface.find('.') != std::string_view::npos ||
         is_listed(term);
}

}  // namespace khobao::text
