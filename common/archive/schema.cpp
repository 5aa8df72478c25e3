#include "common/archive/schema.h"

#include <algorithm>

#include "common/archive/disk/hash.h"

namespace khobao::archive {
namespace {

constexpr size_t kMaxKeyBytes = 200;

}  // namespace

std::string prefixed_term(std::string_view prefix, std::string_view key) {
  std::string term(prefix);
  // A key cannot begin with the mark of a hashed one and so be taken for it.
  if (key.size() > kMaxKeyBytes || key.starts_with('\1')) {
    term += '\1';
    return term += content_hash(key);
  }
  return term += key;
}

std::string published_value(std::string_view published) {
  std::string digits;
  for (char c : published) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

std::string published_text(std::string_view value) {
  if (value.size() < 8) return {};
  std::string text(value.substr(0, 4));
  text.append("-").append(value.substr(4, 2)).append("-").append(value.substr(6, 2));
  if (value.size() >= 12)
    text.append("T").append(value.substr(8, 2)).append(":").append(value.substr(10, 2));
  return text;
}

std::string order_key(std::string_view published, std::string_view id) {
  std::string key = published_value(published);
  key.resize(kOrderDateBytes, '0');
  const bool undated = published.empty();
  for (char& c : key) c = undated ? '~' : static_cast<char>('0' + ('9' - c));
  return key.append(id);
}

FacetId facet_id(std::string_view name) { return hash64(name) >> 16; }

std::string pack_facet_ids(std::vector<FacetId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::string out;
  for (FacetId id : ids) {
    for (size_t byte = kFacetIdBytes; byte-- > 0;) out += static_cast<char>(id >> (8 * byte));
  }
  return out;
}

size_t facet_id_count(std::string_view value) { return value.size() / kFacetIdBytes; }

FacetId facet_id_at(std::string_view value, size_t index) {
  FacetId id = 0;
  for (char byte : value.substr(index * kFacetIdBytes, kFacetIdBytes)) {
    id = id << 8 | static_cast<unsigned char>(byte);
  }
  return id;
}

}  // namespace khobao::archive
