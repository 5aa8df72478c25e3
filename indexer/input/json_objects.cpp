#include "indexer/input/json_objects.h"

#include <algorithm>

#include "common/text/letters/byte_order_mark.h"

namespace khobao::input {
namespace {

constexpr size_t kObjectBufferBytes = 64 << 10;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// How deep a scan stands in objects and arrays.
class Depth {
 public:
  void take(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (inside_string_) {
      escaped_ = c == '\\';
      inside_string_ = c != '"';
    } else {
      inside_string_ = c == '"';
      depth_ += c == '{' || c == '[';
      depth_ -= (c == '}' || c == ']') && depth_ > 0;
    }
  }
  bool is_outside() const { return depth_ == 0 && !inside_string_; }

 private:
  size_t depth_ = 0;
  bool inside_string_ = false, escaped_ = false;
};

}  // namespace

bool is_json_document(std::string_view head) {
  head = text::without_utf8_mark(head);
  const size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  head.remove_prefix(begin);
  if (head.front() == '[') {
    const size_t first = head.find_first_not_of(" \t\r\n", 1);
    return first == std::string_view::npos || head[first] == '{' || head[first] == ']';
  }
  const size_t end = head.find('\n');
  if (head.front() != '{' || end == std::string_view::npos) return false;
  Depth depth;
  for (const char c : head.substr(0, end)) depth.take(c);
  return !depth.is_outside();
}

Result<bool> JsonObjects::fill() {
  buffer_.resize(kObjectBufferBytes);
  const auto got = source_.read(buffer_.data(), buffer_.size());
  if (!got) return got.error();
  buffer_.resize(*got);
  at_ = 0;
  return *got > 0;
}

void JsonObjects::take(char c, LineReader::Line& line) {
  if (line.text.size() >= max_bytes_) line.too_long = true;
  if (!line.too_long) line.text += c == '\n' || c == '\r' ? ' ' : c;
}

Result<bool> JsonObjects::next(LineReader::Line& line) {
  line = {};
  Depth depth;
  bool inside = false, junk = false;
  for (;;) {
    if (at_ == buffer_.size()) {
      const auto more = fill();
      if (!more) return more.error();
      if (!*more) break;
    }
    const char c = buffer_[at_];
    const bool between = is_space(c) || c == ',' || c == '[' || c == ']';
    if (!inside && !junk && between) {
      ++at_;
      continue;
    }
    if (junk && (c == '{' || c == '\n')) break;
    ++at_;
    if (!inside && !junk) {
      inside = c == '{';
      junk = !inside && static_cast<unsigned char>(c) != 0xEF &&
             static_cast<unsigned char>(c) != 0xBB && static_cast<unsigned char>(c) != 0xBF;
      if (!inside && !junk) continue;  // a byte order mark
    }
    take(c, line);
    if (!inside) continue;
    depth.take(c);
    if (depth.is_outside()) break;
  }
  if (!inside && !junk) return false;
  line.number = ++number_;
  if (line.too_long) line.text.clear();
  return true;
}

}  // namespace khobao::input
