#include "indexer/commit/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/base/utc_time.h"
#include "common/language/say.h"

namespace khobao::commit {
namespace {

std::string lock_file(const std::string& db) { return db + "/writer.lock"; }

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& db) {
  std::error_code error;
  std::filesystem::create_directories(db, error);
  if (error) return Error{ErrorCode::input, say("cannot create '{}': {}", db, system_reason(error.value())), ""};
  const std::string path = lock_file(db);
  auto file = archive::OpenFile::open(path, O_RDWR | O_CREAT, "write");
  if (!file) return file.error();
  while (flock(file->descriptor(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return archive::file_error("lock", path);
    return Error{ErrorCode::locked, say("index '{}' is being written by another process", db),
                 say("try again when that run has ended")};
  }
  return WriterLock(std::move(*file));
}

void WriterLock::note_done() const { (void)!futimens(file_.descriptor(), nullptr); }

std::string last_run(const std::string& db) {
  struct stat info {};
  return stat(lock_file(db).c_str(), &info) == 0 ? utc_text(info.st_mtime) : "";
}

}  // namespace khobao::commit
