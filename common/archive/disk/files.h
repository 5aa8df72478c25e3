#pragma once
/// Files and folders, each call's result checked: what fails is an input error that names the path
/// and the system's reason. Calls that a signal breaks off, and short reads and writes, are
/// completed.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

/// A descriptor, closed when it goes.
class OpenFile {
 public:
  /// `flags` as open(2) has them; O_CLOEXEC is added. `action`: what the error says ("read").
  static Result<OpenFile> open(const std::string& path, int flags, std::string_view action,
                               unsigned mode = 0644);
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&&) = delete;
  ~OpenFile();

  int descriptor() const { return file_; }
  /// Up to `size` bytes; 0 at the end alone.
  Result<size_t> read(char* to, size_t size);
  /// The same from a place on, whatever was read before.
  Result<size_t> read_at(char* to, size_t size, uint64_t place);
  Result<void> write(std::string_view bytes);
  /// What was written reaches the disk.
  Result<void> sync();
  /// Where files are written: some file systems tell of failed writes here alone.
  Result<void> close();

 private:
  OpenFile(int file, std::string path) : file_(file), path_(std::move(path)) {}
  int file_;
  std::string path_;
};

/// The whole file.
Result<std::string> read_file(const std::string& path);

/// The same for a file that an index must have: index_corrupt where it is not there.
Result<std::string> read_index_file(const std::string& path);

/// Replaces `path` atomically: written beside it, synced, then renamed, then its folder synced.
/// Where the last step fails, the new file may stand there all the same.
Result<void> replace_file(const std::string& path, std::string_view bytes);

/// False where nothing has this path; an error where that cannot be told.
Result<bool> path_exists(const std::string& path);
Result<bool> is_folder(const std::string& path);

/// Its size; nothing where nothing has this path.
Result<std::optional<uint64_t>> file_bytes(const std::string& path);

/// The names in a folder, sorted, without "." and "..".
Result<std::vector<std::string>> names_in(const std::string& folder);

/// Makes one folder, whose parent is there; false where something has the path already.
Result<bool> make_folder(const std::string& path);

/// Removes a file or a folder with all that is in it. Nothing to remove is no error.
Result<void> remove_path(const std::string& path);

/// Brings a file, or the names in a folder, to the disk.
Result<void> sync_path(const std::string& path);

/// Brings a folder with all that is in it to the disk: files, then the folders that name them.
Result<void> sync_folder(const std::string& folder);

/// "cannot ACTION 'PATH': REASON" with the reason of errno, or of `reason`.
Error file_error(std::string_view action, const std::string& path);
Error file_error(std::string_view action, const std::string& path, int reason);

}  // namespace khobao::archive
