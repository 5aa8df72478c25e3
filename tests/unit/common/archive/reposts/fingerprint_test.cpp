#include <doctest/doctest.h>

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/reposts/fingerprint.h"
#include "common/archive/reposts/fingerprint_file.h"
#include "common/archive/reposts/repost_groups.h"
#include "tests/support/repost_articles.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

struct Kept {
  std::vector<uint32_t> runs, numbers;
  archive::Fingerprint view() const { return {.runs = runs, .numbers = numbers}; }
};

Kept fingerprint_of(const std::string& title, const std::string& body) {
  text::Tokenizer tokenizer;
  archive::TokenStreamWriter writer;
  std::vector<text::Token> tokens;
  tokenizer.tokenize(title, tokens);
  writer.title(tokens);
  tokens.clear();
  tokenizer.tokenize(body, tokens);
  writer.paragraph(tokens, archive::Role::body);
  const std::string bytes = writer.finish();
  archive::TokenStream stream;
  REQUIRE(archive::read_token_stream(bytes, stream));
  archive::FingerprintMaker maker;
  const archive::Fingerprint made = maker.make(stream);
  return {{made.runs.begin(), made.runs.end()}, {made.numbers.begin(), made.numbers.end()}};
}

bool reposts(const std::string& a, const std::string& b) {
  return archive::is_repost(
      archive::likeness(fingerprint_of("Một", a).view(), fingerprint_of("Hai", b).view()));
}

}  // namespace

TEST_CASE("fingerprint: copies are reposts, other news and other numbers are not") {
  const auto& story = bridge_story();
  const std::string whole = told(story, 0, 6);
  const auto articles = repost_articles();
  const auto body = [&](const std::string& id) {
    for (const TestArticle& article : articles) {
      if (article.id == id) return article.body;
    }
    return std::string();
  };
  struct Case {
    const char* name;
    std::string a, b;
    bool want;
  };
  const Case cases[] = {
      {"the same under another title", whole, whole, true},
      {"cut to a half", whole, told(story, 0, 3), true},
      {"cut to its end", whole, told(story, 3, 6), true},
      {"with a lede of its own", whole, body("lede"), true},
      {"with a credit at its end", whole, whole + " (Theo Báo Sông Kôn)", true},
      {"in capitals", whole, "SÁNG 2/7, XÃ ĐỒNG MÂY làm lễ" + whole.substr(whole.find(" khánh")),
       true},
      {"paragraphs in another order", whole, told(story, 3, 6) + " " + told(story, 0, 3), true},
      {"one sentence quoted", whole, body("khac") + " " + story[5] + " " + body("cho"), false},
      {"another story", whole, body("cho"), false},
      {"the same bulletin with other numbers", body("lua-1"), body("lua-2"), false},
      {"the same bulletin again", body("lua-1"), body("lua-1"), true},
      {"texts too short to tell", "Tin vắn trong ngày.", "Tin vắn trong ngày.", false},
      {"no text", "", "", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(reposts(c.a, c.b) == c.want);
    CHECK(reposts(c.b, c.a) == c.want);
  }
}

TEST_CASE("fingerprint: however long a text is, a bounded number of hashes is kept") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "chữ" + std::to_string(i) + " " + std::to_string(i) + " ";
  const Kept kept = fingerprint_of("", text);
  CHECK(kept.runs.size() == archive::kKeptRuns);
  CHECK(kept.numbers.size() == archive::kKeptNumbers);
  CHECK(std::is_sorted(kept.runs.begin(), kept.runs.end()));
}

TEST_CASE("fingerprint file: what was written is read, damage is told") {
  const TempDir dir;
  const std::string path = dir / "fingerprints";
  const Kept some = fingerprint_of("", told(bridge_story(), 0, 6));
  auto writer = archive::FingerprintWriter::create(path);
  REQUIRE(writer);
  REQUIRE(writer->add(some.view()));
  REQUIRE(writer->add({}));
  REQUIRE(writer->add(some.view()));
  REQUIRE(writer->finish());
  const auto file = archive::Fingerprints::open(path, 3);
  REQUIRE(file);
  for (const uint32_t docid : {1u, 3u}) {
    const auto read = file->of(docid);
    CHECK(std::equal(read.runs.begin(), read.runs.end(), some.runs.begin(), some.runs.end()));
    CHECK(std::equal(read.numbers.begin(), read.numbers.end(), some.numbers.begin(),
                     some.numbers.end()));
  }
  CHECK(file->of(2).runs.empty());
  CHECK(file->of(0).runs.empty());
  CHECK(file->of(4).runs.empty());
  CHECK(archive::Fingerprints::open(path, 2).error().code == ErrorCode::index_corrupt);
  const std::string bytes = read_file(path);
  for (const size_t size : {size_t{0}, size_t{7}, size_t{16}, bytes.size() - 4}) {
    write_file(path, bytes.substr(0, size));
    CHECK(archive::Fingerprints::open(path, 3).error().code == ErrorCode::index_corrupt);
  }
}

TEST_CASE("repost groups: what was written is read, damage is told") {
  const TempDir dir;
  const std::string path = dir / "reposts";
  REQUIRE(archive::write_repost_groups(path, {{7, 2}, {9, 4, 5}}));
  const auto groups = archive::RepostGroups::open(path);
  REQUIRE(groups);
  CHECK(groups->size() == 2);
  CHECK(groups->of(2) == 0u);
  CHECK(groups->of(5) == 1u);
  CHECK(!groups->of(3));
  const auto second = groups->articles(1);
  CHECK(std::vector<uint32_t>(second.begin(), second.end()) == std::vector<uint32_t>{9, 4, 5});
  REQUIRE(archive::write_repost_groups(path, {}));
  CHECK(archive::RepostGroups::open(path)->size() == 0);
  const std::string bytes = read_file(path);
  write_file(path, bytes.substr(0, bytes.size() - 4));
  CHECK(archive::RepostGroups::open(path).error().code == ErrorCode::index_corrupt);
}
