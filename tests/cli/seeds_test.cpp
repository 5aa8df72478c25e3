// Over real articles, where they are at hand: each seed is found first by words of its own body,
// drawn while the test runs, however they are typed.
#include <doctest/doctest.h>

#include <filesystem>
#include <iostream>
#include <sstream>

#include "common/text/utf8.h"
#include "tests/support/archive.h"
#include "tests/support/spelling.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

constexpr size_t kQueriesOfEach = 3;
constexpr size_t kLeastWords = 8, kMostWords = 12;

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
      if (word.ends_with('.') || word.ends_with(';') || word.ends_with(':')) sentences.emplace_back();
    }
  }
  return sentences;
}

bool is_operator(const std::string& word) { return word == "AND" || word == "OR" || word == "NOT"; }

// Some consecutive words of three sentences spread over the article: the same ones in every run.
std::vector<std::string> drawn_queries(const std::string& text) {
  std::vector<std::vector<std::string>> long_enough;
  for (auto& sentence : sentences_of(text)) {
    if (sentence.size() >= kLeastWords + 2) long_enough.push_back(std::move(sentence));
  }
  REQUIRE(long_enough.size() >= kQueriesOfEach);
  std::vector<std::string> queries;
  for (size_t i = 0; i < kQueriesOfEach; ++i) {
    const auto& sentence = long_enough[i * long_enough.size() / kQueriesOfEach];
    const size_t count = std::min(kLeastWords + 2 * i, std::min(sentence.size(), kMostWords));
    const size_t first = (sentence.size() - count) / 2;
    std::string query;
    for (size_t w = first; w < first + count; ++w) {
      std::string word;
      for (const char c : sentence[w]) {
        if (c != '"' && c != '(' && c != ')') word += c;
      }
      while (word.starts_with('-')) word.erase(0, 1);
      if (!word.empty() && !is_operator(word)) query += (query.empty() ? "" : " ") + word;
    }
    queries.push_back(query);
  }
  return queries;
}

}  // namespace

TEST_CASE("seeds: found first among thirty-five thousand articles, accented, tone-swapped and in NFD") {
  const std::string shared = KHOBAO_TEST_SHARED;
  const std::string corpus = shared + "/corpus/baomoi2017.jsonl.zst", seeds = shared + "/seeds";
  if (!fs::exists(corpus) || !fs::is_directory(seeds)) {
    std::cout << "SKIPPED: the real articles are not at " << shared << "\n";
    return;
  }
  const Archive archive;
  const CliResult indexed = archive.update({corpus, "--root", "seeds=" + seeds});
  REQUIRE(indexed.code <= 1);
  INFO(indexed.err);
  size_t tried = 0;
  for (const auto& entry : fs::directory_iterator(seeds)) {
    const std::string id = "seeds/" + entry.path().filename().string();
    for (const std::string& query : drawn_queries(read_file(entry.path()))) {
      for (const std::string& way : {query, tones_swapped(query), decomposed(query), decomposed(tones_swapped(query))}) {
        const Answer answer = archive.answer({"--limit", "1", "--", way});
        CAPTURE(id);
        CAPTURE(khobao::text::count_code_points(way));
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].id == id);
        CHECK(answer.hits[0].full);
        ++tried;
      }
    }
  }
  CHECK(tried == 5 * kQueriesOfEach * 4);
}
