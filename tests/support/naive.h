#pragma once
/// Matching as the design defines it, by scanning an article's tokens from front to back: what the
/// index and its shortcuts are checked against. Shares nothing with the searcher.
#include <random>
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "tests/support/archive.h"

namespace khobao::test {

/// A query as a tree, made by the tests themselves.
struct NaiveQuery {
  enum class Type { word, phrase, all, any, no };
  Type type = Type::word;
  std::string text;  ///< of words and phrases
  std::vector<NaiveQuery> children;
};

/// The query as a user types it; every group in brackets.
std::string typed(const NaiveQuery& query);

/// An article in tokens.
class NaiveArticle {
 public:
  explicit NaiveArticle(const archive::Article& article);
  bool matches(const NaiveQuery& query) const;

 private:
  /// A run of neighbours, without a gap.
  using Run = std::vector<std::string>;
  void add(const std::string& text);
  bool holds(const std::string& term) const;
  bool holds_side_by_side(const std::vector<std::string>& terms) const;

  std::vector<Run> runs_;
  std::vector<std::string> compounds_;
};

/// Articles of few words in many arrangements, so that phrases and their near misses are common.
/// One in four is undated, the rest are of 2019 to 2022.
std::vector<TestArticle> random_articles(std::mt19937& random, size_t count);

/// Words, phrases, AND, OR, NOT and minus, nested at most `depth` deep.
NaiveQuery random_query(std::mt19937& random, int depth);

}  // namespace khobao::test
