#include "indexer/recognise/learned/linked/linked_tables.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/word_cache.h"
#include "indexer/recognise/learned/phrase_kinds.h"
#include "indexer/recognise/learned/post_phrases.h"
#include "indexer/recognise/learned/word_facts.h"
#include "indexer/recognise/learned/word_pairs.h"
#include "tests/support/temp_dir.h"

using namespace khobao::recognise;
using khobao::text::hash_word;

TEST_CASE("the tables of words and phrases that are linked in are what the data files make") {
  const auto data = [](const std::string& name) {
    return khobao::test::read_file(std::string(KHOBAO_TEST_DATA) +
                                   "/../../indexer/recognise/data/" + name);
  };
  const WordFactsTable facts(data("word_facts.tsv"), data("name_hints.tsv"));
  CHECK((facts.bytes() == linked_word_facts()));
  CHECK((PhraseKinds(data("phrase_kinds.bin")).bytes() == linked_phrase_kinds()));
  CHECK((WordPairs(data("word_pairs.bin")).bytes() == linked_word_pairs()));
  CHECK((PostPhrases(data("posts.tsv")).bytes() == linked_posts()));
}

TEST_CASE("facts of words come back by their hashes, the first row of a word's") {
  const WordFactsTable facts("# casing, classes\nsông\t2\t3\t4\nparis\t17\t0\t5\nsông\t7\t0\t0\n",
                             "2\tparis;london\n");
  const WordFacts& river = facts.find(hash_word("sông"));
  CHECK(river.casing == 2);
  CHECK(river.small_class == 3);
  CHECK(river.capital_class == 4);
  CHECK_FALSE(river.foreign);
  const WordFacts& city = facts.find(hash_word("paris"));
  CHECK(city.casing == 7);
  CHECK(city.foreign);
  CHECK(city.hint == 2);
  CHECK(facts.find(hash_word("london")).hint == 2);
  CHECK(facts.find(hash_word("biển")).casing == 0);
  WordFactsTable linked;
  const WordFactsTable moved = std::move(linked);
  CHECK(moved.find(hash_word("nguyễn")).casing > 0);
}
