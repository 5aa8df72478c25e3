#include "indexer/input/web/header_fields.h"

#include <algorithm>

namespace khobao::input {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

}  // namespace

size_t header_bytes(std::string_view text) {
  const size_t full = text.find("\r\n\r\n"), bare = text.find("\n\n");
  if (full == std::string_view::npos && bare == std::string_view::npos)
    return std::string_view::npos;
  return full < bare ? full + 4 : bare + 2;
}

std::string header_field(std::string_view header, std::string_view name) {
  for (size_t pos = 0; pos < header.size();) {
    size_t end = std::min(header.find('\n', pos), header.size());
    const std::string_view line = header.substr(pos, end - pos);
    // Lines that begin with white space go on with the one before.
    while (end + 1 < header.size() && (header[end + 1] == ' ' || header[end + 1] == '\t'))
      end = std::min(header.find('\n', end + 1), header.size());
    const size_t colon = line.find(':');
    if (colon != std::string_view::npos && lower(trimmed(line.substr(0, colon))) == name) {
      std::string value(trimmed(header.substr(pos + colon + 1, end - pos - colon - 1)));
      std::erase(value, '\r');
      std::replace(value.begin(), value.end(), '\n', ' ');
      return value;
    }
    pos = end + 1;
  }
  return "";
}

std::string media_type(std::string_view content_type) {
  return lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string header_parameter(std::string_view value, std::string_view name) {
  const std::string small = lower(value);
  for (size_t at = small.find(';'); at != std::string::npos; at = small.find(';', at + 1)) {
    const size_t equals = small.find('=', at);
    if (equals == std::string::npos) return "";
    if (trimmed(std::string_view(small).substr(at + 1, equals - at - 1)) != name) continue;
    std::string_view rest = trimmed(value.substr(equals + 1));
    if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
    return std::string(trimmed(rest.substr(0, rest.find(';'))));
  }
  return "";
}

}  // namespace khobao::input
