#include "common/archive/disk/own_checksum.h"

#include "common/archive/disk/hash.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr size_t kDigits = 32;

}  // namespace

std::string with_checksum(std::string bytes, std::string_view behind) {
  const std::string digits = to_hex(content_hash(bytes));
  return bytes.insert(bytes.size() - behind.size(), digits);
}

Result<std::string> without_checksum(std::string bytes, std::string_view behind,
                                     const std::string& path) {
  const auto other = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is not what was written", path), ""};
  };
  if (!bytes.ends_with(behind) || bytes.size() < behind.size() + kDigits) return other();
  const size_t at = bytes.size() - behind.size() - kDigits;
  const std::string digits = bytes.substr(at, kDigits);
  bytes.erase(at, kDigits);
  if (to_hex(content_hash(bytes)) != digits) return other();
  return bytes;
}

}  // namespace khobao::archive
