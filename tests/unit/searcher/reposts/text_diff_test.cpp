#include <doctest/doctest.h>

#include "searcher/reposts/text_diff.h"
#include "tests/support/repost_articles.h"

using namespace khobao;
using namespace khobao::reposts;

namespace {

std::vector<Sentence> sentences(const std::string& text) {
  text::Tokenizer tokenizer;
  return sentences_of(text, tokenizer);
}

std::string described(const std::string& first, const std::string& second) {
  std::string out;
  for (const SentenceChange& one : text_diff(sentences(first), sentences(second))) {
    out += std::string(change_name(one.change)) + ": ";
    if (one.change == Change::altered) {
      for (const WordChange& words : one.words) {
        const char* marks = words.in == WordChange::In::both    ? "  "
                            : words.in == WordChange::In::first ? "-"
                                                                : "+";
        out += marks[0] == ' ' ? words.text + "|" : marks + words.text + "|";
      }
    } else {
      out += one.second.empty() ? one.first : one.second;
    }
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("sentences: each has its text as printed and its words' places in it") {
  const std::string text = "Cầu dài 412 m. “Bà con mừng lắm”, ông Kha nói! Chợ họp sớm.";
  const auto found = sentences(text);
  REQUIRE(found.size() == 3);
  CHECK(found[0].text == "Cầu dài 412 m.");
  CHECK(found[1].text == "“Bà con mừng lắm”, ông Kha nói!");
  CHECK(found[2].text == "Chợ họp sớm.");
  for (const Sentence& sentence : found) {
    for (const text::Token& word : sentence.words) {
      CAPTURE(word.term);
      REQUIRE(word.end_byte <= sentence.text.size());
      CHECK(word.begin_byte < word.end_byte);
    }
  }
  CHECK(found[1].text.substr(found[1].words[0].begin_byte, 3) == "Bà");
  CHECK(sentences("").empty());
}

TEST_CASE("diff: sentences the same, altered, dropped, added and moved") {
  struct Case {
    const char* name;
    std::string first, second, want;
  };
  const std::string a = "Cầu dài 412 m và rộng chín mét.", b = "Bà con hai bờ dự lễ rất đông.",
                    c = "Chợ phiên họp từ tháng sau.";
  const Case cases[] = {
      {"the same", a, a, "same: " + a + "\n"},
      {"words altered", a, "Cầu mới dài 412 mét và rộng chín mét.",
       "altered: Cầu|+mới|dài 412|-m|+mét|và rộng chín mét|\n"},
      {"dropped", a + " " + b + " " + c, a + " " + c,
       "same: " + a + "\ndropped: " + b + "\nsame: " + c + "\n"},
      {"added", a + " " + c, a + " " + b + " " + c,
       "same: " + a + "\nadded: " + b + "\nsame: " + c + "\n"},
      {"moved", a + " " + b + " " + c, b + " " + c + " " + a,
       "same: " + b + "\nsame: " + c + "\nmoved: " + a + "\n"},
      {"all other", a, c, "dropped: " + a + "\nadded: " + c + "\n"},
      {"of nothing", "", a, "added: " + a + "\n"},
      {"nothing of nothing", "", "", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(described(one.first, one.second) == one.want);
  }
}

TEST_CASE("diff: a long text is compared within bounds") {
  std::string first, second;
  for (int i = 0; i < 5000; ++i) {
    first += "Câu thứ " + std::to_string(i) + " của bài. ";
    second += "Dòng khác " + std::to_string(i * 7) + " ở đây. ";
  }
  CHECK(text_diff(sentences(first), sentences(second)).size() == 10000);
}
