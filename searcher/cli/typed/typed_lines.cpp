#include "searcher/cli/typed/typed_lines.h"

#include <istream>

#include "common/text/letters/byte_order_mark.h"

namespace khobao::searcher {

bool next_line(std::istream& in, bool first, std::string& line) {
  if (!std::getline(in, line)) return false;
  if (first) strip_byte_order_mark(line);
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

void strip_byte_order_mark(std::string& line) {
  line.erase(0, line.size() - text::without_utf8_mark(line).size());
}

}  // namespace khobao::searcher
