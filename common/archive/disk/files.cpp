#include "common/archive/disk/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace khobao::archive {

Error file_error(std::string_view action, const std::string& path) {
  const int reason = errno;
  return {ErrorCode::input,
          "cannot " + std::string(action) + " '" + path + "': " + std::strerror(reason), ""};
}

Result<std::string> read_file(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return file_error("read", path);
  std::string bytes;
  char buffer[1 << 16];
  ssize_t got = 0;
  while ((got = read(file, buffer, sizeof buffer)) > 0)
    bytes.append(buffer, static_cast<size_t>(got));
  const int reason = errno;
  close(file);
  if (got < 0) {
    errno = reason;
    return file_error("read", path);
  }
  return bytes;
}

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return file_error("write", beside);
  while (!bytes.empty()) {
    const ssize_t wrote = write(file, bytes.data(), bytes.size());
    if (wrote < 0) {
      const Error error = file_error("write", beside);
      close(file);
      return error;
    }
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
  const bool synced = fsync(file) == 0;
  if (close(file) != 0 || !synced) return file_error("write", beside);
  if (std::rename(beside.c_str(), path.c_str()) != 0) return file_error("replace", path);
  const std::string parent = std::filesystem::path(path).parent_path();
  if (const int folder =
          open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      folder >= 0) {
    fsync(folder);
    close(folder);
  }
  return {};
}

}  // namespace khobao::archive
