#pragma once
#include <string>
#include <string_view>

namespace khobao::reading {

/// The keys beside this one on a QWERTY keyboard; "" for what is no letter.
std::string_view keys_beside(char key);

/// A word as its keys are pressed in Telex, the tone last: "hội" -> "hooij". Letters that Telex
/// does not make come back as they are, in UTF-8.
std::string telex_keys(std::string_view word);

}  // namespace khobao::reading
