#include "tests/support/source_literals.h"

#include <algorithm>
#include <cctype>

namespace khobao::test {
namespace {

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

  std::vector<Literal> read() {
    stack_.push_back({});
    while (at_ < source_.size()) step();
    return std::move(found_);
  }

 private:
  struct Bracket {
    std::string callee;
    size_t argument = 0;
    std::string designator;
  };

  bool next(std::string_view text) const { return source_.substr(at_).starts_with(text); }

  void skip_to(std::string_view end) {
    const size_t place = source_.find(end, at_);
    const size_t stop = place == std::string_view::npos ? source_.size() : place + end.size();
    line_ += static_cast<size_t>(std::count(source_.begin() + static_cast<long>(at_),
                                            source_.begin() + static_cast<long>(stop), '\n'));
    at_ = stop;
  }

  void step() {
    const char c = source_[at_];
    if (next("//")) {
      skip_to("\n");
    } else if (next("/*")) {
      skip_to("*/");
    } else if (c == '#' && (next("#include") || next("#error"))) {
      skip_to("\n");
    } else if (next("R\"")) {
      const size_t open = source_.find('(', at_);
      const std::string end = ")" + std::string(source_.substr(at_ + 2, open - at_ - 2)) + "\"";
      skip_to(end);
    } else if (c == '"') {
      literal();
    } else if (c == '\'' && (at_ == 0 || !std::isdigit(static_cast<unsigned char>(source_[at_ - 1])))) {
      ++at_;
      while (at_ < source_.size() && source_[at_] != '\'') at_ += source_[at_] == '\\' ? 2 : 1;
      ++at_;
    } else if (is_name(c)) {
      const size_t begin = at_;
      while (at_ < source_.size() && is_name(source_[at_])) ++at_;
      word_ = source_.substr(begin, at_ - begin);
      after_dot_ = begin > 0 && source_[begin - 1] == '.';
      if (after_dot_) dotted_ = word_;
    } else {
      sign(c);
      ++at_;
    }
  }

  void sign(char c) {
    if (c == '\n') ++line_;
    if (std::isspace(static_cast<unsigned char>(c)) != 0) return;
    if (c == '(' || c == '{' || c == '[') {
      stack_.push_back({word_, 0, {}});
    } else if (c == ')' || c == '}' || c == ']') {
      if (stack_.size() > 1) stack_.pop_back();
    } else if (c == ',') {
      ++stack_.back().argument;
      stack_.back().designator.clear();
    } else if (c == ';') {
      stack_.back().designator.clear();
    } else if (c == '=' && after_dot_) {
      stack_.back().designator = dotted_;
    }
    word_.clear();
    if (c != '.') after_dot_ = false;
  }

  void literal() {
    Literal found;
    found.line = line_;
    found.argument = stack_.back().argument;
    for (const Bracket& bracket : stack_) {
      if (!bracket.callee.empty()) found.callees.push_back(bracket.callee);
      if (!bracket.designator.empty()) found.designator = bracket.designator;
    }
    while (at_ < source_.size() && source_[at_] == '"') {
      for (++at_; at_ < source_.size() && source_[at_] != '"'; ++at_) escaped(found.text);
      ++at_;
      const size_t more = source_.find_first_not_of(" \n\t", at_);
      if (more == std::string_view::npos || source_[more] != '"') break;
      skip_to("\"");
      --at_;
    }
    found_.push_back(std::move(found));
    word_.clear();
  }

  void escaped(std::string& text) {
    if (source_[at_] != '\\') {
      text += source_[at_];
      return;
    }
    const char c = source_[++at_];
    if (c == 'u') {
      append_utf8(text, static_cast<unsigned>(std::stoul(std::string(source_.substr(at_ + 1, 4)), nullptr, 16)));
      at_ += 4;
    } else {
      text += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
  }

  std::string_view source_;
  size_t at_ = 0, line_ = 1;
  std::string word_, dotted_;
  bool after_dot_ = false;
  std::vector<Bracket> stack_;
  std::vector<Literal> found_;
};

}  // namespace

bool Literal::within(std::string_view callee) const {
  return std::find(callees.begin(), callees.end(), callee) != callees.end();
}

std::vector<Literal> literals_of(std::string_view source) { return Scanner(source).read(); }

bool is_prose(std::string_view text) {
  size_t words = 0;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(' '));
    const std::string_view word = part.ends_with(',') ? part.substr(0, part.size() - 1) : part;
    const bool small = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
      return c >= 'a' && c <= 'z';
    });
    words = small ? words + 1 : 0;
    if (words == 2) return true;
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return false;
}

}  // namespace khobao::test
