#include "indexer/read/forms/lines.h"

#include "indexer/read/forms/list_residue.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxLineBytes = 1 << 20;
constexpr size_t kMaxCaptionBytes = 400;

// Where two spaces stand at or behind `pos`; npos where nowhere. Looks at every second byte.
size_t double_space(std::string_view text, size_t pos) {
  for (size_t i = pos + 1; i < text.size(); i += 2) {
    if (text[i] != ' ') continue;
    if (text[i - 1] == ' ' && i - 1 >= pos) return i - 1;
    if (i + 1 < text.size() && text[i + 1] == ' ') return i;
  }
  return std::string_view::npos;
}

// True where two spaces behind `before` (the line so far) separate blocks, not words.
bool ends_block(std::string_view before) {
  if (before.ends_with(']') || before.ends_with(')') || ends_sentence(before)) return true;
  return before.size() <= kMaxCaptionBytes && (before.find("Ảnh:") != std::string_view::npos ||
                                               before.find("Nguồn:") != std::string_view::npos);
}

class Appender {
 public:
  explicit Appender(std::vector<Line>& lines) : lines_(lines) {}

  void line(std::string_view raw) {
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
    lines_.push_back({.text = std::move(text), .mark = Mark::none, .blank_before = blank_});
    blank_ = false;
  }

  std::vector<Line>& lines_;
  bool blank_ = false;
};

// Calls the appender for the parts of `text` between marks.
template <class Part>
void split_at(std::string_view text, char mark, Part part) {
  while (!text.empty()) {
    const size_t end = text.find(mark);
    part(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

// Lines end with a line feed, a carriage return, or both.
void each_line(std::string_view text, Appender& appender) {
  split_at(text, '\n', [&](std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) appender.line(line);
    split_at(line, '\r', [&](std::string_view part) { appender.line(part); });
  });
}

}  // namespace

void append_lines(std::string_view text, std::vector<Line>& lines) {
  Appender appender(lines);
  if (has_list_residue(text)) {
    each_line(mend_list_residue(text), appender);
  } else {
    each_line(text, appender);
  }
}

}  // namespace khobao::read
