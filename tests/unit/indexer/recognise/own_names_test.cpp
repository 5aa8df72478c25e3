#include "indexer/recognise/own_names.h"

#include <doctest/doctest.h>

using namespace khobao;

namespace {

std::vector<names::UserName> table() {
  const auto read = names::read_user_names(
      "Trần Văn Kha\tanh Ba Kha;Kha Đồi\t\t\tperson\n"
      "Kha Gió\t\tTrần Văn Kha\t\tperson\n"
      "xã Đồi Sim\tĐồi Sim\t\t\tplace\n",
      "own.tsv");
  REQUIRE(read);
  return *read;
}

archive::Article applied(archive::Article article) {
  text::Tokenizer tokenizer;
  const recognise::ArticleTokens tokens = recognise::tokenise(tokenizer, article);
  recognise::OwnNames(table()).apply(article, tokens);
  return article;
}

archive::Article article_of(const std::string& text) {
  archive::Article article;
  article.paragraphs.push_back({.text = text});
  return article;
}

}  // namespace

TEST_CASE("own names: every form counts for the name it belongs to") {
  const archive::Article article =
      applied(article_of("Anh Ba Kha gặp Trần Văn Kha. Kha Gió ở Đồi Sim, xã Đồi Sim."));
  REQUIRE(article.people.size() == 1);
  CHECK(article.people[0].name == "Trần Văn Kha");
  CHECK(article.people[0].mentions == 3);
  CHECK(article.people[0].surfaces ==
        std::vector<std::string>{"Anh Ba Kha", "Trần Văn Kha", "Kha Gió"});
  REQUIRE(article.places.size() == 1);
  CHECK(article.places[0].name == "xã Đồi Sim");
  CHECK(article.places[0].mentions == 2);
}

TEST_CASE("own names: no form in small letters or over the end of a sentence is one") {
  const archive::Article article = applied(article_of("hoa trên đồi sim. Trần Văn. Kha Mây đến."));
  CHECK(article.people.empty());
  CHECK(article.places.empty());
}

TEST_CASE("own names: what was recognised under a form becomes theirs, of whatever kind") {
  archive::Article read = article_of("Kha Đồi, Chủ tịch hội, đến Đồi Sim.");
  read.people.push_back({.name = "Kha Đồi", .mentions = 1, .posts = {"Chủ tịch hội"}});
  read.people.push_back({.name = "Đồi", .mentions = 1});
  read.people.push_back({.name = "Lê Na", .mentions = 1});
  read.organisations.push_back({.name = "Đồi Sim", .mentions = 1});
  const archive::Article article = applied(read);
  CHECK(article.organisations.empty());
  REQUIRE(article.people.size() == 2);
  CHECK(article.people[0].name == "Lê Na");
  CHECK(article.people[1].name == "Trần Văn Kha");
  CHECK(article.people[1].posts == std::vector<std::string>{"Chủ tịch hội"});
  REQUIRE(article.places.size() == 1);
  CHECK(article.places[0].name == "xã Đồi Sim");
}
