// Quotation marks as evidence, and what date orders say. Articles are invented.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/known_articles.h"

using namespace khobao::test;

namespace {

const Archive& bridges() {
  static const Archive archive({
      {.id = "apart-1",
       .date = "2021-01-01",
       .title = "",
       .body = "Cầu mới thông xe.\nLúa đã gặt."},
      {.id = "near", .date = "2021-01-02", .title = "", .body = "Cầu mới nằm bên ruộng lúa."},
      {.id = "apart-2", .date = "2021-01-03", .title = "", .body = "Lúa năm nay tốt.\nCầu hỏng."},
  });
  return archive;
}

size_t full_hits(const Answer& answer) {
  return static_cast<size_t>(std::count_if(answer.hits.begin(), answer.hits.end(),
                                           [](const AnswerHit& hit) { return hit.full; }));
}

}  // namespace

TEST_CASE("quotes: a part between straight double marks hides no article from relevance order") {
  const Answer answer = known_archive().answer({"\"lúa gạo\" sông"});
  CHECK(answer.total == 1);
  REQUIRE(answer.hits.size() > 1);
  CHECK(answer.hits.front().id == "gao");
  CHECK(full_hits(answer) == 1);
  CHECK(answer.warnings.empty());
}

TEST_CASE("quotes: a phrase that is the whole query puts its holders first") {
  const Answer answer = known_archive().answer({"\"lúa gạo\""});
  CHECK(answer.total == 3);
  REQUIRE(answer.hits.size() >= 3);
  for (size_t i = 0; i < answer.hits.size(); ++i) {
    CHECK(answer.hits[i].full == (i < 3));
    if (i > 0) CHECK(answer.hits[i].score <= answer.hits[i - 1].score);
  }
}

TEST_CASE("quotes: pasted marks ask for no phrase, and a warning says so") {
  const Answer answer = known_archive().answer({"sông ‘gạo lúa’"});
  CHECK(answer.total == 1);
  REQUIRE(answer.warnings.size() == 1);
  CHECK(answer.warnings.front().at_byte == 6);
  CHECK(answer.warnings.front().message.find("pasted") != std::string::npos);
}

TEST_CASE("near: a date order says where most matches hold the words apart") {
  const Answer answer = bridges().answer({"--sort", "newest", "cầu lúa"});
  CHECK(answer.total == 3);
  CHECK(std::count(answer.notes.begin(), answer.notes.end(),
                   "1 of 3 hold the words near each other: --near") == 1);
  const Answer near = bridges().answer({"--sort", "newest", "--near", "cầu lúa"});
  CHECK(near.total == 1);
  CHECK(listed(ids_of(near.hits)) == "near");
  CHECK(listed(ids_of(bridges().answer({"--near", "cầu lúa"}).hits)) == "near");
  CHECK(bridges().answer({"--near", "cầu"}).total == 3);
}

TEST_CASE("near: a date order without a match says what relevance finds") {
  const Answer answer = bridges().answer({"--sort", "newest", "--literal", "ruộng xyzzy"});
  CHECK(answer.total == 0);
  CHECK(answer.hits.empty());
  CHECK(std::any_of(answer.notes.begin(), answer.notes.end(), [](const std::string& note) {
    return note.starts_with("by relevance the nearest article is 'Cầu mới nằm bên ruộng lúa");
  }));
}

TEST_CASE("snippets: with a document and no words they show the place that names it") {
  const Answer answer = known_archive().answer({"--doc", "18-NQ/TU"});
  REQUIRE(answer.hits.size() == 1);
  const auto highlighted = answer.hits.front().highlighted();
  REQUIRE(highlighted.size() == 1);
  CHECK(highlighted.front().find("18 - NQ/TU") != std::string::npos);
}

TEST_CASE("snippets: a document whose issuer is not known is highlighted as it is printed") {
  const Archive archive({{.id = "short",
                          .date = "2021-01-01",
                          .title = "",
                          .body = "Theo Nghị định số 146, lúa được mùa.\nCầu mới thông xe."}});
  const Answer answer = archive.answer({"--doc", "Nghị định 146"});
  REQUIRE(answer.hits.size() == 1);
  const auto highlighted = answer.hits.front().highlighted();
  REQUIRE(highlighted.size() == 1);
  CHECK(highlighted.front() == "Nghị định số 146");
}
