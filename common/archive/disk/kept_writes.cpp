#include "common/archive/disk/kept_writes.h"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <map>
#include <new>
#include <tuple>

#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::archive {

struct KeptWrites::State {
  using Place = std::tuple<dev_t, ino_t, off_t>;

  int reason = 0;  // errno of the first failure
  std::string path;
  std::map<Place, std::string> blocks;
};

namespace {

thread_local KeptWrites::State* held = nullptr;
thread_local NotedSyncs* noting = nullptr;

std::optional<KeptWrites::State::Place> place_of(int file, off_t at) {
  struct stat info {};
  if (fstat(file, &info) != 0) return std::nullopt;
  return KeptWrites::State::Place{info.st_dev, info.st_ino, at};
}

// All of the bytes, or -1 and errno.
ssize_t write_at(int file, const char* from, size_t bytes, off_t at) {
  size_t done = 0;
  while (done < bytes) {
    const ssize_t wrote =
        syscall(SYS_pwrite64, file, from + done, bytes - done, at + static_cast<off_t>(done));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return -1;
    done += static_cast<size_t>(wrote);
  }
  return static_cast<ssize_t>(done);
}

}  // namespace

std::string path_of_open(int file) {
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  char path[PATH_MAX];
  const ssize_t length = readlink(link.c_str(), path, sizeof path);
  return length > 0 ? std::string(path, static_cast<size_t>(length)) : say("a file of the index");
}

KeptWrites::KeptWrites() : state_(std::make_unique<State>()) { held = state_.get(); }

KeptWrites::~KeptWrites() { held = nullptr; }

std::optional<Error> KeptWrites::failure() const {
  if (state_->reason == 0) return std::nullopt;
  return file_error("write", state_->path, state_->reason);
}

NotedSyncs::NotedSyncs() { noting = this; }

NotedSyncs::~NotedSyncs() { noting = nullptr; }

void NotedSyncs::note(int file, int reason) {
  if (!failure_) failure_ = file_error("sync", path_of_open(file), reason);
}

std::optional<size_t> kept_block(int file, char* to, size_t bytes, long at) {
  if (!held || held->reason == 0) return std::nullopt;
  const auto place = place_of(file, at);
  if (!place) return std::nullopt;
  const auto block = held->blocks.find(*place);
  if (block == held->blocks.end()) return std::nullopt;
  const size_t count = std::min(bytes, block->second.size());
  std::copy_n(block->second.data(), count, to);
  return count;
}

namespace {

ssize_t write_or_keep(int file, const char* from, size_t bytes, off_t at) {
  KeptWrites::State* const state = held;
  if (!state) return write_at(file, from, bytes, at);
  if (state->reason == 0) {
    if (const ssize_t wrote = write_at(file, from, bytes, at); wrote >= 0) return wrote;
  }
  const int reason = errno;
  try {
    const auto place = place_of(file, at);
    if (!place) return -1;
    state->blocks[*place].assign(from, bytes);
    if (state->reason == 0) {
      state->path = path_of_open(file);
      state->reason = reason;
    }
    return static_cast<ssize_t>(bytes);
  } catch (const std::bad_alloc&) {
    errno = ENOMEM;
    return -1;
  }
}

int sync_or_note(int file) {
  for (;;) {
    if (syscall(SYS_fdatasync, file) == 0) return 0;
    if (errno == EINTR) continue;
    const int reason = errno;
    if (noting) noting->note(file, reason);
    errno = reason;
    return -1;
  }
}

}  // namespace
}  // namespace khobao::archive

// They take the place of the C library's in these programs: libxapian writes its blocks and brings
// its files to the disk by them.
extern "C" int fdatasync(int file) { return khobao::archive::sync_or_note(file); }

extern "C" ssize_t pwrite(int file, const void* from, size_t bytes, off_t at) {
  return khobao::archive::write_or_keep(file, static_cast<const char*>(from), bytes, at);
}
