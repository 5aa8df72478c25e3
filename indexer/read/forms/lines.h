#pragma once
/// Running text into Lines: what plain text files and JSON bodies share.
#include <string_view>
#include <vector>

#include "indexer/read/page.h"

namespace khobao::read {

/// Appends the lines of `text`, cleaned (clean_line), empty ones left out. A line also ends
///   - at two spaces behind the end of a sentence or of a photo credit: extractors that join blocks
///     leave them ("Người dân dọn bùn. Ảnh: Lê Na  Sáng cùng ngày, …");
///   - between the items of a printed list (list_residue.h).
/// Lines of more than 1 MiB are cut at a space.
void append_lines(std::string_view text, std::vector<Line>& lines);

}  // namespace khobao::read
