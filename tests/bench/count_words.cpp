// Counts how archives print single words (indexer/recognise/data/word_facts.tsv).
//
// usage: zstd -dc CORPUS.jsonl.zst ... | count_words [--pairs WORD_PAIRS] > word_facts.tsv
//
// --pairs: instead, writes the pairs of words of which the second, printed small, completes the first
// (indexer/recognise/data/word_pairs.bin).
//
// Reads articles as JSON Lines with "title" and "body". For each word seen five times or more: how
// often it is printed with a capital where not every word has one; for those seen a dozen times or
// more, once small and once with a capital, the class of words with like neighbours. Classes are
// found by spherical k-means over the positive pointwise mutual information with the 2,000 most
// frequent neighbours on either side.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/names/shaped_words.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "common/text/tokenizer.h"
#include "common/text/word_cache.h"
#include "indexer/recognise/learned/word_pairs.h"

namespace {

using namespace khobao;

constexpr size_t kClasses = 300;
constexpr uint32_t kLeastForCasing = 5, kLeastForClass = 12;
constexpr size_t kNeighbours = 2'000;
constexpr int kRounds = 15;
constexpr uint32_t kLeastForPair = 25;
constexpr double kCountCap = 50;  // more meetings of two words say no more

struct Printed {
  uint32_t small = 0, capital = 0, upper = 0;
  uint32_t all() const { return small + capital + upper; }
};

int casing_of(const Printed& printed) {
  constexpr double kBounds[] = {0.01, 0.05, 0.2, 0.5, 0.8, 0.97};
  if (printed.upper > 0.6 * printed.all()) return 8;
  const double share = static_cast<double>(printed.capital + printed.upper) / printed.all();
  return 1 + static_cast<int>(std::upper_bound(std::begin(kBounds), std::end(kBounds), share) -
                              std::begin(kBounds));
}

class Counter {
 public:
  Counter() { number_of("<s>"); }

  void read(std::string_view text) {
    tokens_.clear();
    tokenizer_.tokenize(text, tokens_);
    names::read_words(text, tokens_, symbols_, {}, paragraph_);
    if (paragraph_.shouting) return;
    uint32_t previous = 0;
    previous_term_ = 0;
    size_t next = 0;
    for (const text::Token& token : tokens_) {
      if (token.parts > 0) continue;
      const names::Word& word = paragraph_.words[next++];
      const bool opens =
          word.sentence ||
          (word.before & (names::sep::kStart | names::sep::kOther | names::sep::kQuote)) != 0;
      const bool number = word.shape == names::Shape::number;
      if (!number) {
        Printed& printed = printed_[token.term];
        if (word.shape == names::Shape::lower) ++printed.small;
        if (word.shape == names::Shape::upper) ++printed.upper;
        if (word.shape == names::Shape::capital && !opens) ++printed.capital;
      }
      const uint32_t current =
          number ? number_of("<n>") : number_of((word.capital() && !opens ? "^" : "") + token.term);
      if (opens || word.before != names::sep::kSpace) {
        previous_term_ = 0;
      }
      const uint32_t term = number ? 0 : term_number_of(token.term);
      if (previous_term_ != 0 && term != 0 && word.shape == names::Shape::lower)
        ++completed_[uint64_t{previous_term_} << 32 | term];
      previous_term_ = term;
      if (opens) previous = 0;
      ++times_[current];
      ++pairs_[uint64_t{previous} << 32 | current];
      previous = current;
    }
    ++pairs_[uint64_t{previous} << 32];
  }

  std::string pairs() const {
    double total = 0;
    std::unordered_map<uint32_t, double> firsts, seconds;
    for (const auto& [pair, times] : completed_) {
      total += times;
      firsts[static_cast<uint32_t>(pair >> 32)] += times;
      seconds[static_cast<uint32_t>(pair)] += times;
    }
    std::vector<recognise::WordPair> out;
    for (const auto& [pair, times] : completed_) {
      const auto first = static_cast<uint32_t>(pair >> 32), second = static_cast<uint32_t>(pair);
      if (times < kLeastForPair) continue;
      const double information = std::log2(times * total / (firsts[first] * seconds[second]));
      out.push_back({text::hash_word(terms_[first - 1]), text::hash_word(terms_[second - 1]),
                     information, times});
    }
    return recognise::pack_pairs(std::move(out));
  }

  void write(std::ostream& out) {
    const auto classes = classify();
    out << "# How archives print single words, counted over news articles of 2017 to 2024 by "
           "tests/bench/count_words.cpp; see\n# word_facts.h. word <TAB> casing, 10 more where it "
           "is no "
           "Vietnamese syllable <TAB> class where small <TAB> class with a capital\n";
    std::map<std::string, std::array<size_t, 3>> rows;
    for (const auto& [word, printed] : printed_) {
      if (printed.all() >= kLeastForCasing) rows[word][0] = static_cast<size_t>(casing_of(printed));
    }
    for (const auto& [word, number] : classes) {
      const bool capital = word.front() == '^';
      if (word.front() != '<') rows[capital ? word.substr(1) : word][capital ? 2 : 1] = number;
    }
    for (const auto& [word, row] : rows) {
      const bool syllable = text::parse_syllable(text::to_code_points(word)).has_value();
      out << word << '\t' << row[0] + (syllable ? 0 : 10) << '\t' << row[1] << '\t' << row[2]
          << '\n';
    }
  }

 private:
  using Vector = std::vector<std::pair<uint32_t, float>>;  ///< dimension and value

  // From 1.
  uint32_t term_number_of(const std::string& term) {
    const auto [it, fresh] = term_numbers_.emplace(term, static_cast<uint32_t>(terms_.size() + 1));
    if (fresh) terms_.push_back(term);
    return it->second;
  }

