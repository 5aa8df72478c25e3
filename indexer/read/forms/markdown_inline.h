#pragma once
/// Markdown inside a line: emphasis, links, images, tags, escapes.
///
///   "**Mùa [nước nổi](https://may.example)** về\\!"   -> "Mùa nước nổi về!"
///   "![Bến Mây](ben.jpg \"Bến\") Nước lên."           -> "Nước lên.", images: "Bến Mây"
///   "[Chợ Mây](/cho) [Bến Mây](/ben)"                 -> "Chợ Mây Bến Mây", 2 links, 100 percent
#include <string>
#include <string_view>
#include <vector>

namespace khobao::read {

struct MarkdownText {
  std::string text;
  std::vector<std::string> images;  ///< alternative texts, "" left out
  bool links_images = false;        ///< images stand inside links, as teasers have them
  size_t links = 0;                 ///< that have text
  unsigned char link_percent = 0;   ///< of the bytes of `text`, inside links
};

/// The text of a Markdown line. Marks that close nothing stay as they are. Linear, without
/// recursion.
MarkdownText markdown_text(std::string_view line);

}  // namespace khobao::read
