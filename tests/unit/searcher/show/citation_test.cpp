// An article's sentence as a reporter quotes it.
#include "searcher/show/citation.h"

#include <doctest/doctest.h>

using namespace khobao;

TEST_CASE("citation: sentences keep the marks that end and quote them") {
  text::Tokenizer tokenizer;
  const auto sentences = show::sentences_of(
      "Sáng 2.7, cầu thông xe. “Bà con mừng lắm!” ông Mây nói. TP.HCM cũng vui…", tokenizer);
  REQUIRE(sentences.size() >= 2);
  CHECK(sentences[0] == "Sáng 2.7, cầu thông xe.");
  std::string all;
  for (const auto sentence : sentences) all += (all.empty() ? "" : " ") + std::string(sentence);
  CHECK(all == "Sáng 2.7, cầu thông xe. “Bà con mừng lắm!” ông Mây nói. TP.HCM cũng vui…");
  CHECK(show::sentences_of("", tokenizer).empty());
}

TEST_CASE("citation: the source holds what is known") {
  archive::Article article;
  article.path = "/bao/cau.txt";
  const Message undated = show::citation(article, "Cầu thông xe.");
  CHECK(undated.in(Language::vietnamese) == "“Cầu thông xe.” (không rõ ngày, /bao/cau.txt)");
  CHECK(undated == "“Cầu thông xe.” (undated, /bao/cau.txt)");
  article.author = "Lan Hồ";
  article.display_title = "Khánh thành cầu";
  article.outlet = "Báo Sông Kôn";
  article.published = "2020-07-02T08:43";
  article.url = "https://bao.example/cau";
  const Message dated = show::citation(article, "Cầu thông xe.");
  CHECK(dated ==
        "“Cầu thông xe.” (Lan Hồ, “Khánh thành cầu”, Báo Sông Kôn, 2020-07-02, "
        "https://bao.example/cau)");
  CHECK(dated.in(Language::vietnamese) ==
        "“Cầu thông xe.” (Lan Hồ, “Khánh thành cầu”, Báo Sông Kôn, 2/7/2020, "
        "https://bao.example/cau)");
}
