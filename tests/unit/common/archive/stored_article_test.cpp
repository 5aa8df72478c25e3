#include "common/archive/stored_article.h"

#include <doctest/doctest.h>

#include "common/archive/text_compression.h"

using namespace khobao;
using archive::Article;

namespace {

Article full_article() {
  return {.id = "bao/2020/cầu mới.txt",
          .path = "./bao/2020/cầu mới.txt",
          .url = "https://songkon.example/cau",
          .kind = archive::Kind::listing,
          .title = "Cầu mới",
          .display_title = "Cầu mới…",
          .published = "2020-07-02T08:43",
          .published_from = archive::PublishedFrom::dateline,
          .year_from_receipt = true,
          .source = "Theo SK",
          .outlet = "Báo Sông Kon",
          .credit = "Thông tấn xã Sông Kon",
          .author = "MAI TÝ",
          .section = "Xã hội",
          .paragraphs = {{.text = "Xã có cầu.", .role = archive::Role::body},
                         {.text = "Ảnh: cầu", .role = archive::Role::caption}},
          .furniture = {"467 lượt xem", ""},
          .organisations = {{.name = "Tỉnh ủy Sông Kon", .mentions = 3}},
          .documents = {"Nghị quyết số 18 - NQ/TU"},
          .document_keys = {"nq|18|nq/tu|"},
          .as_read = {.corrected = {archive::Correctable::title, archive::Correctable::organisations},
                      .title = "Câu mới",
                      .display_title = "Câu mới",
                      .published = "2020-07-01",
                      .published_from = archive::PublishedFrom::dateline,
                      .year_from_receipt = true,
                      .source = "Theo SK",
                      .outlet = "Báo Sông Kon",
                      .credit = "SK",
                      .author = "MAI TI",
                      .organisations = {{.name = "Huyện ủy Sông Kon", .mentions = 1}},
                      .people = {{.name = "Trần Kha", .mentions = 2, .posts = {"Bí thư"}}},
                      .places = {{.name = "xã Sông Kon", .mentions = 1, .kind = "xã"}}}};
}

}  // namespace

TEST_CASE("stored article: every field comes back") {
  Article kept = full_article();
  kept.version_of = "bao/2020/cầu mới.txt";
  kept.gone = "2021-03-04";
  for (const Article& article : {full_article(), kept, Article{}}) {
    const auto back = archive::decode_article(archive::encode_article(article));
    REQUIRE(back);
    CHECK((*back == article));
  }
}

TEST_CASE("stored article: bytes that are no whole article are an error") {
  const std::string whole = archive::encode_article(full_article());
  for (size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(archive::decode_article(whole.substr(0, size)));
  }
  CHECK_FALSE(archive::decode_article(whole + "x"));
  CHECK_FALSE(archive::decode_article("\x09\x09" + whole.substr(2)));
  for (size_t at = 0; at < whole.size(); ++at) {  // never out of bounds, never out of proportion
    std::string flipped = whole;
    flipped[at] = '\xFF';
    (void)archive::decode_article(flipped);
  }
}

TEST_CASE("stored article: the citable text changes with what is cited, not with where it lies") {
  Article article = full_article();
  const std::string before = archive::citable_text(article);
  article.id = article.path = article.url = "elsewhere";
  article.furniture.clear();
  CHECK(archive::citable_text(article) == before);
  article.paragraphs[0].text += "!";
  CHECK(archive::citable_text(article) != before);
}

TEST_CASE("stored article: compression with and without a dictionary") {
  std::vector<std::string> samples;
  for (int i = 0; i < 400; ++i) {
    Article article = full_article();
    article.paragraphs[0].text =
        "Bài số " + std::to_string(i * 7919) + " kể chuyện đồng áng, mùa màng và chợ búa ở quê.";
    samples.push_back(archive::encode_article(article));
  }
  const archive::TextDictionary trained(archive::train_dictionary(samples)), none("");
  CHECK(trained.bytes().size() > 0);
  for (const auto* dictionary : {&trained, &none}) {
    archive::TextCompressor compressor(*dictionary);
    for (const std::string& text : {samples[0], std::string(), std::string(1 << 20, 'x')}) {
      const std::string packed = compressor.compress(text);
      const auto back = archive::decompress(packed, *dictionary);
      REQUIRE(back);
      CHECK((*back == text));
      CHECK_FALSE(archive::decompress(packed.substr(0, packed.size() / 2), *dictionary));
    }
  }
  archive::TextCompressor compressor(trained);
  CHECK(compressor.compress(samples[1]).size() <
        archive::TextCompressor(none).compress(samples[1]).size());
  CHECK_FALSE(archive::decompress(compressor.compress(samples[1]), none));
  CHECK_FALSE(archive::decompress("no zstd frame", trained));
  CHECK(archive::train_dictionary({"too", "few"}).empty());
}
