#pragma once
#include <string_view>
#include <vector>

#include "common/text/vocabulary.h"

namespace khobao::reading {

/// The vocabulary words with the letters of this syllable and any marks: "bao" -> bao bảo báo bão
/// …; none where it is no Vietnamese syllable. Takes some microseconds and prepares nothing.
std::vector<text::WordId> accent_forms(std::string_view syllable);

}  // namespace khobao::reading
