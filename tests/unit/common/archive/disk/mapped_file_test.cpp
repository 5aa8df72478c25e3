// Files in memory, and which of them an address lies in (common/archive/disk/mapped_file.h).
#include "common/archive/disk/mapped_file.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "tests/support/temp_dir.h"

using namespace khobao;
using archive::MappedFile;

TEST_CASE("mapped file: an address is found in its file, however many there are") {
  const test::TempDir dir;
  constexpr size_t kFiles = 600;
  const std::string path = dir / "f";
  test::write_file(path, "nội dung");
  test::write_file(dir / "last", "cuối");
  std::vector<MappedFile> files;
  for (size_t i = 0; i < kFiles; ++i) files.push_back(*MappedFile::open(path));
  const auto last = MappedFile::open(dir / "last");
  REQUIRE(last);
  for (const MappedFile& file : files) {
    const archive::MappedPlace place = archive::mapped_place(file.bytes().data() + 3);
    REQUIRE(place.path != nullptr);
    CHECK(place.path == path);
    CHECK(place.offset == 3);
  }
  CHECK(archive::mapped_place(last->bytes().data()).path == dir / "last");
  const char* const gone = files.back().bytes().data();
  files.clear();
  CHECK(archive::mapped_place(gone).path == nullptr);
  CHECK(archive::mapped_place(last->bytes().data()).path == dir / "last");
}

TEST_CASE("mapped file: many threads may map at once") {
  const test::TempDir dir;
  test::write_file(dir / "f", "nội dung");
  std::vector<std::thread> threads;
  std::vector<size_t> found(4);
  for (size_t thread = 0; thread < found.size(); ++thread) {
    threads.emplace_back([&, thread] {
      std::vector<MappedFile> files;
      for (int i = 0; i < 200; ++i) files.push_back(*MappedFile::open(dir / "f"));
      for (const MappedFile& file : files)
        found[thread] += archive::mapped_place(file.bytes().data()).path != nullptr;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found == std::vector<size_t>(4, 200));
}
