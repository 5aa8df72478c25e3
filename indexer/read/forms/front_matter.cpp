#include "indexer/read/forms/front_matter.h"

#include <string>

#include "indexer/read/forms/record_keys.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

constexpr size_t kMostLines = 120;
constexpr size_t kMostValueBytes = 4000;

bool goes_on_indented(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// "[Lê Na, 'Trần Sen']" -> "Lê Na, Trần Sen"; other values as they are.
std::string flat(std::string_view value) {
  value = trim(value);
  if (value.size() < 2 || value.front() != '[' || value.back() != ']')
    return std::string(unquoted(value));
  value = value.substr(1, value.size() - 2);
  std::string out;
  while (!value.empty()) {
    const size_t comma = std::min(value.find(','), value.size());
    if (const std::string_view item = unquoted(value.substr(0, comma)); !item.empty())
      out += (out.empty() ? "" : ", ") + std::string(item);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return out;
}

// ">", "|-", ">+": the value stands in the lines below.
bool announces_block(std::string_view value) {
  return !value.empty() && value.size() <= 3 && (value[0] == '>' || value[0] == '|') &&
         value.find_first_not_of(">|-+0123456789") == std::string_view::npos;
}

class BlockReader {
 public:
  BlockReader(const std::vector<std::string_view>& lines, size_t end, char sign)
      : lines_(lines), end_(end), sign_(sign) {}

  void run(Stated& stated) {
    for (size_t at = 1; at < end_;) {
      const std::string_view line = lines_[at++];
      const size_t sign = line.find(sign_);
      if (goes_on_indented(line) || sign == std::string_view::npos) continue;
      std::string* const field = stated_field(stated, record_key(trim(line.substr(0, sign))).field);
      const std::string_view value = trim(line.substr(sign + 1));
      std::string whole = announces_block(value) ? block(at) : value.empty() ? items(at) : "";
      if (whole.empty() && !announces_block(value)) whole = flat(value);
      if (field != nullptr && field->empty()) *field = clean_line(whole);
    }
  }

 private:
  std::string block(size_t& at) const {
    std::string text;
    for (; at < end_ && (goes_on_indented(lines_[at]) || trim(lines_[at]).empty()); ++at) {
      if (text.size() < kMostValueBytes) text += std::string(trim(lines_[at])) + ' ';
    }
    return text;
  }

  // "- Lê Na", "- name: Lê Na"; other keys of an item are passed over.
  std::string items(size_t& at) const {
    std::string text;
    for (; at < end_; ++at) {
      std::string_view line = trim(lines_[at]);
      const bool begins_item = line.starts_with("- ");
      if (!begins_item && !goes_on_indented(lines_[at])) break;
      if (begins_item) line = trim(line.substr(2));
      if (const size_t colon = line.find(": "); colon != std::string_view::npos) {
        const std::string_view key = trim(line.substr(0, colon));
        if (key != "name" && key != "title") continue;
        line = line.substr(colon + 2);
      } else if (!begins_item) {
        continue;
      }
      if (text.size() < kMostValueBytes)
        text += (text.empty() ? "" : ", ") + std::string(unquoted(line));
    }
    return text;
  }

  const std::vector<std::string_view>& lines_;
  const size_t end_;
  const char sign_;
};

}  // namespace

size_t read_front_matter(const std::vector<std::string_view>& lines, Stated& stated) {
  const std::string_view rule = lines.empty() ? std::string_view() : trim(lines[0]);
  if (rule != "---" && rule != "+++") return 0;
  for (size_t i = 1; i < lines.size() && i < kMostLines; ++i) {
    if (trim(lines[i]) != rule) continue;
    BlockReader(lines, i, rule == "+++" ? '=' : ':').run(stated);
    return i + 1;
  }
  return 0;
}

}  // namespace khobao::read
