#include "common/text/address.h"

#include <algorithm>
#include <array>

namespace khobao::text {
namespace {

// The generic domains, Vietnam's, and the reserved ones of RFC 2606 that examples use.
constexpr std::array<std::string_view, 14> kTopLevelDomains = {
    "vn", "com", "net", "org", "gov", "edu", "info", "int", "io", "tv", "uk", "fr", "cn", "example"};

bool is_host_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_';
}

bool starts_with_no_case(std::string_view s, std::string_view lower_prefix) {
  return s.size() >= lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), s.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

size_t scheme_size(std::string_view s) {
  for (std::string_view scheme : {"https://", "http://", "ftp://"}) {
    if (starts_with_no_case(s, scheme)) return scheme.size();
  }
  return 0;
}

// The end of a host name at `pos`; a dot at its end belongs to the sentence.
size_t host_end(std::string_view s, size_t pos) {
  while (pos < s.size() && is_host_char(s[pos])) ++pos;
  while (pos > 0 && (s[pos - 1] == '.' || s[pos - 1] == '-')) --pos;
  return pos;
}

bool has_known_domain(std::string_view host) {
  const size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  return std::find(kTopLevelDomains.begin(), kTopLevelDomains.end(), host.substr(dot + 1)) !=
         kTopLevelDomains.end();
}

// The end of path and query behind a host; closing brackets, quotes and sentence marks stay out.
size_t path_end(std::string_view s, size_t pos) {
  if (pos >= s.size() || (s[pos] != '/' && s[pos] != '?' && s[pos] != ':')) return pos;
  size_t end = pos;
  while (end < s.size() && static_cast<unsigned char>(s[end]) > 0x20 &&
         static_cast<unsigned char>(s[end]) < 0x7F && s[end] != '"' && s[end] != '<' && s[end] != '>' &&
         s[end] != ')' && s[end] != ']') {
    ++end;
  }
  while (end > pos && std::string_view(".,;:!?'/").find(s[end - 1]) != std::string_view::npos) --end;
  return end;
}

}  // namespace

size_t address_end(std::string_view s, size_t pos) {
  const std::string_view rest = s.substr(pos);
  if (const size_t scheme = scheme_size(rest)) {
    const size_t end = host_end(s, pos + scheme);
    return end > pos + scheme ? path_end(s, end) : pos;
  }
  const size_t end = host_end(s, pos);
  if (end < s.size() && s[end] == '@') {
    const size_t host = host_end(s, end + 1);
    return s.substr(end + 1, host - end - 1).find('.') != std::string_view::npos ? host : pos;
  }
  const std::string_view host = s.substr(pos, end - pos);
  const bool www = starts_with_no_case(rest, "www.") && host.size() > 6;
  return www || has_known_domain(host) ? path_end(s, end) : pos;
}

std::string_view strip_address(std::string_view address) {
  address.remove_prefix(scheme_size(address));
  if (starts_with_no_case(address, "www.")) address.remove_prefix(4);
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

}  // namespace khobao::text
