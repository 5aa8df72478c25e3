#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace khobao::filter {

/// Names as they are compared: normalised words, single-spaced. "UBND  tỉnh" -> "ubnd tỉnh".
class ComparableName {
 public:
  std::string of(std::string_view name);

 private:
  text::Tokenizer tokenizer_;
  std::vector<text::Token> tokens_;
};

}  // namespace khobao::filter
