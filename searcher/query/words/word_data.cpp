#include "searcher/query/words/word_data.h"

#include <algorithm>
#include <string>

#include "common/base/embedded.h"
#include "common/base/row_table.h"

extern "C" {
extern const char khobao_word_pairs_begin[], khobao_word_pairs_end[];
extern const char khobao_loose_words_begin[], khobao_loose_words_end[];
extern const char khobao_surnames_begin[], khobao_surnames_end[];
extern const char khobao_small_words_begin[], khobao_small_words_end[];
extern const char khobao_hidden_words_begin[], khobao_hidden_words_end[];
}

namespace khobao::query {
namespace {

std::string_view bytes(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

// Of data/loose_words.tsv.
RowTable loose_words() { return RowTable(khobao_loose_words_begin, khobao_loose_words_end); }

// Of data/hidden_words.txt: a word of two syllables is bound, and does not reach a third; one of three
// is bound as its syllables have to be.
constexpr double kHiddenPair = 0.3, kHiddenTriple = 0.36;

double hidden_bond(const std::string& pair) {
  const RowTable words(khobao_hidden_words_begin, khobao_hidden_words_end);
  if (words.holds(pair)) return kHiddenPair;
  for (const std::string_view word : words.texts("")) {
    if (word.size() <= pair.size()) continue;
    const bool begins = word.starts_with(pair) && word[pair.size()] == ' ';
    const bool ends = word.ends_with(pair) && word[word.size() - pair.size() - 1] == ' ';
    if (begins || ends) return kHiddenTriple;
  }
  return 0;
}

// Of data/word_pairs.tsv.
double counted_bond(const std::string& pair) {
  const std::string_view line =
      sorted_data_line(bytes(khobao_word_pairs_begin, khobao_word_pairs_end), pair);
  double hundredths = 0;
  for (const char c : line.substr(std::min(pair.size() + 1, line.size())))
    hundredths = hundredths * 10 + (c - '0');
  return hundredths / 100;
}

}  // namespace

double known_bond(std::string_view first, std::string_view second) {
  std::string pair(first);
  pair.append(" ").append(second);
  return std::max(counted_bond(pair), hidden_bond(pair));
}

bool is_function_word(std::string_view word) { return loose_words().kind(word) == "function"; }
bool is_leading_word(std::string_view word) {
  const std::string_view kind = loose_words().kind(word);
  return !kind.empty() && kind != "function";
}

bool is_small_word(std::string_view word) {
  return RowTable(khobao_small_words_begin, khobao_small_words_end).holds(word);
}

bool is_surname(std::string_view word) {
  return RowTable(khobao_surnames_begin, khobao_surnames_end).holds(word);
}

}  // namespace khobao::query
