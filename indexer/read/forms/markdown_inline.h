#pragma once
/// Markdown inside a line: emphasis, links, images, tags, escapes.
///
///   "**Mùa [nước nổi](https://may.example)** về\\!"   -> "Mùa nước nổi về!"
///   "![Bến Mây](ben.jpg \"Bến\") Nước lên."           -> "Nước lên.", images: "Bến Mây"
#include <string>
#include <string_view>
#include <vector>

namespace khobao::read {

/// The text of a Markdown line; the alternative texts of its images are appended to `images`. Marks
/// that close nothing stay as they are. Linear, without recursion.
std::string markdown_text(std::string_view line, std::vector<std::string>& images);

}  // namespace khobao::read
