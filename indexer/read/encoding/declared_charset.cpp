#include "indexer/read/encoding/declared_charset.h"

#include <algorithm>

#include "common/text/letters/byte_order_mark.h"

namespace khobao::read {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The value after `name =` from `pos` on, quoted or not; "" where there is none.
std::string value_of(std::string_view head, std::string_view name, size_t pos) {
  for (pos = head.find(name, pos); pos != std::string_view::npos; pos = head.find(name, pos)) {
    pos += name.size();
    size_t at = pos;
    while (at < head.size() && is_space(head[at])) ++at;
    if (at >= head.size() || head[at] != '=') continue;
    ++at;
    while (at < head.size() && (is_space(head[at]) || head[at] == '"' || head[at] == '\'')) ++at;
    size_t end = at;
    while (end < head.size() && !is_space(head[end]) &&
           std::string_view("\"';>/?").find(head[end]) == std::string_view::npos) {
      ++end;
    }
    return std::string(head.substr(at, end - at));
  }
  return std::string();
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  if (bytes.starts_with(text::kUtf8Mark)) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  constexpr size_t kHeadBytes =
      4096;  // browsers look at the first 1024; old pages open with scripts
  std::string head(bytes.substr(0, kHeadBytes));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (head.starts_with("<?xml")) {
    const std::string_view declaration = std::string_view(head).substr(0, head.find("?>"));
    if (std::string value = value_of(declaration, "encoding", 0); !value.empty()) return value;
  }
  for (size_t pos = head.find("<meta"); pos != std::string::npos; pos = head.find("<meta", pos)) {
    const size_t end = std::min(head.find('>', pos), head.size());
    std::string value = value_of(std::string_view(head).substr(0, end), "charset", pos);
    if (!value.empty()) return value;
    pos = end;
  }
  return std::string();
}

}  // namespace khobao::read
