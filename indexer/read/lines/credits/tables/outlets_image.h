#pragma once
#include <string>
#include <string_view>

namespace khobao::read {

/// The image of a SortedTable of outlets, made of data/outlets.tsv:
///
///   host, or comparison_form() of another key    ->  the outlet's name
std::string outlets_image(std::string_view rows);

}  // namespace khobao::read
