#include "searcher/show/hit_maker.h"

#include <doctest/doctest.h>

#include "tests/support/archive.h"

using namespace khobao;

TEST_CASE("hit maker: after so many hits a snippet is the beginning of its text") {
  // The texts are invented.
  const test::Archive archive({{.id = "a",
                                .date = "2020-07-02",
                                .title = "Tin",
                                .body = "Chợ quê họp sớm.\n\nMùa này gạo lên giá."}});
  auto index = searcher::Index::open(archive.db());
  REQUIRE(index);
  const auto snippet = [&](size_t searched) {
    show::HitMaker maker(*index, {}, {{{.terms = {"gạo"}}}}, {{.docid = 1}}, searched);
    const auto hits = maker.next(10);
    REQUIRE(hits);
    REQUIRE(hits->size() == 1);
    return hits->front().snippet.text;
  };
  CHECK(snippet(1).find("gạo lên giá") != std::string::npos);
  CHECK(snippet(0).find("gạo") == std::string::npos);
  CHECK(snippet(0).find("Chợ quê họp sớm.") != std::string::npos);
}

TEST_CASE("hit maker: an answer says that its last snippets were not looked for") {
  CHECK(show::snippets_note(show::kSearchedSnippets) == "");
  CHECK(show::snippets_note(show::kSearchedSnippets + 1) ==
        "snippets are looked for in the first 5000 hits; after these they are the beginnings of the "
        "articles (--offset 5000 goes on from there)");
}
