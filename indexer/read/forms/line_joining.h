#pragma once
/// Lines broken at a fixed width or inside a sentence, as mail, OCR, pdftotext and old archives
/// leave them: which lines go on the one before.
///
///   "Sáng nay, xã Mây tổ chức lễ khánh" / "thành con đường dài ba cây số."   -> one line
///   "Chợ Mây" / "Bến Mây"                                                     -> two
#include <string>
#include <string_view>
#include <vector>

namespace khobao::read {

/// One entry a line: true where it continues the line before. `lines` are trimmed, "" where blank;
/// none goes on a blank one. A line continues where it begins with a small letter and the line
/// before breaks off inside a sentence, or where all lines of the text are filled to the same width
/// and the one before is full.
std::vector<bool> continued_lines(const std::vector<std::string_view>& lines);

/// The line with its continuation: a space between, none after a hyphen that a word breaks at
/// ("tuyên-" / "truyền").
void append_continuation(std::string& line, std::string_view continuation);

}  // namespace khobao::read