  uint32_t number_of(const std::string& word) {
    const auto [it, fresh] = numbers_.emplace(word, static_cast<uint32_t>(words_.size()));
    if (fresh) words_.push_back(word), times_.push_back(0);
    return it->second;
  }

  // The frequent words by frequency, each with its vector of length 1.
  std::vector<Vector> vectors(const std::vector<uint32_t>& frequent) const {
    std::vector<int> row(words_.size(), -1), neighbour(words_.size(), -1);
    for (size_t i = 0; i < frequent.size(); ++i) {
      row[frequent[i]] = static_cast<int>(i);
      if (i < kNeighbours) neighbour[frequent[i]] = static_cast<int>(i);
    }
    neighbour[0] = kNeighbours;  // a sentence's end or beginning
    double total = 0;
    std::vector<double> left_sum(words_.size()), right_sum(words_.size());
    for (const auto& [pair, times] : pairs_) {
      total += times;
      left_sum[pair >> 32] += times;
      right_sum[pair & UINT32_MAX] += times;
    }
    std::vector<Vector> out(frequent.size());
    for (const auto& [pair, times] : pairs_) {
      const auto left = static_cast<uint32_t>(pair >> 32), right = static_cast<uint32_t>(pair);
      const double information = std::log(times * total / (left_sum[left] * right_sum[right]));
      if (information <= 0) continue;
      const auto value =
          static_cast<float>(information * std::sqrt(std::min<double>(times, kCountCap)));
      if (row[left] >= 0 && neighbour[right] >= 0)
        out[static_cast<size_t>(row[left])].emplace_back(neighbour[right], value);
      if (row[right] >= 0 && neighbour[left] >= 0)
        out[static_cast<size_t>(row[right])].emplace_back(
            kNeighbours + 1 + static_cast<size_t>(neighbour[left]), value);
    }
    for (Vector& vector : out) {
      std::sort(vector.begin(), vector.end());
      double square = 1e-12;
      for (const auto& [dimension, value] : vector) square += value * value;
      for (auto& [dimension, value] : vector) value = static_cast<float>(value / std::sqrt(square));
    }
    return out;
  }

  std::vector<std::pair<std::string, size_t>> classify() const {
    std::vector<uint32_t> frequent;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (times_[i] >= kLeastForClass) frequent.push_back(i);
    }
    std::sort(frequent.begin(), frequent.end(), [&](uint32_t a, uint32_t b) {
      return times_[a] != times_[b] ? times_[a] > times_[b] : words_[a] < words_[b];
    });
    const std::vector<Vector> points = vectors(frequent);
    const size_t dimensions = 2 * (kNeighbours + 1);
    // centres[dimension][class]; frequent words are the first ones.
    std::vector<std::array<float, kClasses>> centres(dimensions);
    for (size_t k = 0; k < kClasses && k * 3 < points.size(); ++k) {
      for (const auto& [dimension, value] : points[k * 3]) centres[dimension][k] = value;
    }
    std::vector<size_t> own(points.size());
    for (int round = 0; round < kRounds; ++round) {
      std::vector<std::array<float, kClasses>> sums(dimensions);
      size_t moved = 0;
      for (size_t i = 0; i < points.size(); ++i) {
        std::array<float, kClasses> likeness{};
        for (const auto& [dimension, value] : points[i]) {
          for (size_t k = 0; k < kClasses; ++k) likeness[k] += value * centres[dimension][k];
        }
        const auto best = static_cast<size_t>(std::max_element(likeness.begin(), likeness.end()) -
                                              likeness.begin());
        moved += round == 0 || own[i] != best;
        own[i] = best;
        for (const auto& [dimension, value] : points[i]) sums[dimension][best] += value;
      }
      std::array<double, kClasses> squares{};
      for (const auto& row : sums) {
        for (size_t k = 0; k < kClasses; ++k) squares[k] += row[k] * row[k];
      }
      for (size_t d = 0; d < dimensions; ++d) {
        for (size_t k = 0; k < kClasses; ++k)
          centres[d][k] = static_cast<float>(sums[d][k] / (std::sqrt(squares[k]) + 1e-9));
      }
      if (moved < points.size() / 200) break;
    }
    std::vector<std::pair<std::string, size_t>> out;
    for (size_t i = 0; i < frequent.size(); ++i) out.emplace_back(words_[frequent[i]], own[i] + 1);
    return out;
  }

  text::Tokenizer tokenizer_;
  names::Symbols symbols_;
  std::vector<text::Token> tokens_;
  names::Paragraph paragraph_;
  std::unordered_map<std::string, Printed> printed_;
  std::unordered_map<std::string, uint32_t> numbers_;  ///< "^" in front of a capital
  std::vector<std::string> words_;
  std::vector<uint32_t> times_;
  std::unordered_map<uint64_t, uint32_t> pairs_;  ///< a word and the one after it
  std::unordered_map<std::string, uint32_t> term_numbers_;
  std::vector<std::string> terms_;
  uint32_t previous_term_ = 0;
  std::unordered_map<uint64_t, uint32_t> completed_;  ///< a word and the small one after it
};

}  // namespace

int main(int argc, char** argv) {
  const std::string pairs = argc == 3 && std::string_view(argv[1]) == "--pairs" ? argv[2] : "";
  Counter counter;
  for (std::string line; std::getline(std::cin, line);) {
    const auto article = nlohmann::json::parse(line, nullptr, false);
    if (!article.is_object()) continue;
    for (const char* field : {"title", "body"}) {
      if (article.contains(field) && article[field].is_string())
        counter.read(article[field].get_ref<const std::string&>());
    }
  }
  if (pairs.empty()) {
    counter.write(std::cout);
  } else {
    std::ofstream(pairs, std::ios::binary) << counter.pairs();
  }
  return 0;
}
