#include "indexer/read/forms/markdown_inline.h"

#include <algorithm>

#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxLinkBytes =
    2048;  // but for images inside the text: "(data:image/png;base64,…"
constexpr size_t kMaxTagBytes = 400;

bool is_escapable(char c) {
  return std::string_view("\\`*_{}[]()#+-.!|<>~\"").find(c) != std::string_view::npos;
}

bool is_word_byte(char c) {
  return static_cast<signed char>(c) < 0 || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
         (c >= '0' && c <= '9');
}

// The byte after the address "(…)" that begins at `pos`; `pos` where none does.
size_t address_end(std::string_view line, size_t pos) {
  if (pos >= line.size() || line[pos] != '(') return pos;
  int depth = 0;
  for (size_t i = pos; i < line.size() && i - pos < kMaxLinkBytes; ++i) {
    depth += line[i] == '(' ? 1 : line[i] == ')' ? -1 : 0;
    if (depth == 0) return i + 1;
  }
  return pos;
}

// The byte after a tag or an address in angle brackets at `pos`; `pos` where none begins.
size_t tag_end(std::string_view line, size_t pos) {
  if (pos + 1 >= line.size()) return pos;
  const char next = line[pos + 1];
  if (!((next | 32) >= 'a' && (next | 32) <= 'z') && next != '/' && next != '!') return pos;
  const size_t close =
      line.substr(0, std::min(line.size(), pos + kMaxTagBytes)).find_first_of("<>", pos + 1);
  return close != std::string_view::npos && line[close] == '>' ? close + 1 : pos;
}

// The byte after pandoc's "{#id .class}" at `pos`; `pos` where none begins.
size_t attributes_end(std::string_view line, size_t pos) {
  if (pos + 2 >= line.size() || line[pos] != '{' || (line[pos + 1] != '#' && line[pos + 1] != '.'))
    return pos;
  const size_t close = line.substr(0, std::min(line.size(), pos + kMaxTagBytes)).find('}', pos);
  return close == std::string_view::npos ? pos : close + 1;
}

class Inline {
 public:
  explicit Inline(std::string_view line) : line_(line) {}

  MarkdownText run() {
    while (pos_ < line_.size()) step();
    size_t letters = 0;
    for (const char c : out_) letters += c != ' ';
    found_.link_percent =
        letters == 0
            ? static_cast<unsigned char>(0)
            : static_cast<unsigned char>(std::min<size_t>(100, link_bytes_ * 100 / letters));
    found_.text = clean_line(out_);
    return std::move(found_);
  }

 private:
  struct Open {
    size_t out_bytes = 0;  // where the link's text begins in out_
    bool image = false;
  };

  void step() {
    const char c = line_[pos_];
    if (c == '\\' && pos_ + 1 < line_.size() && is_escapable(line_[pos_ + 1])) {
      out_ += line_[pos_ + 1], pos_ += 2;
    } else if (c == '*' || c == '`' || (c == '_' && is_emphasis())) {
      ++pos_;
    } else if (c == '!' && pos_ + 1 < line_.size() && line_[pos_ + 1] == '[') {
      open_.push_back({out_.size(), true}), pos_ += 2;
    } else if (c == '[') {
      open_.push_back({out_.size(), false}), out_ += c, ++pos_;
    } else if (c == ']' && !open_.empty()) {
      close_link();
    } else if (const size_t after = attributes_end(line_, pos_);
               after > pos_ && after == line_.size()) {
      pos_ = after;
    } else if (const size_t end = c == '<' ? tag_end(line_, pos_) : pos_; end > pos_) {
      out_ += ' ', pos_ = end;
    } else {
      out_ += c, ++pos_;
    }
  }

  // "_" marks emphasis at the edge of a word, not inside "ten_tep", nor by itself.
  bool is_emphasis() const {
    const bool alone = (pos_ == 0 || line_[pos_ - 1] == ' ') &&
                       (pos_ + 1 >= line_.size() || line_[pos_ + 1] == ' ');
    if (alone) return false;
    const bool inside = pos_ > 0 && pos_ + 1 < line_.size() && is_word_byte(line_[pos_ - 1]) &&
                        is_word_byte(line_[pos_ + 1]);
    return !inside;
  }

  void close_link() {
    const Open open = open_.back();
    open_.pop_back();
    const size_t end =
        line_.substr(pos_ + 1).starts_with("(data:") ? data_end() : address_end(line_, pos_ + 1);
    if (open.image) {
      if (end > pos_ + 1 && out_.size() > open.out_bytes) {
        found_.images.push_back(clean_line(out_.substr(open.out_bytes)));
        found_.links_images = found_.links_images || !open_.empty();
      }
      out_.resize(open.out_bytes);
    } else if (end > pos_ + 1) {
      out_.erase(open.out_bytes, 1);  // the bracket
      const size_t bytes =
          static_cast<size_t>(std::count_if(out_.begin() + static_cast<long>(open.out_bytes),
                                            out_.end(), [](char c) { return c != ' '; }));
      link_bytes_ += bytes;
      found_.links += bytes > 0;
    } else if (const size_t attributes = attributes_end(line_, pos_ + 1); attributes > pos_ + 1) {
      out_.erase(open.out_bytes, 1);
      pos_ = attributes - 1;
    } else {
      out_ += ']';
    }
    pos_ = std::max(end, pos_ + 1);
  }

  // After an image that stands in the text itself, of any length. Once none closes, none will.
  size_t data_end() {
    if (unclosed_) return pos_ + 1;
    const size_t close = line_.find(')', pos_ + 1);
    unclosed_ = close == std::string_view::npos;
    return unclosed_ ? pos_ + 1 : close + 1;
  }

  bool unclosed_ = false;
  std::string_view line_;
  MarkdownText found_;
  std::vector<Open> open_;
  std::string out_;
  size_t pos_ = 0, link_bytes_ = 0;
};

}  // namespace

MarkdownText markdown_text(std::string_view line) { return Inline(line).run(); }

}  // namespace khobao::read
