#include "indexer/commit/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/base/utc_time.h"

namespace khobao::commit {
namespace {

std::string lock_file(const std::string& db) { return db + "/writer.lock"; }

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& db) {
  std::error_code error;
  std::filesystem::create_directories(db, error);
  if (error) return Error{ErrorCode::input, "cannot create '" + db + "': " + error.message(), ""};
  const std::string path = lock_file(db);
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return archive::file_error("write", path);
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    const bool held = errno == EWOULDBLOCK;
    const Error failure = archive::file_error("lock", path);
    close(file);
    if (!held) return failure;
    return Error{ErrorCode::locked, "index '" + db + "' is being written by another process",
                 "try again when that run has ended"};
  }
  return WriterLock(file);
}

void WriterLock::note_done() const { (void)!futimens(file_, nullptr); }

std::string last_run(const std::string& db) {
  struct stat info {};
  return stat(lock_file(db).c_str(), &info) == 0 ? utc_text(info.st_mtime) : "";
}

WriterLock::~WriterLock() {
  if (file_ >= 0) close(file_);
}

}  // namespace khobao::commit
