#include "indexer/extract/zip_parts.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

#include "common/language/say.h"

namespace khobao::extract {
namespace {

constexpr size_t kMostEntries = 20'000;
constexpr size_t kBlockBytes = 64 << 10;

Error cannot_unpack(const Message& why) {
  return {ErrorCode::input, say("cannot unpack it: {}", why), ""};
}

Result<std::string> unpack(::archive* zip, const std::string& name, size_t most_bytes) {
  std::string bytes, block(kBlockBytes, '\0');
  for (;;) {
    const auto got = archive_read_data(zip, block.data(), block.size());
    if (got == 0) return bytes;
    if (got < 0) {
      const char* why = archive_error_string(zip);
      return cannot_unpack(why ? Message(why) : say("damaged data"));
    }
    if (bytes.size() + static_cast<size_t>(got) > most_bytes)
      return cannot_unpack(say("'{}' has more than {} MiB", name, most_bytes >> 20));
    bytes.append(block.data(), static_cast<size_t>(got));
  }
}

}  // namespace

Result<std::map<std::string, std::string>> zip_parts(std::string_view bytes,
                                                     const std::vector<std::string>& wanted,
                                                     size_t most_bytes) {
  const std::unique_ptr<::archive, int (*)(::archive*)> zip(archive_read_new(), archive_read_free);
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return cannot_unpack(say("it is no ZIP file"));
  std::map<std::string, std::string> parts;
  for (size_t count = 0; count < kMostEntries && parts.size() < wanted.size(); ++count) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(zip.get(), &entry);
    if (status == ARCHIVE_EOF) return parts;
    if (status < ARCHIVE_WARN) {
      const char* why = archive_error_string(zip.get());
      if (!parts.empty()) return parts;  // what comes first may be all that is needed
      return cannot_unpack(why ? Message(why) : say("damaged data"));
    }
    const char* const name = archive_entry_pathname(entry);
    if (!name || std::find(wanted.begin(), wanted.end(), name) == wanted.end()) continue;
    if (archive_entry_is_data_encrypted(entry) == 1)
      return cannot_unpack(say("it is locked with a password"));
    auto part = unpack(zip.get(), name, most_bytes);
    if (!part) return part.error();
    parts.emplace(name, std::move(*part));
  }
  return parts;
}

}  // namespace khobao::extract
