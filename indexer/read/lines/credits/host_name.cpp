#include "indexer/read/lines/credits/host_name.h"

#include "common/text/letters/char_class.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

bool is_host_char(char c) {
  return (c >= 'a' && c <= 'z') || text::is_ascii_digit(c) || c == '-' || c == '.';
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

}  // namespace khobao::read
