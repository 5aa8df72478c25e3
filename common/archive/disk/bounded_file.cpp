#include "common/archive/disk/bounded_file.h"

#include <fcntl.h>

#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::archive {

Result<std::string> read_bounded_file(const std::string& path, size_t most_bytes) {
  auto file = OpenFile::open(path, O_RDONLY, "read");
  if (!file) return file.error();
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const auto got = file->read(buffer, sizeof buffer);
    if (!got) return got.error();
    if (*got == 0) return bytes;
    bytes.append(buffer, *got);
    if (bytes.size() > most_bytes)
      return Error{ErrorCode::input, say("'{}' is longer than {} MiB", path, most_bytes >> 20), ""};
  }
}

}  // namespace khobao::archive
