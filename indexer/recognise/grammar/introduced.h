#pragma once
/// Abbreviations that an article introduces by the first letters of what they stand for:
///
///   Liên đoàn Lao động (LĐLĐ)               ->   lđlđ, liên đoàn lao động
///   GPMB (giải phóng mặt bằng)              ->   gpmb, giải phóng mặt bằng
///   Sở Giáo dục và Đào tạo (SGDĐT)          ->   sgdđt, sở giáo dục và đào tạo
///
/// Counted over the archive they tell what its abbreviations mean, beside those of the data files.
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace khobao::recognise {

struct Introduced {
  std::string abbreviation;  ///< normalised
  std::string name;          ///< its words, normalised, with spaces between; at most kMaxNameBytes

  bool operator==(const Introduced&) const = default;
};

inline constexpr size_t kMaxNameBytes = 100;

/// Appends the pairs of one paragraph. `tokens`: those of `text`.
void find_introduced(std::string_view text, const std::vector<text::Token>& tokens,
                     std::vector<Introduced>& out);

}  // namespace khobao::recognise
