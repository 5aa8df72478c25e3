#include "searcher/cli/typed_lines.h"

#include <istream>
#include <string_view>

namespace khobao::searcher {

bool next_line(std::istream& in, bool first, std::string& line) {
  if (!std::getline(in, line)) return false;
  if (first) strip_byte_order_mark(line);
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

void strip_byte_order_mark(std::string& text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
}

}  // namespace khobao::searcher
