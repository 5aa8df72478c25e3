// Over real articles, where they are at hand: each seed is found first by words of its own body,
// drawn while the test runs, however they are typed.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "tests/support/archive.h"
#include "tests/support/spelling.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

constexpr size_t kQueriesOfEach = 3;
constexpr size_t kWords = 12;  // of a query

// The sentences of long lines, which are the body's, each as its words.
std::vector<std::vector<std::string>> sentences_of(const std::string& text) {
  std::vector<std::vector<std::string>> sentences;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.size() < 300) continue;
    std::istringstream words(line);
    sentences.emplace_back();
    for (std::string word; words >> word;) {
      sentences.back().push_back(word);
      if (word.ends_with('.') || word.ends_with(';') || word.ends_with(':'))
        sentences.emplace_back();
    }
  }
  return sentences;
}

// The middle words of each sentence that is long enough, without what a query reads as a sign.
std::vector<std::string> middles_of(const std::string& text) {
  std::vector<std::string> middles;
  for (const auto& sentence : sentences_of(text)) {
    if (sentence.size() < kWords) continue;
    std::string middle;
    const size_t first = (sentence.size() - kWords) / 2;
    for (size_t w = first; w < first + kWords; ++w) {
      std::string word = sentence[w];
      for (const char* sign : {"\"", "(", ")", "“", "”", "'"}) {
        for (size_t at = word.find(sign); at != std::string::npos; at = word.find(sign))
          word.erase(at, std::string(sign).size());
      }
      while (word.starts_with('-')) word.erase(0, 1);
      if (!word.empty() && word != "AND" && word != "OR" && word != "NOT")
        middle += (middle.empty() ? "" : " ") + word;
    }
    middles.push_back(middle);
  }
  return middles;
}

// Of each third of the article, the first words that stand so in no other one: the same in every
// run.
std::vector<std::string> drawn_queries(const Archive& archive, const std::string& text) {
  const std::vector<std::string> middles = middles_of(text);
  std::vector<std::string> queries;
  for (size_t part = 0; part < kQueriesOfEach; ++part) {
    for (size_t i = part * middles.size() / kQueriesOfEach;
         i < (part + 1) * middles.size() / kQueriesOfEach; ++i) {
      if (archive.search({"--count", "--", "\"" + middles[i] + "\""}).out != "1\n") continue;
      queries.push_back(middles[i]);
      break;
    }
  }
  return queries;
}

}  // namespace

TEST_CASE(
    "seeds: found first among thirty-five thousand articles, accented, tone-swapped and in NFD") {
  const std::string shared = KHOBAO_TEST_SHARED;
  const std::string corpus = shared + "/corpus/baomoi2017.jsonl.zst", seeds = shared + "/seeds";
  if (!fs::exists(corpus) || !fs::is_directory(seeds)) {
    std::cout << "SKIPPED: the real articles are not at " << shared << "\n";
    return;
  }
  const Archive archive;
  const CliResult indexed = archive.update({corpus, "--root", "seeds=" + seeds});
  CHECK(indexed.err == "");
  REQUIRE(indexed.code == 0);
  size_t seeds_tried = 0;
  for (const auto& entry : fs::directory_iterator(seeds)) {
    const std::string id = "seeds/" + entry.path().filename().string();
    CAPTURE(id);
    const std::vector<std::string> queries = drawn_queries(archive, read_file(entry.path()));
    CHECK(queries.size() == kQueriesOfEach);
    for (size_t number = 0; number < queries.size(); ++number) {
      const std::string& query = queries[number];
      struct Way {
        std::string name, typed;
      };
      for (const Way& way : {Way{"as is", query}, Way{"tones swapped", tones_swapped(query)},
                             Way{"NFD", decomposed(query)},
                             Way{"NFD, tones swapped", decomposed(tones_swapped(query))}}) {
        CAPTURE(number);
        CAPTURE(way.name);
        const Answer answer = archive.answer({"--limit", "1", "--", way.typed});
        CHECK(listed(ids_of(answer.hits, true)) == id);
        const Answer phrase = archive.answer({"--limit", "1", "--", "\"" + way.typed + "\""});
        CHECK(phrase.total == 1);
        CHECK(listed(ids_of(phrase.hits, true)) == id);
      }
    }
    ++seeds_tried;
  }
  CHECK(seeds_tried == 5);
}
