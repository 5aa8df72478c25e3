#include "indexer/publish/database_writing.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "common/archive/disk/files.h"
#include "common/archive/disk/kept_writes.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::publish {
namespace {

thread_local std::string path_in_hand;

// What this thread writes now.
class InHand {
 public:
  explicit InHand(const std::string& path) { path_in_hand = path; }
  ~InHand() { path_in_hand.clear(); }
  InHand(const InHand&) = delete;
  InHand& operator=(const InHand&) = delete;
};

// Xapian does not hand on why the lock of a new database could not be taken. Nobody else wants it:
// where it can be had now, the failure has passed.
Result<void> try_lock(const std::string& database) {
  const std::string path = database + "/flintlock";
  auto file = archive::OpenFile::open(path, O_WRONLY | O_CREAT, "lock");
  if (!file) return file.error();
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_len = 1;
  while (fcntl(file->descriptor(), F_OFD_SETLK, &lock) != 0) {
    if (errno != EINTR) return archive::file_error("lock", path);
  }
  return {};  // given back with the descriptor
}

// Runs `work`, which makes the database `path`, and again where its lock alone was in the way.
Result<void> locked(const std::string& path, const std::function<Result<void>()>& work) {
  try {
    return work();
  } catch (const Xapian::DatabaseLockError&) {
    if (auto free = try_lock(path); !free) return free;
  }
  return work();
}

// Of a commit that failed and could not be taken back Xapian says "Modifications failed (FIRST), and
// couldn't open at the old revision: …"; never to be taken back is what we asked for. "" for others.
std::string first_failure(const std::string& message) {
  constexpr std::string_view kBegin = "Modifications failed (", kEnd = "), and couldn't open at";
  const size_t end = message.rfind(kEnd);
  if (!message.starts_with(kBegin) || end == std::string::npos) return "";
  return message.substr(kBegin.size(), end - kBegin.size());
}

}  // namespace

// What it writes was made by this run, and what it reads was just compared or written, so whatever
// Xapian throws is told as a failure to write: it also calls damage what it could not bring to the
// disk.
Result<void> written(const Message& attempt, const std::string& path,
                     const std::function<Result<void>()>& work) {
  const InHand in_hand(path);
  return archive::guarded(attempt, path, [&]() -> Result<void> {
    errno = 0;
    try {
      return locked(path, work);
    } catch (const Xapian::Error& thrown) {
      const int number = errno;
      // Out of memory in a commit, Xapian tells only that it could not take it back.
      if (number == ENOMEM)
        return Error{ErrorCode::input, say("cannot {}: out of memory", attempt), ""};
      if (const std::string first = first_failure(thrown.get_msg()); !first.empty())
        return Error{ErrorCode::input, say("cannot {}: {}", attempt, retold(first)), ""};
      const char* reason = thrown.get_error_string();
      // Of a version file that could not be closed or renamed Xapian does not hand on why.
      if (!reason && number != 0 && thrown.get_msg().starts_with("Failed to"))
        reason = std::strerror(number);
      // Of its lock, Xapian says this in its own words.
      if (thrown.get_msg().ends_with(": too many open files")) reason = std::strerror(EMFILE);
      return Error{ErrorCode::input,
                   reason ? say("cannot {}: {}: {}", attempt, retold(thrown.get_msg()),
                                translated(reason))
                          : say("cannot {}: {}", attempt, retold(thrown.get_msg())),
                   ""};
    }
  });
}

Result<void> close_segment(const std::string& path, Xapian::WritableDatabase& database) {
  return written(say("write segment '{}'", path), path, [&]() -> Result<void> {
    const archive::KeptWrites kept;
    database.commit();
    database.close();
    database = {};
    if (const auto failure = kept.failure()) return *failure;
    return {};
  });
}

void give_up(Xapian::WritableDatabase& database) noexcept {
  try {
    database.begin_transaction(false);
  } catch (...) {  // it is in none that could be committed
  }
  try {
    database = {};
  } catch (...) {  // told before: nothing needs it any more
  }
}

const std::string& database_in_hand() { return path_in_hand; }

}  // namespace khobao::publish
