// Queries of many words are worked out as sets of bits, those of few by Xapian: both find the same.
#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/match/docid_set.h"
#include "tests/support/known_articles.h"

using namespace khobao;

TEST_CASE("wide query: sets of articles are joined, cut and taken off") {
  match::DocidSet odd(200), large(200);
  for (Xapian::docid docid = 1; docid <= 200; docid += 2) odd.add(docid);
  for (Xapian::docid docid = 190; docid <= 200; ++docid) large.add(docid);
  using Docids = std::vector<Xapian::docid>;
  auto both = odd;
  CHECK((both &= large).docids() == Docids{191, 193, 195, 197, 199});
  auto rest = large;
  CHECK((rest -= odd).docids() == Docids{190, 192, 194, 196, 198, 200});
  auto either = rest;
  CHECK((either |= both).docids() == large.docids());
}

TEST_CASE("wide query: words that no article holds change nothing") {
  std::string absent;
  for (int i = 0; i < 40; ++i) absent += " OR zz" + std::to_string(i) + "q";
  for (const std::string query :
       {"cầu", "cầu gạo", "\"hội nghị\"", "cầu OR \"lúa gạo\"", "cầu -\"lúa gạo\"",
        "mưa -(\"hội nghị\" OR chợ)", "trực NEAR/3 hội", "hội SAME nghị", "title:cầu",
        "title:\"lúa gạo\"", "lede:(cầu OR gạo) -lũ", "cầu source:\"Báo Sông Kon\"",
        "hội NOT date:2020", "(cầu OR hội) (gạo OR tuyến)", "xã -(cầu NEAR/9 xưởng)"}) {
    CAPTURE(query);
    const auto few = test::known_archive().answer({query, "--match", "words"});
    const auto many =
        test::known_archive().answer({"(" + query + ")" + absent, "--match", "words"});
    CHECK(few.total > 0);
    CHECK(many.total == few.total);
    auto ids_few = test::ids_of(few.hits, true), ids_many = test::ids_of(many.hits, true);
    std::sort(ids_few.begin(), ids_few.end());
    std::sort(ids_many.begin(), ids_many.end());
    CHECK(ids_few == ids_many);
  }
}
