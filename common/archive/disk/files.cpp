#include "common/archive/disk/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "common/archive/disk/bounded_file.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

// Repeats a call that a signal broke off.
template <class Call>
auto completed(Call call) -> decltype(call()) {
  for (;;) {
    const auto result = call();
    if (result >= 0 || errno != EINTR) return result;
  }
}

std::string parent_of(const std::string& path) {
  const std::string parent = std::filesystem::path(path).parent_path();
  return parent.empty() ? "." : parent;
}

// Nothing where nothing has this path. `follow`: what a symbolic link points to, not the link.
Result<std::optional<struct stat>> status_of(const std::string& path, bool follow) {
  struct stat info {};
  const int result =
      completed([&] { return follow ? stat(path.c_str(), &info) : lstat(path.c_str(), &info); });
  if (result == 0) return std::optional(info);
  if (errno == ENOENT || errno == ENOTDIR) return std::optional<struct stat>();
  return file_error("look at", path);
}

}  // namespace

Error file_error(std::string_view action, const std::string& path) {
  return file_error(action, path, errno);
}

Error file_error(std::string_view action, const std::string& path, int reason) {
  const Message told = system_reason(reason);
  if (reason == EACCES) {
    const Message verb = translated(action == "look at" ? "read" : action);
    return {ErrorCode::input, say("no permission to {} '{}' ({})", verb, path, told), ""};
  }
  return {ErrorCode::input, say("cannot {} '{}': {}", translated(action), path, told), ""};
}

Result<OpenFile> OpenFile::open(const std::string& path, int flags, std::string_view action,
                                unsigned mode) {
  const int file = completed([&] { return ::open(path.c_str(), flags | O_CLOEXEC, mode); });
  if (file < 0) return file_error(action, path);
  return OpenFile(file, path);
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)) {}

OpenFile::~OpenFile() {
  if (file_ >= 0) (void)::close(file_);  // nothing was written, or an error is told already
}

Result<size_t> OpenFile::read(char* to, size_t size) {
  const ssize_t got = completed([&] { return ::read(file_, to, size); });
  if (got < 0) return file_error("read", path_);
  return static_cast<size_t>(got);
}

Result<size_t> OpenFile::read_at(char* to, size_t size, uint64_t place) {
  const ssize_t got = completed([&] { return pread(file_, to, size, static_cast<off_t>(place)); });
  if (got < 0) return file_error("read", path_);
  return static_cast<size_t>(got);
}

Result<void> OpenFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = completed([&] { return ::write(file_, bytes.data(), bytes.size()); });
    if (wrote < 0) return file_error("write", path_);
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
  return {};
}

Result<void> OpenFile::sync() {
  // EINVAL: a file system that has nothing to sync, as some have for folders.
  if (completed([&] { return fsync(file_); }) != 0 && errno != EINVAL)
    return file_error("sync", path_);
  return {};
}

Result<void> OpenFile::close() {
  // Not repeated: after EINTR the descriptor is gone, and a later open may have its number.
  if (::close(std::exchange(file_, -1)) != 0 && errno != EINTR) return file_error("close", path_);
  return {};
}

Result<std::string> read_file(const std::string& path) { return read_bounded_file(path, SIZE_MAX); }

Result<std::string> read_index_file(const std::string& path) {
  auto bytes = read_file(path);
  if (bytes) return bytes;
  const auto there = path_exists(path);
  if (!there || *there) return bytes;
  return Error{ErrorCode::index_corrupt, say("'{}' is missing", path), ""};
}

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  const auto write_beside = [&]() -> Result<void> {
    auto file = OpenFile::open(beside, O_WRONLY | O_CREAT | O_TRUNC, "write");
    if (!file) return file.error();
    if (auto written = file->write(bytes); !written) return written;
    if (auto synced = file->sync(); !synced) return synced;
    return file->close();
  };
  auto replaced = write_beside();
  if (replaced && completed([&] { return std::rename(beside.c_str(), path.c_str()); }) != 0)
    replaced = file_error("replace", path);
  if (!replaced) {
    (void)remove_path(beside);  // the first failure is the one to tell
    return replaced;
  }
  return sync_path(parent_of(path));
}

Result<bool> path_exists(const std::string& path) {
  const auto info = status_of(path, false);
  if (!info) return info.error();
  return info->has_value();
}

Result<bool> is_folder(const std::string& path) {
  const auto info = status_of(path, true);
  if (!info) return info.error();
  return info->has_value() && S_ISDIR((*info)->st_mode);
}

Result<std::optional<uint64_t>> file_bytes(const std::string& path) {
  const auto info = status_of(path, true);
  if (!info) return info.error();
  if (!*info) return std::optional<uint64_t>();
  return std::optional(static_cast<uint64_t>((*info)->st_size));
}

Result<std::vector<std::string>> names_in(const std::string& folder) {
  DIR* opened = opendir(folder.c_str());
  while (!opened && errno == EINTR) opened = opendir(folder.c_str());
  if (!opened) return file_error("list", folder);
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(opened, closedir);
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* const entry = readdir(listing.get());
    if (!entry) {
      if (errno != 0) return file_error("list", folder);
      break;
    }
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<bool> make_folder(const std::string& path) {
  if (completed([&] { return mkdir(path.c_str(), 0777); }) == 0) return true;
  if (errno == EEXIST) return false;
  return file_error("create", path);
}

Result<void> remove_path(const std::string& path) {
  const auto info = status_of(path, false);
  if (!info) return info.error();
  if (!*info) return {};
  if (S_ISDIR((*info)->st_mode)) {
    const auto names = names_in(path);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      if (auto removed = remove_path(path + "/" + name); !removed) return removed;
    }
  }
  if (completed([&] { return std::remove(path.c_str()); }) == 0 || errno == ENOENT) return {};
  return file_error("remove", path);
}

Result<void> sync_path(const std::string& path) {
  auto file = OpenFile::open(path, O_RDONLY, "sync");
  if (!file) return file.error();
  if (auto synced = file->sync(); !synced) return synced;
  return file->close();
}

Result<void> sync_folder(const std::string& folder) {
  const auto names = names_in(folder);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    const std::string path = folder + "/" + name;
    const auto inner = is_folder(path);
    if (!inner) return inner.error();
    if (auto synced = *inner ? sync_folder(path) : sync_path(path); !synced) return synced;
  }
  return sync_path(folder);
}

}  // namespace khobao::archive
