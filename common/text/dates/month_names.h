#pragma once
/// Months by name, as Vietnamese and English print has them.
#include <string_view>

namespace khobao::text {

/// The month of that name (in small letters, NFC): "giêng", "mười hai", "jul", "september"; 0 where
/// there is none.
int month_of_name(std::string_view name);

/// The month whose English name (three letters or more, any case, a full stop allowed) begins at
/// `pos` and ends there as a word; 0 where none does. `end`: the byte after it.
int english_month_at(std::string_view text, size_t pos, size_t& end);

}  // namespace khobao::text
