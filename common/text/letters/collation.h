#pragma once
/// Vietnamese collation, from ICU's library of it: a, ă, â, b, c, d, đ …; tones decide between words that
/// are else the same, and numbers go by their size. That library is loaded when two strings are first
/// compared and not with the program: loading and linking it takes a quarter of the time in which a
/// searcher starts, and only lists of names need it.
#include <string>
#include <string_view>

namespace khobao::text {

/// Below, at or above zero, as strcmp() tells; by bytes where the library is not there. May be called by
/// several threads.
int collate(std::string_view a, std::string_view b);

/// A total order: strings that read alike are told apart by their bytes.
bool collates_before(const std::string& a, const std::string& b);

}  // namespace khobao::text
