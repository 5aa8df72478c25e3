#include "common/archive/publication/published_terms.h"

#include <doctest/doctest.h>

#include <random>

#include "common/archive/disk/checked_map.h"
#include "common/archive/schema.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::archive;

namespace {

const std::vector<std::string> kWords = {"", "a", "bão", "bảo", "cầu", "cầu-1", "lúa", "lúa gạo", "zz"};

// Articles, each with some of these words, an id and a name.
Xapian::WritableDatabase database_of(std::mt19937& random, size_t articles) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (size_t n = 0; n < articles; ++n) {
    Xapian::Document document;
    for (size_t words = random() % 9; words > 0; --words)
      document.add_term("w" + kWords[random() % kWords.size()] + std::to_string(random() % 40));
    document.add_boolean_term(prefixed_term(kIdPrefix, "bai-" + std::to_string(n)));
    document.add_boolean_term(prefixed_term("XORG", "Hội " + std::to_string(random() % 5)));
    database.add_document(document);
  }
  return database;
}

Result<PublishedTerms> written(const test::TempDir& dir, const std::string& bytes) {
  test::write_file(dir / kPublishedTerms, bytes);
  return PublishedTerms::open(dir.path());
}

}  // namespace

TEST_CASE("published terms: they are those of the articles, but their ids") {
  std::mt19937 random(7);
  for (const size_t articles : {0, 1, 30, 300}) {
    CAPTURE(articles);
    const test::TempDir dir;
    const Xapian::Database database = database_of(random, articles);
    const auto terms = written(dir, published_terms(database));
    REQUIRE(terms);
    CHECK(terms->articles() == articles);
    CHECK(terms->mean_words() == database.get_avlength());
    size_t counted = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const bool id = (*term).starts_with(kIdPrefix);
      counted += !id;
      CHECK(terms->holders(*term) == (id ? 0 : term.get_termfreq()));
    }
    CHECK(terms->size() == counted);
    for (const char* other : {"", "w", "wcầ", "wcầu9999", "zzz", "A", "\xFF"})
      CHECK(terms->holders(other) == 0);
    for (const std::string prefix : {"", "w", "wlúa", "wlúa gạo1", "XORG", "x", "zzz"}) {
      for (const size_t most : {size_t{0}, size_t{1}, size_t{20}, SIZE_MAX}) {
        std::vector<std::string> wanted, got;
        for (auto term = database.allterms_begin(prefix);
             term != database.allterms_end(prefix) && wanted.size() < most; ++term) {
          if (!(*term).starts_with(kIdPrefix)) wanted.push_back(*term);
        }
        for (const auto& one : terms->beginning_with(prefix, most)) got.push_back(one.term);
        CHECK(got == wanted);
      }
    }
  }
}

TEST_CASE("published terms: whatever bytes come, they are read or refused") {
  std::mt19937 random(8);
  const test::TempDir dir;
  const std::string bytes = published_terms(database_of(random, 60));
  const auto ask = [&](const std::string& other) {
    const auto terms = written(dir, other);
    if (!terms) return;
    try {
      for (const char* term : {"", "wcầu7", "wlúa gạo12", "XORGHội 3", "~"}) {
        (void)terms->holders(term);
        (void)terms->beginning_with(term, 1000);
      }
    } catch (const DamagedBytes&) {
    }
  };
  for (size_t size = 0; size < bytes.size(); size += 7) ask(bytes.substr(0, size));
  for (int n = 0; n < 1500; ++n) {
    std::string other = bytes;
    for (size_t changes = 1 + random() % 4; changes > 0; --changes)
      other[random() % (n % 2 == 0 ? 400 : other.size())] = static_cast<char>(random());
    ask(other);
  }
}
