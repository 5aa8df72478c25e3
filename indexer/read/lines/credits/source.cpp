#include "indexer/read/lines/credits/source.h"

#include <algorithm>

#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/byline_words.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/credits/person_name.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxTagBytes = 40;
constexpr size_t kOpeningBytes = 320;

bool is_source(std::string_view text) {
  return !known_outlet(text).empty() || !host_of(text).empty();
}

size_t dash_bytes(std::string_view text) {
  for (std::string_view dash : {"-", "–", "—"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  return 0;
}

// The words with capitals that `text` begins with, at most four: an outlet's name as printed.
std::string_view capital_run(std::string_view text) {
  size_t end = 0;
  for (size_t words = 0; words < 4 && end < text.size(); ++words) {
    const size_t begin = words == 0 ? 0 : end + 1;
    const size_t stop = std::min(text.find_first_of(" ,;:()[]", begin), text.size());
    if (stop == begin || !starts_upper(text.substr(begin, stop - begin))) break;
    end = stop;
    if (stop >= text.size() || text[stop] != ' ') break;
  }
  std::string_view run = text.substr(0, end);
  while (run.ends_with('.')) run.remove_suffix(1);
  return run;
}

// The longest known source that the run begins with; "" where none.
std::string_view known_prefix(std::string_view run) {
  for (std::string_view prefix = run; !prefix.empty();) {
    if (is_source(prefix)) return prefix;
    const size_t slash = prefix.find('/');
    if (slash != std::string_view::npos && is_source(prefix.substr(0, slash)) &&
        is_source(prefix.substr(slash + 1)))
      return prefix;
    const size_t space = prefix.rfind(' ');
    prefix = space == std::string_view::npos ? std::string_view{} : prefix.substr(0, space);
  }
  return {};
}

// The outlet after "Theo": with a noun of the press any name, else a known one.
std::string_view named_behind(std::string_view text) {
  for (std::string_view noun : byline_words("media")) {
    if (!text.starts_with(noun) || text.size() == noun.size() || text[noun.size()] != ' ') continue;
    return capital_run(text.substr(noun.size() + 1));
  }
  return known_prefix(capital_run(text));
}

}  // namespace

HeadTag read_head_tag(std::string_view line) {
  const std::string_view head = line.substr(0, kMaxTagBytes + 4);
  const bool bracket = head.starts_with('(');
  size_t end = 0;
  std::string_view name;
  if (bracket) {
    const size_t close = head.find(')');
    if (close == std::string_view::npos) return {};
    name = trim(head.substr(1, close - 1));
    end = close + 1;
  } else {
    end = std::min(head.find(" - "), std::min(head.find(" – "), head.find(" — ")));
    if (end == std::string_view::npos) end = head.find("- ");
    if (end == std::string_view::npos || end == 0) return {};
    name = trim(head.substr(0, end));
  }
  size_t pos = line.find_first_not_of(' ', end);
  if (pos == std::string_view::npos) return {};
  size_t dash = dash_bytes(line.substr(pos));
  if (dash == 0 && bracket && line[pos] == ':') dash = 1;
  if (dash == 0) return {};
  pos = line.find_first_not_of(' ', pos + dash);
  if (pos == std::string_view::npos || name.empty()) return {};
  const bool press = bracket && (name.starts_with("Báo ") || name.starts_with("Tạp chí ") ||
                                 name.starts_with("Đài ") || name.starts_with("Cổng TTĐT "));
  if (is_source(name) || press || (bracket && looks_like_tag(name))) return {name, pos};
  return {};
}

std::string opening_credit(std::string_view paragraph) {
  const std::string_view opening = paragraph.substr(0, kOpeningBytes);
  if (opening.starts_with("Theo ")) return std::string(named_behind(opening.substr(5)));
  for (std::string_view verb :
       {" đưa tin", " dẫn nguồn", " dẫn lời", " cho biết", " cho hay", " đăng tải"}) {
    const size_t at = opening.find(verb);
    if (at == std::string_view::npos || at > 60) continue;
    std::string_view subject = opening.substr(0, at);
    for (std::string_view noun :
         {"Hãng tin ", "Hãng thông tấn ", "Hãng ", "Tờ ", "Báo ", "Đài ", "Kênh "}) {
      if (subject.starts_with(noun)) subject.remove_prefix(noun.size());
    }
    if (known_prefix(subject) == subject && !subject.empty()) return std::string(subject);
  }
  return "";
}

}  // namespace khobao::read
