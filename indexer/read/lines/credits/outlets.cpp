#include "indexer/read/lines/credits/outlets.h"

#include <algorithm>
#include <vector>

#include "common/base/sorted_table.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

// The symbols of khobao_embed(), see indexer/read/CMakeLists.txt.
extern "C" {
extern const char khobao_outlet_names_begin[];
extern const char khobao_outlet_names_end[];
}

namespace khobao::read {
namespace {

constexpr size_t kMaxPrintedBytes = 120;

SortedTable outlet_names() {
  return SortedTable({khobao_outlet_names_begin,
                      static_cast<size_t>(khobao_outlet_names_end - khobao_outlet_names_begin)});
}

std::string_view find_name(std::string_view key) {
  return outlet_names().find(key).value_or(std::string_view());
}

std::string_view find_host(std::string host) {
  for (;;) {
    if (const std::string_view name = find_name(host); !name.empty()) return name;
    const size_t dot = host.find('.');
    if (dot == std::string::npos || host.find('.', dot + 1) == std::string::npos) return {};
    host.erase(0, dot + 1);
  }
}

// Without the words that stand in front of a name: "Báo Bình Minh" -> "Bình Minh".
std::string_view without_noun(std::string_view form) {
  for (std::string_view noun :
       {"báo điện tử ", "báo ", "tạp chí ", "hãng tin ", "hãng thông tấn ", "hãng ", "đài ",
        "kênh ", "trang ", "tờ ", "website ", "trang tin "}) {
    if (form.starts_with(noun)) return form.substr(noun.size());
  }
  return form;
}

}  // namespace

std::string_view known_outlet(std::string_view printed) {
  if (printed.empty() || printed.size() > 2048) return {};
  if (std::string host = host_of(printed); !host.empty()) {
    if (const std::string_view name = find_host(std::move(host)); !name.empty()) return name;
  }
  if (printed.size() > kMaxPrintedBytes) return {};
  const std::string form = comparison_form(printed);
  if (const std::string_view name = find_name(form); !name.empty()) return name;
  const std::string_view bare = without_noun(form);
  return bare.size() < form.size() ? find_name(bare) : std::string_view{};
}

std::string unified_outlet(std::string_view printed) {
  if (const std::string_view name = known_outlet(printed); !name.empty()) return std::string(name);
  if (std::string host = host_of(printed); !host.empty()) return host;
  return std::string(printed);
}

std::string unified_credit(std::string_view printed) {
  if (!known_outlet(printed).empty() || !host_of(printed).empty()) return unified_outlet(printed);
  constexpr std::string_view kSeparators[] = {", ", "/", ";", " và ", " & ", " - ", " – ", "+", " + "};
  std::vector<std::string> names;
  for (std::string_view rest = printed; !rest.empty();) {
    size_t end = rest.size(), next = rest.size();
    for (const std::string_view sign : kSeparators) {
      const size_t at = rest.find(sign);
      if (at < end) end = at, next = at + sign.size();
    }
    const std::string_view name = known_outlet(trim(rest.substr(0, end)));
    if (name.empty()) return unified_outlet(printed);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    rest.remove_prefix(next);
  }
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

bool looks_like_tag(std::string_view text) {
  if (text.size() < 2 || text.size() > 24 || text.find(' ') != std::string_view::npos) return false;
  size_t capitals = 0, letters = 0;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next_code_point(text, pos);
    const bool letter = text::classify(c) == text::CharClass::letter;
    if (!letter && c != '&' && c != '.' && c != '+') return false;
    letters += letter;
    capitals += letter && is_upper(c);
  }
  return letters >= 2 && capitals >= 2 && starts_upper(text);
}

}  // namespace khobao::read
