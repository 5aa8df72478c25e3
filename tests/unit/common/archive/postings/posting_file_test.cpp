// Postings of common words and pairs in a file of their own (common/archive/postings/posting_file.h).
#include <doctest/doctest.h>

#include <map>

#include "common/archive/disk/checked_map.h"
#include "common/archive/disk/files.h"
#include "common/archive/postings/posting_file.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using archive::Posting;

namespace {

using Postings = std::vector<std::pair<uint32_t, uint32_t>>;

constexpr uint64_t kArticles = 100'000;

// Every `step`th article and a few far ones, with counts that mostly fit.
std::vector<Posting> invented(uint32_t step) {
  std::vector<Posting> postings;
  for (uint32_t docid = step; docid < 5000; docid += step)
    postings.push_back({.docid = docid, .count = docid % 97 == 0 ? 70'000 : 1 + docid % 5});
  postings.push_back({.docid = 99'999, .count = 1});
  postings.push_back({.docid = kArticles, .count = 300});
  return postings;
}

void write(const std::string& path, const std::map<std::string, std::vector<Posting>>& lists) {
  auto writer = archive::PostingWriter::create(path);
  REQUIRE(writer);
  // In any order: the last key first.
  for (auto list = lists.rbegin(); list != lists.rend(); ++list)
    REQUIRE(writer->add(list->first, archive::packed_postings(list->second)));
  REQUIRE(writer->finish());
}

Postings read(const archive::PostingList& list) {
  Postings out;
  list.for_each([&](uint32_t docid, uint32_t count) { out.emplace_back(docid, count); });
  return out;
}

Postings as_pairs(const std::vector<Posting>& postings) {
  Postings out;
  for (const Posting& posting : postings) out.emplace_back(posting.docid, posting.count);
  return out;
}

}  // namespace

TEST_CASE("posting file: every list is read back as it was put, whatever its gaps and counts") {
  const test::TempDir dir;
  const std::string path = dir / "postings";
  const std::map<std::string, std::vector<Posting>> lists{
      {"của", invented(1)},      {"đảng", invented(3)}, {archive::pair_key("đảng", "bộ"), invented(40)},
      {"Sđảng", invented(2000)}, {"x", {}},             {"y", {{.docid = 1}}}};
  write(path, lists);
  const auto file = archive::PostingFile::open(path, kArticles);
  REQUIRE(file);
  for (const auto& [key, postings] : lists) {
    CAPTURE(key);
    const auto list = file->find(key);
    REQUIRE(list);
    CHECK(list->holders() == postings.size());
    CHECK(read(*list) == as_pairs(postings));
  }
  for (const std::string key : {"", "a", "đảng bộ", "đản", "z"}) CHECK(!file->find(key));
}

TEST_CASE("posting file: a common word takes about a byte an article") {
  std::vector<Posting> postings;
  for (uint32_t docid = 4; docid < 40'000; docid += 4)
    postings.push_back({.docid = docid, .count = 1 + docid / 4 % 7});
  const archive::PostingPacker packed = archive::packed_postings(postings);
  CHECK(packed.holders() == postings.size());
  CHECK(packed.bytes().size() == postings.size());
}

TEST_CASE("posting file: of no lists") {
  const test::TempDir dir;
  write(dir / "none", {});
  const auto file = archive::PostingFile::open(dir / "none", 0);
  REQUIRE(file);
  CHECK(!file->find("đảng"));
  CHECK(!archive::PostingFile().find("đảng"));
}

TEST_CASE("posting file: each byte that is changed is found when its list is read, and a cut file at once") {
  const test::TempDir dir;
  const std::string path = dir / "postings";
  write(path, {{"của", invented(50)}, {"đảng", invented(300)}});
  const auto whole = archive::read_file(path);
  REQUIRE(whole);
  const auto found = [&](const std::string& bytes) {
    REQUIRE(archive::replace_file(path, bytes));
    const auto file = archive::PostingFile::open(path, kArticles);
    if (!file) return file.error().code == ErrorCode::index_corrupt;
    try {
      for (const char* key : {"của", "đảng"}) {
        const auto list = file->find(key);
        if (!list) return true;
        (void)read(*list);
      }
    } catch (const archive::DamagedBytes&) {
      return true;
    }
    return false;
  };
  CHECK(!found(*whole));
  const size_t padding = 8;  // between lists and entries, which says nothing
  size_t unnoticed = 0;
  for (size_t at = 0; at < whole->size(); ++at) {
    std::string changed = *whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    unnoticed += !found(changed);
  }
  CHECK(unnoticed < padding);
  for (const size_t size : {size_t{0}, size_t{8}, whole->size() - 8, whole->size() - 1})
    CHECK(found(whole->substr(0, size)));
  CHECK(!archive::PostingFile::open(dir / "missing", 1));
}

TEST_CASE("posting file: an article that the layer has not is refused") {
  const test::TempDir dir;
  write(dir / "postings", {{"của", invented(50)}});
  const auto file = archive::PostingFile::open(dir / "postings", 99'999);
  REQUIRE(file);
  const auto list = file->find("của");
  REQUIRE(list);
  CHECK_THROWS_AS((void)read(*list), archive::DamagedBytes);
}
