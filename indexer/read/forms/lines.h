#pragma once
/// Running text into Lines: what plain text files and JSON bodies share.
#include <string_view>
#include <vector>

#include "indexer/read/page.h"

namespace khobao::read {

/// The lines of `text` between line feeds, carriage returns, both, U+0085, U+2028 and U+2029; one
/// at least.
std::vector<std::string_view> split_lines(std::string_view text);

/// Appends the lines of `text`, cleaned (clean_line), empty ones left out, those joined that a
/// width broke (line_joining.h). A line also ends
///   - at two spaces after the end of a sentence or of a photo credit: extractors that join blocks
///     leave them ("Người dân dọn bùn. Ảnh: Lê Na  Sáng cùng ngày, …");
///   - between the items of a printed list (list_residue.h).
/// Lines of more than 1 MiB are cut at a space.
void append_lines(std::string_view text, std::vector<Line>& lines);

}  // namespace khobao::read
