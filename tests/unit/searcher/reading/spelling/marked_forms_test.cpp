#include "searcher/reading/spelling/marked_forms.h"

#include <doctest/doctest.h>

#include "tests/support/counts.h"

using namespace khobao;

TEST_CASE("marked forms: names and abbreviations get the marks that the archive gives them") {
  const auto counts = test::statistics_of({"Kpă Hlơng và CĐV ở buôn Ksơr", "Đăm Săn, ôtô"});
  const auto listed = [&](const std::string& word) {
    std::string out;
    for (const std::string& form : reading::marked_forms(word, counts))
      out += (out.empty() ? "" : " ") + form;
    return out;
  };
  CHECK(listed("kpa") == "kpă");
  CHECK(listed("hlong") == "hlơng");
  CHECK(listed("ksor") == "ksơr");
  CHECK(listed("cdv") == "cđv");
  CHECK(listed("oto") == "ôtô");
  CHECK(listed("ctv").empty());
  CHECK(listed("kpă").empty());
  CHECK(listed("dadadada").empty());
}

TEST_CASE("marked forms: abbreviations are words of consonants") {
  for (const char* word : {"cttw", "bđs", "hdqt"}) CHECK(reading::is_consonants(word));
  for (const char* word : {"cuba", "ư", "u23", ""}) CHECK(!reading::is_consonants(word));
}
