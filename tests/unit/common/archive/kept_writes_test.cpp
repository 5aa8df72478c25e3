#include "common/archive/disk/kept_writes.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "common/archive/disk/files.h"
#include "tests/support/temp_dir.h"

using namespace khobao;

TEST_CASE("kept writes: what could not be written is read again as though it had been") {
  const test::TempDir dir;
  const std::string path = dir / "file";
  test::write_file(path, "0123456789");
  // Only for reading, so that each write fails.
  auto file = archive::OpenFile::open(path, O_RDONLY, "read");
  REQUIRE(file);
  const int number = file->descriptor();
  const auto at = [&](off_t place) {
    char bytes[4];
    const ssize_t got = pread(number, bytes, sizeof bytes, place);
    return got < 0 ? std::string("?") : std::string(bytes, static_cast<size_t>(got));
  };
  CHECK(pwrite(number, "abcd", 4, 4) == -1);
  CHECK(errno == EBADF);
  {
    const archive::KeptWrites kept;
    CHECK_FALSE(kept.failure());
    CHECK(pwrite(number, "abcd", 4, 4) == 4);
    CHECK(pwrite(number, "efgh", 4, 20) == 4);
    CHECK(pwrite(number, "ABCD", 4, 4) == 4);
    CHECK(at(0) == "0123");
    CHECK(at(4) == "ABCD");
    CHECK(at(20) == "efgh");
    CHECK(at(30) == "");
    REQUIRE(kept.failure());
    CHECK(kept.failure()->code == ErrorCode::input);
    CHECK(kept.failure()->message == "cannot write '" + path + "': Bad file descriptor");
  }
  CHECK(at(4) == "4567");
  CHECK(pwrite(number, "abcd", 4, 4) == -1);
}

TEST_CASE("kept writes: where all is well, what is written is on the disk") {
  const test::TempDir dir;
  const std::string path = dir / "file";
  auto file = archive::OpenFile::open(path, O_RDWR | O_CREAT, "write");
  REQUIRE(file);
  const archive::KeptWrites kept;
  CHECK(pwrite(file->descriptor(), "abcd", 4, 2) == 4);
  CHECK_FALSE(kept.failure());
  CHECK(test::read_file(path) == std::string("\0\0abcd", 6));
}

TEST_CASE("kept writes: a sync that fails is noted with the first reason") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  {
    const archive::NotedSyncs syncs;
    CHECK_FALSE(syncs.failure());
    CHECK(fdatasync(ends[1]) == -1);  // a pipe has nothing to sync
    REQUIRE(syncs.failure());
    CHECK(syncs.failure()->code == ErrorCode::input);
    CHECK(syncs.failure()->message.starts_with("cannot sync 'pipe:["));
    CHECK(syncs.failure()->message.ends_with("': Invalid argument"));
  }
  close(ends[0]);
  close(ends[1]);
}
