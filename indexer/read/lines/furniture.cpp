#include "indexer/read/lines/furniture.h"

#include <algorithm>

#include "common/base/row_table.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_furniture_begin[];
extern const char khobao_furniture_end[];
}

namespace khobao::read {
namespace {

constexpr size_t kMaxLineBytes = 200;
constexpr size_t kMaxMastheadBytes = 800;  // all of it may stand on one line
constexpr size_t kMaxPatternWords = 24;
constexpr size_t kLongestPatternWords = 8;  // of the rows "begin" and "end"

using Words = std::string_view;

// Of data/furniture.tsv.
RowTable furniture_rows() { return RowTable(khobao_furniture_begin, khobao_furniture_end); }

bool begins_with_words(Words line, Words pattern) {
  return line.starts_with(pattern) &&
         (line.size() == pattern.size() || line[pattern.size()] == ' ');
}

// Whether the line's first words are a pattern of the rows "begin", or its last ones one of "end".
bool matches_edge(Words words) {
  const RowTable rows = furniture_rows();
  size_t front = 0, back = words.size();
  for (size_t count = 0; count < kLongestPatternWords && front < words.size(); ++count) {
    front = std::min(words.find(' ', front + (count > 0)), words.size());
    if (rows.holds("begin", words.substr(0, front))) return true;
    const size_t space = back < 2 ? Words::npos : words.rfind(' ', back - 2);
    back = space == Words::npos ? 0 : space + 1;
    if (rows.holds("end", words.substr(back))) return true;
  }
  return false;
}

// "00:00/00:00", "-01:46", "1.5x", "×": what players and buttons print.
bool is_clock_face(std::string_view line) {
  constexpr size_t kLongestFace = 16;
  if (line.size() > kLongestFace) return false;
  const size_t colon = line.find(':');
  return line.find_first_not_of("0123456789:/-+. x") == std::string_view::npos &&
         (colon != std::string_view::npos || line.ends_with('x'));
}

// "create", "fullscreen": a word of a program's button, in small letters without marks, that no
// Vietnamese syllable is spelt like.
bool is_foreign_button(std::string_view line) {
  constexpr size_t kShortest = 4, kLongest = 14;
  if (line.size() < kShortest || line.size() > kLongest) return false;
  const bool small =
      std::all_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return small && !text::parse_syllable(text::to_code_points(line));
}

// An inline teaser: "[Bão Mây vào bờ trong đêm]", the headline of another article in brackets.
bool is_teaser(std::string_view inside) {
  if (!starts_upper(inside) || inside.size() > 250 || ends_sentence(inside)) return false;
  const size_t words = count_words(inside);
  return words >= 5 && words <= 30;
}

// `text` without its teasers.
std::string without_teasers(std::string_view text, std::vector<std::string>& furniture) {
  std::string out;
  size_t kept = 0;
  for (size_t open = text.find('['); open != std::string_view::npos;) {
    const size_t close = text.find_first_of("[]", open + 1);
    if (close == std::string_view::npos) break;
    if (text[close] == ']' && is_teaser(text.substr(open + 1, close - open - 1))) {
      furniture.emplace_back(text.substr(open, close + 1 - open));
      out += text.substr(kept, open - kept);
      kept = close + 1;
      if ((out.empty() || out.ends_with(' ')) && kept < text.size() && text[kept] == ' ') ++kept;
    }
    open = text[close] == '[' ? close : text.find('[', close);
  }
  out += text.substr(kept);
  return out;
}

}  // namespace

namespace {

// Buttons side by side: "Thích Phản hồi Chia sẻ", "3 ngày trước 5 phút đọc".
bool is_run_of_lines(Words words) {
  constexpr size_t kMostRunWords = 12;
  if (count_words(words) > kMostRunWords) return false;
  std::vector<size_t> parts(words.size() + 2, 0);  // into how many known lines the beginning falls
  parts[0] = 1;
  const RowTable rows = furniture_rows();
  for (size_t begin = 0; begin < words.size(); ++begin) {
    if (parts[begin] == 0) continue;
    for (size_t end = begin + 1; end <= words.size(); ++end) {
      if (end < words.size() && words[end] != ' ') continue;
      if (rows.holds("line", words.substr(begin, end - begin)))
        parts[end + 1] = std::max(parts[end + 1], parts[begin] + 1);
    }
  }
  return parts[words.size() + 1] > 2;
}

// "#hoTieu #locThanh"
bool is_run_of_tags(std::string_view line) {
  if (!line.starts_with('#') || line.size() < 3 || line[1] == ' ') return false;
  for (size_t space = line.find(' '); space != std::string_view::npos;
       space = line.find(' ', space + 1)) {
    if (space + 1 >= line.size() || line[space + 1] != '#') return false;
  }
  return !(line[1] >= '0' && line[1] <= '9');
}

// Keys of a page's foot, with what stands after them, and whose rights are reserved.
bool is_label_or_claim(std::string_view line) {
  for (std::string_view label : {"Chủ đề:", "Từ khóa:", "Từ khoá:", "Tags:", "Tag:", "Thẻ:",
                                 "TAGS:", "TỪ KHÓA:", "Từ Khóa:", "Sự kiện:", "Chuyên mục:"}) {
    if (line.starts_with(label)) return true;
  }
  return line.find("©") != std::string_view::npos;
}

}  // namespace

FurnitureKind furniture_kind(std::string_view line) {
  if (line.size() > kMaxLineBytes) return FurnitureKind::none;
  if (is_label_or_claim(line) || is_run_of_tags(line)) return FurnitureKind::furniture;
  if (is_code(line) || is_clock_face(line) || is_foreign_button(line))
    return FurnitureKind::furniture;
  const std::string words = comparison_form(line);
  if (words.empty()) return FurnitureKind::furniture;
  if (furniture_rows().holds("related", words)) return FurnitureKind::related;
  if (furniture_rows().holds("line", words) || last_line(line, words) == LastLine::comments)
    return FurnitureKind::furniture;
  if (is_run_of_lines(words)) return FurnitureKind::furniture;
  if (count_words(words) > kMaxPatternWords || !matches_edge(words)) return FurnitureKind::none;
  return FurnitureKind::furniture;
}

LastLine last_line(std::string_view line) {
  return line.size() > kMaxMastheadBytes ? LastLine::none : last_line(line, comparison_form(line));
}

LastLine last_line(std::string_view line, const std::string& words) {
  if (line.size() > kMaxMastheadBytes) return LastLine::none;
  const RowTable rows = furniture_rows();
  if (line.size() <= kMaxLineBytes && rows.holds("last", words)) return LastLine::comments;
  for (Words begin : rows.texts("last-begin")) {
    if (begins_with_words(words, begin)) return LastLine::masthead;
  }
  return LastLine::none;
}

bool is_code(std::string_view line) {
  if (line.size() < 2 || static_cast<signed char>(line.front()) < 0) return false;
  const bool ascii = std::all_of(line.begin(), line.end(),
                                 [](char c) { return static_cast<signed char>(c) >= 0; });
  if (line.starts_with("<?php") || line == "?>" || line.starts_with("</") ||
      line.starts_with("<script"))
    return true;
  if (!ascii) return false;
  for (std::string_view sign :
       {"();", "){", ") {", "});", "/>", "={", "var ", "function(", "document.", "window."}) {
    if (line.find(sign) != std::string_view::npos &&
        line.find_first_of(";{}<>") != std::string_view::npos)
      return true;
  }
  return false;
}

bool is_doubled(std::string_view line) {
  if (line.size() < 5 || line.size() % 2 == 0) return false;
  const size_t half = line.size() / 2;
  return line[half] == ' ' && line.substr(0, half) == line.substr(half + 1);
}

void cut_inline_furniture(std::string& text, std::vector<std::string>& furniture) {
  const RowTable rows = furniture_rows();
  const PackedTexts leads = rows.texts("lead"), tails = rows.texts("tail");
  std::string_view rest = text;
  for (bool again = true; again;) {
    again = false;
    for (std::string_view lead : leads) {
      if (!rest.starts_with(lead) || rest.size() == lead.size()) continue;
      furniture.emplace_back(lead);
      rest = trim(rest.substr(lead.size()));
      again = true;
    }
    for (std::string_view tail : tails) {
      if (!rest.ends_with(tail) || rest.size() == tail.size()) continue;
      furniture.emplace_back(tail);
      rest = trim(rest.substr(0, rest.size() - tail.size()));
      again = true;
    }
  }
  if (rest.find('[') != std::string_view::npos) {
    text = trim(without_teasers(rest, furniture));
  } else if (rest.size() < text.size()) {
    text = std::string(rest);
  }
}

}  // namespace khobao::read
