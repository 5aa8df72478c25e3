#include "common/text/letters/upper_case.h"

#include <unicode/uchar.h>

#include "common/text/letters/utf8.h"

namespace khobao::text {

std::string upper_case(std::string_view s) {
  std::string out;
  for (size_t pos = 0; pos < s.size();) {
    const auto letter = static_cast<UChar32>(next_code_point(s, pos));
    append_code_point(out, static_cast<char32_t>(u_toupper(letter)));
  }
  return out;
}

}  // namespace khobao::text
