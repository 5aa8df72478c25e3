#pragma once
#include <string>
#include <string_view>

#include "common/text/tokenizer.h"

namespace khobao::names {

/// The words of a name, normalised (lower case, tone marks placed), joined by single spaces; two
/// names are the same organisation when this is equal. "Uỷ ban  nhân dân" -> "ủy ban nhân dân".
std::string name_key(std::string_view name);

/// The same by a tokenizer that is kept, which is many times faster.
std::string name_key(std::string_view name, text::Tokenizer& tokenizer);

}  // namespace khobao::names
