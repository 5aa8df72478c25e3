#include "searcher/query/words/word_data.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/base/embedded.h"

extern "C" {
extern const char khobao_word_pairs_begin[], khobao_word_pairs_end[];
extern const char khobao_loose_words_begin[], khobao_loose_words_end[];
extern const char khobao_surnames_begin[], khobao_surnames_end[];
extern const char khobao_small_words_begin[], khobao_small_words_end[];
extern const char khobao_hidden_words_begin[], khobao_hidden_words_end[];
}

namespace khobao::query {
namespace {

enum class Loose : unsigned char { function, leading };

std::string_view bytes(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

std::string_view key_of(std::string_view line) { return line.substr(0, line.find('\t')); }

const std::unordered_map<std::string_view, Loose>& loose_words() {
  static const auto words = [] {
    std::unordered_map<std::string_view, Loose> rows;
    for_each_data_line(bytes(khobao_loose_words_begin, khobao_loose_words_end),
                       [&](std::string_view line) {
                         const std::string_view kind = key_of(line);
                         rows.emplace(line.substr(std::min(kind.size() + 1, line.size())),
                                      kind == "function" ? Loose::function : Loose::leading);
                       });
    return rows;
  }();
  return words;
}

std::unordered_set<std::string_view> word_set(std::string_view data) {
  std::unordered_set<std::string_view> words;
  for_each_data_line(data, [&](std::string_view line) { words.insert(line); });
  return words;
}

bool is_loose(std::string_view word, Loose kind) {
  const auto found = loose_words().find(word);
  return found != loose_words().end() && found->second == kind;
}

// Of data/hidden_words.txt: a word of two syllables is bound, and does not reach a third; one of three
// is bound as its syllables have to be.
constexpr double kHiddenPair = 0.3, kHiddenTriple = 0.36;

const std::unordered_map<std::string, double>& hidden_pairs() {
  static const auto pairs = [] {
    std::unordered_map<std::string, double> rows;
    for_each_data_line(bytes(khobao_hidden_words_begin, khobao_hidden_words_end),
                       [&](std::string_view line) {
                         const size_t first = line.find(' '), last = line.rfind(' ');
                         const double bond = first == last ? kHiddenPair : kHiddenTriple;
                         rows.emplace(line.substr(0, line.find(' ', first + 1)), bond);
                         if (first != last) rows.emplace(line.substr(first + 1), bond);
                       });
    return rows;
  }();
  return pairs;
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
  const auto hidden = hidden_pairs().find(pair);
  return std::max(counted_bond(pair), hidden == hidden_pairs().end() ? 0 : hidden->second);
}
bool is_function_word(std::string_view word) { return is_loose(word, Loose::function); }
bool is_leading_word(std::string_view word) { return is_loose(word, Loose::leading); }

std::vector<std::string_view> function_words() {
  std::vector<std::string_view> words;
  for (const auto& [word, kind] : loose_words()) {
    if (kind == Loose::function) words.push_back(word);
  }
  return words;
}

bool is_small_word(std::string_view word) {
  static const auto words = word_set(bytes(khobao_small_words_begin, khobao_small_words_end));
  return words.contains(word);
}

bool is_surname(std::string_view word) {
  static const auto names = word_set(bytes(khobao_surnames_begin, khobao_surnames_end));
  return names.contains(word);
}

}  // namespace khobao::query
