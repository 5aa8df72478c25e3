#include "common/language/twin_lines.h"

#include <algorithm>

#include "common/base/embedded.h"

namespace khobao {
namespace {

std::string unescaped(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool line_end = text[at] == '\\' && at + 1 < text.size() && text[at + 1] == 'n';
    out += line_end ? '\n' : text[at];
    at += line_end ? 1 : 0;
  }
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> twin_lines(std::string_view file) {
  std::vector<std::pair<std::string, std::string>> lines;
  for_each_data_line(file, [&](std::string_view line) {
    const size_t tab = std::min(line.find('\t'), line.size());
    lines.emplace_back(unescaped(line.substr(0, tab)),
                       unescaped(line.substr(std::min(tab + 1, line.size()))));
  });
  return lines;
}

std::vector<size_t> placeholders(std::string_view text) {
  std::vector<size_t> numbers;
  size_t next = 1;
  for (size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    if (text.substr(at, 2) == "{}") numbers.push_back(next++);
    if (at + 2 < text.size() && text[at + 2] == '}' && text[at + 1] >= '1' && text[at + 1] <= '9')
      numbers.push_back(static_cast<size_t>(text[at + 1] - '0'));
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace khobao
