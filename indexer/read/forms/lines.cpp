#include "indexer/read/forms/lines.h"

#include <algorithm>

#include "indexer/read/forms/line_joining.h"
#include "indexer/read/forms/list_residue.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxLineBytes = 1 << 20;
constexpr size_t kMaxCaptionBytes = 400;

// Where two spaces stand at or after `pos`; npos where nowhere. Looks at every second byte.
size_t double_space(std::string_view text, size_t pos) {
  for (size_t i = pos + 1; i < text.size(); i += 2) {
    if (text[i] != ' ') continue;
    if (text[i - 1] == ' ' && i - 1 >= pos) return i - 1;
    if (i + 1 < text.size() && text[i + 1] == ' ') return i;
  }
  return std::string_view::npos;
}

// True where two spaces after `before` (the line so far) separate blocks, not words.
bool ends_block(std::string_view before) {
  if (before.ends_with(']') || before.ends_with(')') || ends_sentence(before)) return true;
  return before.size() <= kMaxCaptionBytes && (before.find("Ảnh:") != std::string_view::npos ||
                                               before.find("Nguồn:") != std::string_view::npos);
}

class Appender {
 public:
  explicit Appender(std::vector<Line>& lines) : lines_(lines) {}

  void line(std::string_view raw, bool indented) {
    indented_ = indented;
    while (raw.size() > kMaxLineBytes) {
      size_t cut = raw.rfind(' ', kMaxLineBytes);
      if (cut == std::string_view::npos || cut == 0) cut = kMaxLineBytes;
      blocks(raw.substr(0, cut));
      raw.remove_prefix(cut);
    }
    blocks(raw);
  }

 private:
  void blocks(std::string_view raw) {
    size_t begin = 0;
    for (size_t at = double_space(raw, 0); at != std::string_view::npos;) {
      const size_t next = raw.find_first_not_of(' ', at);
      if (next == std::string_view::npos) break;
      const std::string_view before = raw.substr(begin, at - begin);
      if (ends_block(trim(before))) {
        add(before);
        begin = next;
      }
      at = double_space(raw, next);
    }
    add(raw.substr(begin));
  }

  void add(std::string_view raw) {
    std::string text = clean_line(raw);
    if (text.empty()) {
      blank_ = true;
      return;
    }
    lines_.push_back({.text = std::move(text),
                      .mark = Mark::none,
                      .blank_before = blank_,
                      .indented = indented_});
    blank_ = false;
  }

  std::vector<Line>& lines_;
  bool blank_ = false, indented_ = false;
};

// Bytes of the line end at `pos`: LF, CR, both, U+0085, U+2028, U+2029; 0 where none stands there.
size_t line_end_bytes(std::string_view text, size_t pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead >= ' ' && lead != 0xC2 && lead != 0xE2) return 0;
  const auto at = [&](std::string_view sign) { return text.substr(pos, sign.size()) == sign; };
  if (at("\r\n")) return 2;
  if (text[pos] == '\n' || text[pos] == '\r') return 1;
  if (at("\xC2\x85")) return 2;
  return at("\xE2\x80\xA8") || at("\xE2\x80\xA9") ? 3 : 0;
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  size_t begin = 0;
  // Letters and signs of print, and the second and third bytes of longer ones.
  const auto is_inside = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= ' ' && byte != 0xC2 && byte != 0xE2;
  };
  for (size_t pos = 0; pos < text.size();) {
    while (pos < text.size() && is_inside(text[pos])) ++pos;
    if (pos == text.size()) break;
    const size_t bytes = line_end_bytes(text, pos);
    if (bytes > 0) lines.push_back(text.substr(begin, pos - begin));
    pos += std::max<size_t>(bytes, 1);
    if (bytes > 0) begin = pos;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

namespace {

bool is_indented(std::string_view line) {
  constexpr size_t kIndentBytes = 3;
  return line.starts_with('\t') ||
         (line.size() > kIndentBytes && line.find_first_not_of(" \t") >= kIndentBytes);
}

void append_joined(std::string_view text, Appender& appender) {
  const std::vector<std::string_view> raw = split_lines(text);
  std::vector<std::string_view> lines;
  lines.reserve(raw.size());
  for (std::string_view line : raw) lines.push_back(trim(line));
  const std::vector<bool> continued = continued_lines(lines);
  std::string joined;
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t first = i;
    if (i + 1 >= lines.size() || !continued[i + 1]) {
      appender.line(lines[i], is_indented(raw[i]));
      continue;
    }
    joined = lines[i];
    while (i + 1 < lines.size() && continued[i + 1]) append_continuation(joined, lines[++i]);
    appender.line(joined, is_indented(raw[first]));
  }
}

}  // namespace

void append_lines(std::string_view text, std::vector<Line>& lines) {
  Appender appender(lines);
  if (has_list_residue(text)) {
    append_joined(mend_list_residue(text), appender);
  } else {
    append_joined(text, appender);
  }
}

}  // namespace khobao::read
