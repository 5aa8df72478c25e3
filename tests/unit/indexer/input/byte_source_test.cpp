#include "indexer/input/byte_source.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/support/packed.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

// What read_all() gives, or the error.
std::string read_back(const std::string& bytes, size_t max_bytes = 1 << 24) {
  const TempDir dir;
  write_file(dir / "x", bytes);
  auto source = input::open_source(dir / "x");
  if (!source) return "error " + source.error().message;
  const auto all = input::read_all(**source, "x", max_bytes);
  return all ? *all : "error " + all.error().message;
}

std::string varied(size_t size) {
  std::string out;
  for (size_t i = 0; out.size() < size; ++i) out += std::to_string(i * i) + " sông Kon\n";
  return out;
}

}  // namespace

TEST_CASE("byte source: plain, gzip and zstd, told by their first bytes") {
  for (const size_t size : {size_t{1}, size_t{3}, size_t{100}, size_t{1 << 20}}) {
    CAPTURE(size);
    const std::string text = varied(size);
    CHECK((read_back(text) == text));
    CHECK((read_back(gzip_packed(text)) == text));
    CHECK((read_back(zstd_packed(text)) == text));
  }
  CHECK(read_back("") == "");
  CHECK(read_back(gzip_packed("")) == "");
  CHECK(read_back(zstd_packed("")) == "");
}

TEST_CASE("byte source: several members or frames follow each other") {
  CHECK(read_back(gzip_packed("một ") + gzip_packed("hai")) == "một hai");
  CHECK(read_back(zstd_packed("một ") + zstd_packed("hai")) == "một hai");
}

TEST_CASE("byte source: a WARC file's dictionary stands in front of its frames") {
  const std::string packed =
      read_file(std::string(KHOBAO_TEST_DATA) + "/containers/dictionary.warc.zst");
  const std::string text =
      read_back(read_file(std::string(KHOBAO_TEST_DATA) + "/containers/codings.warc.gz"));
  CHECK(text.starts_with("WARC/1.0\r\nWARC-Type: warcinfo\r\n"));
  CHECK((read_back(packed) == text));
  // The dictionary as it is, not packed itself.
  constexpr size_t kHeaderBytes = 8;
  const size_t size = static_cast<unsigned char>(packed[4]) +
                      256 * static_cast<size_t>(static_cast<unsigned char>(packed[5]));
  const std::string plain = read_back(packed.substr(kHeaderBytes, size));
  std::string other = packed.substr(0, 4);
  for (size_t i = 0; i < 4; ++i) other += static_cast<char>(plain.size() >> (8 * i) & 0xFF);
  CHECK((read_back(other + plain + packed.substr(kHeaderBytes + size)) == text));
  for (const size_t cut : {size_t{6}, size_t{8}, size_t{200}}) {
    CAPTURE(cut);
    CHECK(read_back(packed.substr(0, cut)).ends_with("damaged zstd data"));
  }
  CHECK(read_back("\x5D\x2A\x4D\x18\xFF\xFF\xFF\xFF" + plain).ends_with("damaged zstd data"));
}

TEST_CASE("byte source: damage is told") {
  const std::string text = varied(100'000);
  for (const auto& [packed, kind] :
       {std::pair(gzip_packed(text), "gzip"), std::pair(zstd_packed(text), "zstd")}) {
    CAPTURE(std::string(kind));
    for (const size_t size : {size_t{5}, packed.size() / 2, packed.size() - 1}) {
      CAPTURE(size);
      CHECK(read_back(packed.substr(0, size)).ends_with("damaged " + std::string(kind) + " data"));
    }
    CHECK(read_back(packed + "rubbish behind").ends_with("damaged " + std::string(kind) + " data"));
  }
}

TEST_CASE("byte source: more than allowed is an error, packed or not") {
  CHECK(read_back(varied(3 << 20), 2 << 20) == "error cannot read 'x': longer than 2 MiB");
  CHECK(read_back(gzip_packed(std::string(50 << 20, 'x')), 2 << 20) ==
        "error cannot read 'x': longer than 2 MiB");
}

TEST_CASE("byte source: only regular files are opened") {
  const TempDir dir;
  CHECK(input::open_source(dir.path()).error().message ==
        "cannot read '" + dir.path() + "': not a regular file");
  CHECK(input::open_source(dir / "none").error().message ==
        "cannot read '" + (dir / "none") + "': No such file or directory");
  REQUIRE(mkfifo((dir / "fifo").c_str(), 0600) == 0);
  CHECK(input::open_source(dir / "fifo").error().message ==
        "cannot read '" + (dir / "fifo") + "': not a regular file");
}
