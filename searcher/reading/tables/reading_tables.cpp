#include "searcher/reading/tables/reading_tables.h"

#include <cstring>

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_table_abbreviations_begin[], khobao_table_abbreviations_end[];
extern const char khobao_table_spellings_begin[], khobao_table_spellings_end[];
extern const char khobao_table_everyday_begin[], khobao_table_everyday_end[];
extern const char khobao_table_accented_words_begin[], khobao_table_accented_words_end[];
}

namespace khobao::reading {
namespace {

std::string_view image_between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
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
  const SortedTable table(
      image_between(khobao_table_accented_words_begin, khobao_table_accented_words_end));
  const auto found = table.find(letters);
  std::vector<text::WordId> ids(found ? found->size() / sizeof(text::WordId) : 0);
  if (found) std::memcpy(ids.data(), found->data(), found->size());
  return ids;
}

}  // namespace khobao::reading
