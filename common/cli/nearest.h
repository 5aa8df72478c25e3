#pragma once
/// What a mistyped word may have been meant to be.
///
///   "--limt" among options   ->   "--limit"        "jsno" among formats   ->   "json"
#include <string>
#include <vector>

namespace khobao::cli {

/// The one of `known` that `typed` comes nearest to, case and leading dashes aside: at most one slip
/// of the keyboard (a letter added, left out, changed, or two swapped) in words of up to five
/// letters, two in longer ones; else the one that begins with it, where there is just one and at
/// least three letters were typed. "" where none is near.
std::string nearest(const std::string& typed, const std::vector<std::string>& known);

}  // namespace khobao::cli
