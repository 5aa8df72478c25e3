#include "indexer/recognise/learned/linked/linked_tables.h"

#include "indexer/recognise/learned/phrase_kinds.h"
#include "indexer/recognise/learned/post_phrases.h"
#include "indexer/recognise/learned/word_facts.h"
#include "indexer/recognise/learned/word_pairs.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_table_word_facts_begin[], khobao_table_word_facts_end[];
extern const char khobao_table_phrase_kinds_begin[], khobao_table_phrase_kinds_end[];
extern const char khobao_table_word_pairs_begin[], khobao_table_word_pairs_end[];
extern const char khobao_table_posts_begin[], khobao_table_posts_end[];
}

namespace khobao::recognise {
namespace {

std::string_view linked_between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

std::string_view linked_word_facts() {
  return linked_between(khobao_table_word_facts_begin, khobao_table_word_facts_end);
}

std::string_view linked_phrase_kinds() {
  return linked_between(khobao_table_phrase_kinds_begin, khobao_table_phrase_kinds_end);
}

std::string_view linked_word_pairs() {
  return linked_between(khobao_table_word_pairs_begin, khobao_table_word_pairs_end);
}

std::string_view linked_posts() {
  return linked_between(khobao_table_posts_begin, khobao_table_posts_end);
}

WordFactsTable::WordFactsTable() : slots_(linked_word_facts()) {}
PhraseKinds::PhraseKinds() : slots_(linked_phrase_kinds()) {}
WordPairs::WordPairs() : slots_(linked_word_pairs()) {}
PostPhrases::PostPhrases() : slots_(linked_posts()) {}

}  // namespace khobao::recognise
