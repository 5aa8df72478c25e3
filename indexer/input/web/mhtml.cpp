#include "indexer/input/web/mhtml.h"

#include <algorithm>
#include <string>

#include "indexer/input/web/header_fields.h"

namespace khobao::input {
namespace {

constexpr size_t kMostParts = 2000;
constexpr size_t kDeepest = 4;  // multipart/related inside multipart/alternative, and so on

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

int hex_digit(char c) {
  return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size(); ++pos) {
    if (text[pos] != '=') {
      out += text[pos];
      continue;
    }
    // "=" at the end of a line joins it with the next; white space may stand between.
    size_t end = pos + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
    if (end >= text.size() || text[end] == '\n') {
      pos = end;
      continue;
    }
    const int high = pos + 2 < text.size() ? hex_digit(text[pos + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[pos + 2]) : -1;
    if (low < 0) {
      out += '=';
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    pos += 2;
  }
  return out;
}

std::string from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 4);
  unsigned bits = 0, count = 0;
  for (const char c : text) {
    const int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 26
                      : c >= '0' && c <= '9' ? c - '0' + 52
                      : c == '+'             ? 62
                      : c == '/'             ? 63
                                             : -1;
    if (value < 0) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    if (++count < 4) continue;
    out += static_cast<char>(bits >> 16 & 0xFF);
    out += static_cast<char>(bits >> 8 & 0xFF);
    out += static_cast<char>(bits & 0xFF);
    bits = count = 0;
  }
  if (count == 3) {
    out += static_cast<char>(bits >> 10 & 0xFF);
    out += static_cast<char>(bits >> 2 & 0xFF);
  } else if (count == 2) {
    out += static_cast<char>(bits >> 4 & 0xFF);
  }
  return out;
}

struct Part {
  std::string_view header, body;
};

// Where the line "--boundary" begins at or after `pos`; npos where none does.
size_t find_boundary(std::string_view text, const std::string& line, size_t pos) {
  for (size_t at = text.find(line, pos); at != std::string_view::npos; at = text.find(line, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return std::string_view::npos;
}

class Pages {
 public:
  /// `wanted`: the address of the page among the parts; "" for the first.
  Pages(std::string wanted, WebPage& page) : wanted_(std::move(wanted)), page_(page) {}

  /// True where the wanted page is found; another page is kept while none is.
  bool look_in(const Part& part, size_t depth) {
    const std::string content = header_field(part.header, "content-type");
    const std::string type = media_type(content);
    if (type.starts_with("multipart/")) {
      return depth < kDeepest && look_in_parts(part, header_parameter(content, "boundary"), depth);
    }
    if (type != "text/html" && type != "application/xhtml+xml") return false;
    const std::string location = header_field(part.header, "content-location");
    const bool is_wanted = wanted_.empty() || location == wanted_;
    if (!is_wanted && !page_.bytes.empty()) return false;
    const std::string coding = small_letters(header_field(part.header, "content-transfer-encoding"));
    page_.bytes = coding == "quoted-printable" ? from_quoted_printable(part.body)
                  : coding == "base64"         ? from_base64(part.body)
                                               : std::string(part.body);
    page_.charset = header_parameter(content, "charset");
    page_.url = location;
    return is_wanted && !page_.bytes.empty();
  }

 private:
  bool look_in_parts(const Part& part, const std::string& boundary, size_t depth) {
    if (boundary.empty()) return false;
    const std::string line = "--" + boundary;
    size_t at = find_boundary(part.body, line, 0);
    while (at != std::string_view::npos && ++parts_ <= kMostParts) {
      const size_t begin = part.body.find('\n', at);
      if (begin == std::string_view::npos) return false;
      at = find_boundary(part.body, line, begin);
      const std::string_view whole = part.body.substr(begin + 1, at - begin - 1);
      const size_t header = header_bytes(whole);
      if (header == std::string_view::npos) continue;
      if (look_in({whole.substr(0, header), whole.substr(header)}, depth + 1)) return true;
    }
    return false;
  }

  std::string wanted_;
  WebPage& page_;
  size_t parts_ = 0;
};

}  // namespace

bool is_mhtml(std::string_view head) {
  constexpr size_t kHeadBytes = 4096;
  head = head.substr(0, kHeadBytes);
  const size_t end = header_bytes(head);
  const std::string header = small_letters(head.substr(0, std::min(end, head.size())));
  if (header.find("mime-version:") == std::string::npos) return false;
  const std::string type = header_field(header, "content-type");
  return type.starts_with("multipart/related") || type.starts_with("multipart/mixed") ||
         type.starts_with("multipart/alternative") || type.starts_with("text/html");
}

std::optional<WebPage> read_mhtml(std::string_view bytes) {
  const size_t end = header_bytes(bytes);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view header = bytes.substr(0, end);
  WebPage page;
  const std::string address = header_field(header, "snapshot-content-location");
  Pages(address, page).look_in({header, bytes.substr(end)}, 0);
  if (page.bytes.empty()) return std::nullopt;
  if (!address.empty()) page.url = address;
  // Frames and parts without an address are called "cid:…".
  if (!page.url.starts_with("http://") && !page.url.starts_with("https://")) page.url.clear();
  page.fetched = header_field(header, "date");
  return page;
}

}  // namespace khobao::input
