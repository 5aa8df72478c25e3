#include "searcher/reading/tables/reading_tables.h"

#include <cstring>

#include "searcher/reading/tables/common_prefix.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_table_abbreviations_begin[], khobao_table_abbreviations_end[];
extern const char khobao_table_spellings_begin[], khobao_table_spellings_end[];
extern const char khobao_table_everyday_begin[], khobao_table_everyday_end[];
extern const char khobao_table_accented_words_begin[], khobao_table_accented_words_end[];
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

const PhraseTable& abbreviations() {
  static const PhraseTable table(
      image_between(khobao_table_abbreviations_begin, khobao_table_abbreviations_end));
  return table;
}

const PhraseTable& spellings() {
  static const PhraseTable table(
      image_between(khobao_table_spellings_begin, khobao_table_spellings_end));
  return table;
}

const PhraseTable& everyday_phrases() {
  static const PhraseTable table(
      image_between(khobao_table_everyday_begin, khobao_table_everyday_end));
  return table;
}

std::vector<text::WordId> accented_words(std::string_view letters) {
  const SortedTable table = accented_words_table();
  static const size_t longest = static_cast<unsigned char>(table.find("")->front());
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

const SortedTable& numeral_rows() {
  static const SortedTable table(
      image_between(khobao_table_numerals_begin, khobao_table_numerals_end));
  return table;
}

const SortedTable& document_rows() {
  static const SortedTable table(
      image_between(khobao_table_documents_begin, khobao_table_documents_end));
  return table;
}

const SortedTable& plain_pairs() {
  static const SortedTable table(
      image_between(khobao_table_plain_pairs_begin, khobao_table_plain_pairs_end));
  return table;
}

}  // namespace khobao::reading
