#pragma once
/// One pass over UTF-8 that tells whether anything has to be done to it: written so that compilers
/// turn it into vector code.
#include <string_view>

namespace khobao::read {

struct ByteScan {
  bool non_ascii = false;
  bool vietnamese = false;  ///< holds letters of U+1E80 to U+1EFF, which nearly every sentence has
  bool utf8_twice = false;  ///< holds what those letters become when encoded twice
  bool needs_care = false;  ///< may hold control characters, line separators or text not in NFC
};

/// `utf8` must be valid. Errs on the side of care.
ByteScan scan_utf8(std::string_view utf8);

}  // namespace khobao::read
