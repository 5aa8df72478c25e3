#pragma once
/// Interpreters and counts that tests make up.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/interpreter.h"
#include "searcher/query/words/word_statistics.h"

namespace khobao::test {

/// Reads words by a table, and finds equivalents and names by others.
class FakeInterpreter : public query::Interpreter {
 public:
  /// Words (in one string, a space between them) and another way to write them.
  struct Pair {
    std::string words, other;
    double weight = 0.8;
  };

  FakeInterpreter(std::map<std::string, std::vector<query::Reading>> readings,
                  std::vector<Pair> equivalents, std::vector<std::string> names = {})
      : readings_(std::move(readings)),
        equivalents_(std::move(equivalents)),
        names_(std::move(names)) {}

  std::vector<std::vector<query::Reading>> read(const std::vector<std::string>& words) override {
    std::vector<std::vector<query::Reading>> out;
    for (const std::string& word : words) {
      const auto found = readings_.find(word);
      out.push_back(found == readings_.end() ? std::vector<query::Reading>{{word, 1}}
                                             : found->second);
    }
    return out;
  }

  std::vector<query::Equivalent> equivalents(const std::vector<std::string>& words) override {
    std::vector<query::Equivalent> out;
    for (const Pair& pair : equivalents_) {
      const std::vector<std::string> from = split(pair.words);
      for (size_t at = 0; at + from.size() <= words.size(); ++at) {
        if (std::equal(from.begin(), from.end(), words.begin() + static_cast<long>(at)))
          out.push_back({at, at + from.size(), split(pair.other), pair.weight});
      }
    }
    return out;
  }

  std::vector<query::NamedWords> names(const std::vector<query::NameWord>& words) override {
    std::vector<query::NamedWords> out;
    for (const std::string& name : names_) {
      const std::vector<std::string> wanted = split(name);
      for (size_t at = 0; at + wanted.size() <= words.size(); ++at) {
        bool same = true;
        for (size_t i = 0; i < wanted.size() && same; ++i)
          same = words[at + i].likeliest == wanted[i] && (i == 0 || words[at + i].joins);
        if (same) out.push_back({.begin = at, .end = at + wanted.size(), .key = name});
      }
    }
    return out;
  }

 private:
  static std::vector<std::string> split(const std::string& words) {
    std::vector<std::string> out(1);
    for (const char c : words) c == ' ' ? void(out.emplace_back()) : void(out.back() += c);
    return out;
  }

  std::map<std::string, std::vector<query::Reading>> readings_;
  std::vector<Pair> equivalents_;
  std::vector<std::string> names_;
};

/// Counts by a table; every word is counted 100 times unless it says otherwise.
class FakeStatistics : public query::WordStatistics {
 public:
  explicit FakeStatistics(std::map<std::pair<std::string, std::string>, uint64_t> pairs = {},
                          std::map<std::string, uint64_t> counts = {})
      : pairs_(std::move(pairs)), counts_(std::move(counts)) {}

  uint64_t words() const override { return 1'000'000; }
  uint64_t count(const std::string& word) const override {
    const auto found = counts_.find(word);
    return found == counts_.end() ? 100 : found->second;
  }
  uint64_t pair_count(const std::string& first, const std::string& second) const override {
    const auto found = pairs_.find({first, second});
    return found == pairs_.end() ? 0 : found->second;
  }
  std::vector<std::string> completions(const std::string& prefix, size_t most,
                                       size_t& all) const override {
    std::vector<std::string> out;
    for (const auto& [word, count] : counts_) {
      if (word.starts_with(prefix)) out.push_back(word);
    }
    all = out.size();
    out.resize(std::min(out.size(), most));
    return out;
  }

 private:
  std::map<std::pair<std::string, std::string>, uint64_t> pairs_;
  std::map<std::string, uint64_t> counts_;
};

}  // namespace khobao::test
