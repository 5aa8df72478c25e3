#pragma once
/// Texts that browsers of the terminal write ("lynx -dump", links, w3m): links are numbered, and
/// their addresses stand at the end.
///
///   [2]Trang nhất [3]Xã hội               links alone             -> furniture
///   Bà con [4]xã Mây Trắng sửa đường.     a link inside the text  -> the text without the number
///   References                            the list at the end     -> furniture
///      2. http://bao.example/
#include <vector>

#include "indexer/read/page.h"

namespace khobao::read {

/// Marks such lines; leaves others as they are. Nothing where the text is no such dump.
void read_link_numbers(std::vector<Line>& lines);

}  // namespace khobao::read
