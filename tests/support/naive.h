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
  enum class Type { word, phrase, all, any, no, near, same, title, lede, date };
  Type type = Type::word;
  std::string text;  ///< of words and phrases; the year of dates, "none" for undated articles
  std::vector<NaiveQuery> children;
  size_t distance = 0;  ///< of `near`, which has two words or phrases
};

/// The query as a user types it; every group in brackets.
std::string typed(const NaiveQuery& query);

/// An article in tokens.
class NaiveArticle {
 public:
  explicit NaiveArticle(const archive::Article& article);
  bool matches(const NaiveQuery& query) const;

 private:
  /// A word in its place, or a compound in that of its first part. Words of one sentence follow
  /// each other; `order` counts the words of a paragraph, its sentences' ends left out.
  struct Place {
    std::string term;
    size_t paragraph, sentence, order;
    bool compound = false;
  };
  /// Words [begin, end) of a paragraph.
  struct Stretch {
    size_t paragraph, begin, end;
  };

  void add(const std::string& text);
  bool matches(const NaiveQuery& query, const std::vector<size_t>& paragraphs) const;
  bool holds(const std::string& term, const std::vector<size_t>& paragraphs) const;
  std::vector<Stretch> stretches(const std::string& text,
                                 const std::vector<size_t>& paragraphs) const;

  std::vector<Place> places_;
  size_t paragraphs_ = 0;
  bool has_title_ = false;
  size_t lede_ = SIZE_MAX;
  std::string published_;
};

/// Articles of few words in many arrangements, so that phrases and their near misses are common.
/// One in four is undated, the rest are of 2019 to 2022.
std::vector<TestArticle> random_articles(std::mt19937& random, size_t count);

/// Words, phrases, AND, OR, NOT and minus, nested at most `depth` deep.
NaiveQuery random_query(std::mt19937& random, int depth);

/// The same and NEAR, SAME, titles, ledes and dates.
NaiveQuery random_rich_query(std::mt19937& random, int depth);

}  // namespace khobao::test
