#pragma once
#include <string>
#include <string_view>

namespace khobao::names {

/// The words of a name, normalised (lower case, tone marks placed), joined by single spaces; two
/// names are the same organisation when this is equal. "Uỷ ban  nhân dân" -> "ủy ban nhân dân".
std::string name_key(std::string_view name);

}  // namespace khobao::names
