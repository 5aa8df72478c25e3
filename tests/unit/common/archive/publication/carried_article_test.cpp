#include "common/archive/publication/carried_article.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "common/archive/schema.h"

using namespace khobao;
using namespace khobao::archive;

namespace {

CarriedArticle article_of(const std::string& published, const std::string& id) {
  CarriedArticle article{.order = order_key(published, id), .words = 300, .facets = {}};
  article.undated = published.empty();
  article.stream = "stream of words";
  return article;
}

}  // namespace

TEST_CASE("carried article: what is packed comes back") {
  const std::string people = pack_facet_ids({facet_id("Trần Văn Kha"), facet_id("Lê Thị Mơ")});
  CarriedArticle article = article_of("2020-07-02T08:43", "bao/cau.txt");
  article.facets[static_cast<size_t>(FieldId::person)] = people;
  article.listing = true;
  article.content_hash = "0123456789abcdef";
  article.place_terms = people;
  const std::string bytes = pack_carried(article);
  const auto read = read_carried(bytes);
  REQUIRE(read);
  CHECK(read->order == article.order);
  CHECK(read->id() == "bao/cau.txt");
  CHECK(read->words == 300);
  CHECK(read->listing);
  CHECK_FALSE(read->undated);
  CHECK_FALSE(read->kept);
  CHECK(read->facets_of(FieldId::person) == people);
  CHECK(read->facets_of(FieldId::organisation) == "");
  CHECK(read->content_hash == "0123456789abcdef");
  CHECK(read->place_terms == people);
  CHECK(read->stream == "stream of words");
}

TEST_CASE("carried article: values sort as the articles' order keys do") {
  std::vector<CarriedArticle> articles;
  for (const char* date : {"", "2020-07-02", "2020-07-02T08:43", "2021-01-01"}) {
    for (const std::string& id :
         {std::string("a"), std::string("ab"), std::string("a\0b", 3), std::string("a\0", 2),
          std::string("a\1"), std::string("\0", 1), std::string("a\0\1c", 4), std::string("bài")})
      articles.push_back(article_of(date, id));
  }
  for (const CarriedArticle& a : articles) {
    CHECK(read_carried(pack_carried(a))->order == a.order);
    for (const CarriedArticle& b : articles)
      CHECK((a.order < b.order) == (pack_carried(a) < pack_carried(b)));
  }
}

TEST_CASE("carried article: whatever bytes come, they are read or refused") {
  const std::string bytes = pack_carried(article_of("2020-07-02", "bao/cau.txt"));
  const size_t head = bytes.size() - std::string("stream of words").size();
  for (size_t size = 0; size < head; ++size) CHECK_FALSE(read_carried(bytes.substr(0, size)));
  for (size_t at = 0; at < head; ++at) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 0x10);
    CAPTURE(at);
    CHECK_FALSE(read_carried(other));
  }
  std::mt19937 random(1);
  for (int n = 0; n < 2000; ++n) {
    std::string other(random() % 80, '\0');
    for (char& c : other) c = static_cast<char>(random() % 4 == 0 ? random() : random() % 3);
    (void)read_carried(other);
  }
}
