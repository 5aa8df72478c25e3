#include "indexer/change/orders_held.h"

#include <doctest/doctest.h>

#include "common/archive/tables/hiding_orders.h"
#include "tests/support/temp_dir.h"

using namespace khobao;

namespace {

archive::Article article(const std::string& id, const std::string& line) {
  archive::Article article;
  article.id = id;
  article.title = "Khánh thành cầu Bến Lội";
  if (!line.empty()) article.paragraphs.push_back({line, archive::Role::body});
  return article;
}

}  // namespace

TEST_CASE("orders held: one of an older list holds for the id, and once its text is read for that") {
  const test::TempDir folder;
  const std::string list = R"({"id":"a","reason":"án","since":"2024-05-03"})"
                           "\n";
  test::write_file(folder / "hidden.jsonl", list);
  auto orders = archive::read_hidden(folder / "hidden.jsonl");
  REQUIRE(orders);
  CHECK(archive::hidden_bytes(*orders) == list);
  change::OrdersHeld held(*orders);
  CHECK_FALSE(held.hides(article("b", "Bà con qua cầu.")));
  CHECK_FALSE(held.added());
  CHECK(held.hides(article("a", "Bà con qua cầu.")));
  CHECK(held.hides(article("c", "Bà con qua cầu.")));
  CHECK_FALSE(held.hides(article("d", "Bà con qua đò.")));
  using Carried = std::vector<std::pair<std::string, std::string>>;
  CHECK(held.carried() == Carried{{"c", "a"}});

  test::write_file(folder / "hidden.jsonl", archive::hidden_bytes(*orders));
  const auto again = archive::read_hidden(folder / "hidden.jsonl");
  REQUIRE(again);
  CHECK(archive::hidden_bytes(*again) == archive::hidden_bytes(*orders));
  CHECK(again->at("c").text_of == "a");
}

TEST_CASE("orders held: a title without a text is no other article's") {
  archive::HiddenArticles orders{{"a", {.reason = "án", .since = "2024-05-03"}}};
  change::OrdersHeld held(orders);
  CHECK(held.hides(article("a", "")));
  CHECK_FALSE(held.hides(article("b", "")));
}

TEST_CASE("orders held: what an order leaves shown stays, with the texts that it was") {
  archive::HiddenArticles orders{
      {"a", {.reason = "án", .since = "2024-05-03", .shown = {"b"}}}};
  change::OrdersHeld held(orders);
  CHECK(held.hides(article("a", "Bà con qua cầu.")));
  CHECK_FALSE(held.hides(article("b", "Bà con qua cầu.")));
  archive::Article kept = article("b@2026-11-29", "Bà con qua cầu.");
  kept.version_of = "b";
  CHECK_FALSE(held.hides(kept));
}
