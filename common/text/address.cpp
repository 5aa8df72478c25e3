#include "common/text/address.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

// The generic domains, Vietnam's, and the reserved ones of RFC 2606 that examples use.
constexpr std::array<std::string_view, 14> kTopLevelDomains = {
    "vn",  "com", "net", "org", "gov", "edu", "info",
    "int", "io",  "tv",  "uk",  "fr",  "cn",  "example"};

// DNS allows no longer names; the bound also keeps "a.a.a.a…" from being read again at every
// letter.
constexpr size_t kMaxHostBytes = 253;
constexpr size_t kMaxAddressParts = 200;  // Token::parts is a byte

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

// The end of a host name at `pos`, which is `pos` where there is none or it is too long. A dot at
// its end belongs to the sentence, and so does a word with marks after that dot ("bao.vn.Ông").
size_t host_end(std::string_view s, size_t pos) {
  size_t end = pos;
  while (end < s.size() && is_host_char(s[end])) {
    if (++end - pos > kMaxHostBytes) return pos;
  }
  if (run_end(s, end) > end) {
    while (end > pos && classify(static_cast<unsigned char>(s[end - 1])) != CharClass::separator)
      --end;
  }
  while (end > pos && (s[end - 1] == '.' || s[end - 1] == '-')) --end;
  return end;
}

bool starts_with_mark(std::string_view s) {
  size_t pos = 0;
  const char32_t c = s.empty() ? U' ' : next_code_point(s, pos);
  return c >= 0x300 && c <= 0x36F;
}

bool has_known_domain(std::string_view host) {
  const size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  return std::find(kTopLevelDomains.begin(), kTopLevelDomains.end(), host.substr(dot + 1)) !=
         kTopLevelDomains.end();
}

// The end of path and query after a host; closing brackets, quotes and sentence marks stay out.
size_t path_end(std::string_view s, size_t pos) {
  if (pos >= s.size() || (s[pos] != '/' && s[pos] != '?' && s[pos] != ':')) return pos;
  size_t end = pos;
  while (end < s.size() && static_cast<unsigned char>(s[end]) > 0x20 &&
         static_cast<unsigned char>(s[end]) < 0x7F && s[end] != '"' && s[end] != '<' &&
         s[end] != '>' && s[end] != ')' && s[end] != ']') {
    ++end;
  }
  if (end > pos && starts_with_mark(s.substr(end))) --end;  // of a letter that is not ASCII
  while (end > pos && std::string_view(".,;:!?'/").find(s[end - 1]) != std::string_view::npos)
    --end;
  return end;
}

std::string lower_ascii(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace

size_t address_end(std::string_view s, size_t pos) {
  const size_t scheme = scheme_size(s.substr(pos));
  size_t begin = pos + scheme;
  size_t end = host_end(s, begin);
  const bool mail = scheme == 0 && end < s.size() && s[end] == '@';
  if (mail) {
    begin = end + 1;
    end = host_end(s, begin);
  }
  const std::string_view host = s.substr(begin, end - begin);
  if (host.empty()) return pos;
  if (mail) return host.find('.') != std::string_view::npos ? end : pos;
  const bool www = starts_with_no_case(host, "www.") && host.size() > 6;
  return scheme > 0 || www || has_known_domain(host) ? path_end(s, end) : pos;
}

bool is_web_address(std::string_view url) {
  return starts_with_no_case(url, "https://") || starts_with_no_case(url, "http://");
}

std::string_view strip_address(std::string_view address) {
  address.remove_prefix(scheme_size(address));
  if (starts_with_no_case(address, "www.") && address.find('.', 4) != std::string_view::npos) {
    address.remove_prefix(4);  // but "www.vn" is a host of that name
  }
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

size_t read_address(std::string_view s, size_t pos, std::vector<Token>& out) {
  const size_t end = address_end(s, pos);
  if (end == pos) return pos;
  const std::string_view address = strip_address(s.substr(pos, end - pos));
  const size_t compound = out.size();
  out.push_back(make_token(lower_ascii(address), pos, end, TokenKind::address));
  size_t part = static_cast<size_t>(address.data() - s.data());
  while (part < end && out.size() - compound <= kMaxAddressParts) {
    const size_t part_end = std::min(run_end(s, part), end);
    if (part_end > part) {
      const std::string_view word = prefix_bytes(s.substr(part, part_end - part), kMaxTermBytes);
      out.push_back(make_token(lower_ascii(word), part, part_end, TokenKind::word));
    }
    part = part_end + 1;
  }
  if (out.size() == compound + 1) return out.pop_back(), pos;  // "http://_"
  out[compound].parts = static_cast<uint8_t>(out.size() - compound - 1);
  if (out[compound].term.size() > kMaxTermBytes)
    out.erase(out.begin() + static_cast<long>(compound));
  return end;
}

}  // namespace khobao::text
