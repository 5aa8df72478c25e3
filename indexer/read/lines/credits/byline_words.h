#pragma once
/// The words of data/byline_words.tsv.
#include <string_view>
#include <vector>

namespace khobao::read {

struct BylineWords {
  std::vector<std::string_view> author, credit;  ///< as printed, longest first
  std::vector<std::string_view> remark;          ///< comparison form
  std::vector<std::string_view> post;            ///< comparison form
  std::vector<std::string_view> media;           ///< as printed
};

const BylineWords& byline_words();

}  // namespace khobao::read
