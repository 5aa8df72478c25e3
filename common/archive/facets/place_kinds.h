#pragma once
/// The kinds of places (common/names/data/levels.tsv) in front of their names, in names as
/// names::name_key() makes them.
#include <string>
#include <string_view>

namespace khobao::archive {

/// "tỉnh bình định" -> "bình định"; a name without a kind, and a kind alone, come back as they are.
std::string_view without_place_kind(std::string_view key);

/// "tp hồ chí minh" -> "thành phố hồ chí minh"; "" where no short form of a kind stands in front.
std::string with_kind_in_full(std::string_view key);

/// Whether the words are a kind, in full or short: "tỉnh", "tp".
bool is_place_kind(std::string_view key);

}  // namespace khobao::archive
