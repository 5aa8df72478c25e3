#include "searcher/reading/tables/reading_tables.h"

#include <cstring>

#include "searcher/reading/tables/common_prefix.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_table_abbreviations_begin[], khobao_table_abbreviations_end[];
extern const char khobao_table_spellings_begin[], khobao_table_spellings_end[];
extern const char khobao_table_everyday_begin[], khobao_table_everyday_end[];
extern const char khobao_table_accented_words_begin[], khobao_table_accented_words_end[];
extern const char khobao_table_function_words_begin[];
extern const char khobao_table_numerals_begin[], khobao_table_numerals_end[];
extern const char khobao_table_documents_begin[], khobao_table_documents_end[];
extern const char khobao_table_plain_pairs_begin[], khobao_table_plain_pairs_end[];
}

namespace khobao::reading {
namespace {

std::string_view image_between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

SortedTable accented_words_table() {
  return SortedTable(
      image_between(khobao_table_accented_words_begin, khobao_table_accented_words_end));
}

}  // namespace

PhraseTable abbreviations() {
  return PhraseTable(
      image_between(khobao_table_abbreviations_begin, khobao_table_abbreviations_end));
}

PhraseTable spellings() {
  return PhraseTable(image_between(khobao_table_spellings_begin, khobao_table_spellings_end));
}

PhraseTable everyday_phrases() {
  return PhraseTable(image_between(khobao_table_everyday_begin, khobao_table_everyday_end));
}

WordBits function_words() { return WordBits(khobao_table_function_words_begin); }

std::vector<text::WordId> accented_words(std::string_view letters) {
  const SortedTable table = accented_words_table();
  const size_t longest = static_cast<unsigned char>(table.find("")->front());
  if (letters.empty() || letters.size() > longest) return {};
  const auto found = table.find(letters);
  std::vector<text::WordId> ids(found ? found->size() / sizeof(text::WordId) : 0);
  if (found) std::memcpy(ids.data(), found->data(), found->size());
  return ids;
}

size_t accented_letters(std::string_view letters) {
  const SortedTable table = accented_words_table();
  return longest_common_prefix(letters, table.size(),
                               [&](size_t place) { return table.key(place); });
}

SortedTable numeral_rows() {
  return SortedTable(image_between(khobao_table_numerals_begin, khobao_table_numerals_end));
}

SortedTable document_rows() {
  return SortedTable(image_between(khobao_table_documents_begin, khobao_table_documents_end));
}

SortedTable plain_pairs() {
  return SortedTable(image_between(khobao_table_plain_pairs_begin, khobao_table_plain_pairs_end));
}

}  // namespace khobao::reading
