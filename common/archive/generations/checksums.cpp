#include "common/archive/generations/checksums.h"

#include <fcntl.h>
#include <xxhash.h>

#include <memory>
#include <optional>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/disk/mapped_file.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

// Xapian's lock of a database that is written; always empty.
constexpr const char* kXapianLock = "flintlock";

Result<void> add_checksums(const std::string& folder, const std::string& below, Checksums& all) {
  const auto names = names_in(folder + below);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    const std::string path = below + "/" + name;
    const auto inner = is_folder(folder + path);
    if (!inner) return inner.error();
    if (*inner) {
      if (auto added = add_checksums(folder, path, all); !added) return added;
    } else if (name != kXapianLock) {
      auto checksum = checksum_of(folder + path);
      if (!checksum) return checksum.error();
      all.emplace(path.substr(1), std::move(*checksum));
    }
  }
  return {};
}

Error not_as_recorded(const Message& what) { return {ErrorCode::index_corrupt, what, ""}; }

Result<void> compare_size(const std::string& folder, const std::string& name,
                          const Checksum& recorded) {
  const auto found = file_bytes(folder + "/" + name);
  if (!found) return found.error();
  if (!*found) return not_as_recorded(say("'{}' is missing", name));
  if (**found == recorded.size_bytes) return {};
  return not_as_recorded(say("'{}' has {} bytes, not {}", name, **found, recorded.size_bytes));
}

}  // namespace

Result<Checksum> checksum_of(const std::string& path) {
  auto file = OpenFile::open(path, O_RDONLY, "read");
  if (!file) return file.error();
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              XXH3_freeState);
  XXH3_128bits_reset(state.get());
  Checksum checksum;
  constexpr size_t kBufferBytes = 1 << 18;
  const auto buffer = std::make_unique_for_overwrite<char[]>(kBufferBytes);
  for (;;) {
    const auto got = file->read(buffer.get(), kBufferBytes);
    if (!got) return got.error();
    if (*got == 0) break;
    XXH3_128bits_update(state.get(), buffer.get(), *got);
    checksum.size_bytes += *got;
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  checksum.hash =
      to_hex({reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest});
  return checksum;
}

Result<void> compare_file(const std::string& folder, const std::string& name,
                          const Checksums& recorded) {
  const std::string path = folder + "/" + name;
  const auto other = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is not what was written", path), ""};
  };
  const auto checksum = recorded.find(name);
  if (checksum == recorded.end()) return other();
  const auto file = MappedFile::open(path);
  if (!file) return file.error();
  const std::string_view bytes = file->bytes();
  if (bytes.size() != checksum->second.size_bytes ||
      to_hex(content_hash(bytes)) != checksum->second.hash)
    return other();
  return {};
}

Result<Checksums> checksums_of(const std::string& folder) {
  Checksums all;
  if (auto added = add_checksums(folder, "", all); !added) return added.error();
  return all;
}

Result<void> compare_sizes(const std::string& folder, const Checksums& recorded) {
  for (const auto& [name, checksum] : recorded) {
    if (auto same = compare_size(folder, name, checksum); !same) return same;
  }
  return {};
}

Result<void> compare_checksums(const std::string& folder, const Checksums& recorded) {
  for (const auto& [name, checksum] : recorded) {
    if (auto same = compare_size(folder, name, checksum); !same) return same;
    const auto found = checksum_of(folder + "/" + name);
    if (!found) return found.error();
    if (*found != checksum) return not_as_recorded(say("'{}' is not what was written", name));
  }
  return {};
}

}  // namespace khobao::archive
