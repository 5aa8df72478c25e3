#include "indexer/read/lines/credits/outlets.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "common/base/embedded.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_outlets_begin[];
extern const char khobao_outlets_end[];
}

namespace khobao::read {
namespace {

constexpr size_t kMaxPrintedBytes = 120;

struct OutletTables {
  std::unordered_map<std::string, std::string_view> names;  // by host or comparison form

  OutletTables() {
    const std::string_view data(khobao_outlets_begin,
                                static_cast<size_t>(khobao_outlets_end - khobao_outlets_begin));
    for_each_data_line(data, [&](std::string_view row) {
      const std::string_view name = row.substr(0, row.find('\t'));
      for (std::string_view rest = row; !rest.empty();) {
        const size_t tab = rest.find('\t');
        const std::string_view key = rest.substr(0, tab);
        const std::string host = host_of(key);
        names.try_emplace(host.empty() ? comparison_form(key) : host, name);
        rest = tab == std::string_view::npos ? std::string_view{} : rest.substr(tab + 1);
      }
    });
  }
};

const OutletTables& outlet_tables() {
  static const OutletTables instance;
  return instance;
}

std::string_view find_name(const std::string& key) {
  const auto found = outlet_tables().names.find(key);
  return found == outlet_tables().names.end() ? std::string_view{} : found->second;
}

std::string_view find_host(std::string host) {
  for (;;) {
    if (const std::string_view name = find_name(host); !name.empty()) return name;
    const size_t dot = host.find('.');
    if (dot == std::string::npos || host.find('.', dot + 1) == std::string::npos) return {};
    host.erase(0, dot + 1);
  }
}

bool is_host_char(char c) {
  return (c >= 'a' && c <= 'z') || text::is_ascii_digit(c) || c == '-' || c == '.';
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

std::string host_of(std::string_view text) {
  text = trim(text);
  if (text.size() > 2048) return "";
  std::string lower_text(text);
  for (char& c : lower_text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  std::string_view host = lower_text;
  bool scheme = false;
  for (std::string_view prefix : {"https://", "http://", "//"}) {
    if (host.starts_with(prefix)) host.remove_prefix(prefix.size()), scheme = true;
  }
  if (host.starts_with("www.")) host.remove_prefix(4);
  size_t end = 0;
  while (end < host.size() && is_host_char(host[end])) ++end;
  const bool bounded =
      end == host.size() || host[end] == '/' || host[end] == ':' || host[end] == '?';
  const std::string_view name = host.substr(0, end);
  const size_t dot = name.rfind('.');
  if (!bounded || dot == std::string_view::npos || dot == 0 || name.size() - dot < 3) return "";
  const std::string_view top = name.substr(dot + 1);
  if (top.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos) return "";
  if (name.find("..") != std::string_view::npos || name.front() == '-') return "";
  // "tp.hcm" and "p.vien" are no hosts: without a scheme the last label must be a common one.
  constexpr std::string_view kTops[] = {"vn",   "com",  "net",    "org", "info", "gov", "edu", "tv",
                                        "news", "asia", "online", "int", "uk",   "cn",  "jp",  "kr",
                                        "fr",   "de",   "ru",     "au",  "us",   "eu"};
  for (std::string_view known : kTops) {
    if (top == known) return std::string(name);
  }
  return scheme ? std::string(name) : "";
}

std::string_view known_outlet(std::string_view printed) {
  if (printed.empty() || printed.size() > 2048) return {};
  if (std::string host = host_of(printed); !host.empty()) {
    if (const std::string_view name = find_host(std::move(host)); !name.empty()) return name;
  }
  if (printed.size() > kMaxPrintedBytes) return {};
  const std::string form = comparison_form(printed);
  if (const std::string_view name = find_name(form); !name.empty()) return name;
  const std::string_view bare = without_noun(form);
  return bare.size() < form.size() ? find_name(std::string(bare)) : std::string_view{};
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
