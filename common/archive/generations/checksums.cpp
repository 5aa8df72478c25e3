#include "common/archive/generations/checksums.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

// Xapian's lock of a database that is written; always empty.
constexpr const char* kXapianLock = "flintlock";

}  // namespace

Result<Checksum> checksum_of(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return file_error("read", path);
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              XXH3_freeState);
  XXH3_128bits_reset(state.get());
  Checksum checksum;
  std::vector<char> buffer(1 << 20);
  ssize_t got = 0;
  while ((got = read(file, buffer.data(), buffer.size())) > 0) {
    XXH3_128bits_update(state.get(), buffer.data(), static_cast<size_t>(got));
    checksum.size_bytes += static_cast<uint64_t>(got);
  }
  if (got < 0) {
    const Error error = file_error("read", path);
    close(file);
    return error;
  }
  close(file);
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  checksum.hash =
      to_hex({reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest});
  return checksum;
}

Result<Checksums> checksums_of(const std::string& folder) {
  Checksums all;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (!it->is_regular_file() || it->path().filename() == kXapianLock) continue;
    auto checksum = checksum_of(it->path());
    if (!checksum) return checksum.error();
    all.emplace(it->path().lexically_relative(folder), std::move(*checksum));
  }
  if (error) return Error{ErrorCode::input, "cannot list '" + folder + "': " + error.message(), ""};
  return all;
}

std::string first_difference(const std::string& folder, const Checksums& recorded) {
  for (const auto& [name, checksum] : recorded) {
    const auto found = checksum_of(folder + "/" + name);
    if (!found) return found.error().message;
    if (found->size_bytes != checksum.size_bytes) {
      return "'" + name + "' has " + std::to_string(found->size_bytes) + " bytes, not " +
             std::to_string(checksum.size_bytes);
    }
    if (found->hash != checksum.hash) return "'" + name + "' is not what was written";
  }
  return "";
}

}  // namespace khobao::archive
