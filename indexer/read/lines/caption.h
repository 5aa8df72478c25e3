#pragma once
/// Captions of photos: short lines among the paragraphs, with a photographer's credit or the words
/// captions begin with. The rules are data/caption_openers.tsv.
///
///   "Bà con dọn bùn sau lũ. Ảnh: LÊ NA"   -> caption
///   "Quang cảnh buổi lễ."                 -> caption
///   "Bùn ngập sân trường. (Nguồn: TTXVN) Theo đài khí tượng, …" -> a caption of 42 bytes in front
#include <cstddef>
#include <string_view>

namespace khobao::read {

/// True for a line that is a caption by its own words. `behind_image`: an image's place holder
/// stands in front of it, so any short line of one sentence is one.
bool is_caption(std::string_view line, bool behind_image);

/// True where the line ends with a photographer's credit: "Mây trên đèo. Ảnh: LÊ NA".
bool ends_with_credit(std::string_view line);

/// Bytes of the caption with a credit in brackets that `line` begins with, the text following on
/// the same line; 0 where there is none.
size_t leading_caption_bytes(std::string_view line);

}  // namespace khobao::read
