#pragma once
/// What is no markup of text is taken out of a page before it is parsed: PHP and ASP blocks,
/// comments, scripts, styles, drawings, and the attributes that nobody reads. This bounds what the
/// parser sees.
///
///   "<p onclick=x class=a>Gặt <!-- x -->lúa 5 < 7<?php echo 1 ?></p>"
///   -> "<p class=\"a\">Gặt lúa 5 &lt; 7</p>"
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace khobao::read {

struct CleanHtml {
  std::string markup;
  std::string styles;  ///< the first rules of <style>, where they name a font from before Unicode
  std::vector<std::string> json_ld;  ///< the contents of <script type="application/ld+json">
};

enum class TagDepth : unsigned char {
  as_written,
  flat,  ///< block elements become paragraphs side by side, the others go: for pages nested too
         ///< deeply
};

/// Errors: ErrorCode::input over 32 MiB or half a million tags. Any bytes are accepted; a '<' that
/// begins no tag becomes "&lt;", unknown words in angle brackets stay text ("<Theo TTXVN>").
Result<CleanHtml> clean_html(std::string_view utf8, TagDepth depth);

}  // namespace khobao::read
