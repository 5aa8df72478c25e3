#include "indexer/read/forms/browser_dump.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/text/letters/char_class.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

constexpr size_t kMostDigits = 4;
constexpr size_t kMostLinkBytes = 200;     // of a line that is links alone
constexpr size_t kFewestNumberedLines = 3;  // where no list of addresses follows

// Bytes of "[12]" at `pos`; 0 where none stands there.
size_t number_bytes(std::string_view text, size_t pos) {
  if (pos >= text.size() || text[pos] != '[') return 0;
  size_t end = pos + 1;
  while (end < text.size() && text::is_ascii_digit(text[end])) ++end;
  const size_t digits = end - pos - 1;
  return digits > 0 && digits <= kMostDigits && end < text.size() && text[end] == ']'
             ? end + 1 - pos
             : 0;
}

// "[2]Trang nhất", "#[1]RSS", "* [5]Văn hoá".
bool begins_with_link(std::string_view line) {
  const size_t pos = line.find_first_not_of("#*+-o ");
  if (pos == std::string_view::npos || pos > 3) return false;
  const size_t bytes = number_bytes(line, pos);
  // "[1] Theo báo cáo …" is a footnote.
  return bytes > 0 && pos + bytes < line.size() && line[pos + bytes] != ' ';
}

// "3. http://bao.example/xh"
bool is_numbered_address(std::string_view line) {
  size_t pos = 0;
  while (pos < line.size() && text::is_ascii_digit(line[pos])) ++pos;
  if (pos == 0 || pos > kMostDigits || !line.substr(pos).starts_with(". ")) return false;
  line = trim(line.substr(pos + 2));
  return line.starts_with("http://") || line.starts_with("https://") ||
         line.starts_with("mailto:") || line.starts_with("file:") ||
         line.starts_with("javascript:");
}

std::string without_numbers(std::string_view line) {
  std::string out;
  for (size_t pos = 0; pos < line.size();) {
    if (const size_t bytes = number_bytes(line, pos); bytes > 0) {
      pos += bytes;
    } else {
      out += line[pos++];
    }
  }
  return clean_line(out);
}

// Where the list of addresses begins, its heading included; lines.size() where there is none.
size_t addresses_begin(const std::vector<Line>& lines) {
  size_t begin = lines.size();
  while (begin > 0) {
    const std::string_view text = lines[begin - 1].text;
    if (!is_numbered_address(text) && text != "References" && text != "Visible links" &&
        text != "Hidden links:")
      break;
    --begin;
  }
  return begin < lines.size() && lines[begin].text == "References" ? begin : lines.size();
}

}  // namespace

void read_link_numbers(std::vector<Line>& lines) {
  const size_t end = addresses_begin(lines);
  const auto linked = static_cast<size_t>(std::count_if(
      lines.begin(), lines.end(), [](const Line& line) { return begins_with_link(line.text); }));
  if (end == lines.size() && linked < kFewestNumberedLines) return;
  for (size_t i = end; i < lines.size(); ++i) lines[i].mark = Mark::furniture;
  for (size_t i = 0; i < end; ++i) {
    Line& line = lines[i];
    if (begins_with_link(line.text) && line.text.size() <= kMostLinkBytes &&
        !line.text.ends_with('.'))
      line.mark = Mark::furniture;
    if (line.text.find('[') != std::string::npos) line.text = without_numbers(line.text);
  }
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
}

}  // namespace khobao::read
