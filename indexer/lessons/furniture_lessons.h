#pragma once
/// What the archive teaches of furniture: lines that stand in many articles of one site, whatever
/// they say.
///
///   "Đọc thêm tin trên Zalo"    in 812 of 3,000 articles of a host, all about other things -> taken
///   "Trời nhiều mây, có mưa."   in 365 articles that are nearly the same                   -> stays
///   "Công an đang điều tra."    in 90 of 3,000 articles: a sentence that people write      -> stays
///
/// A lesson follows from the articles of the archive alone, not from the order in which they came.
/// Of the articles that hold a line, the sixteen whose ids have the smallest hashes are looked at.
/// They count once for those with the same running text around the line, and once for those that
/// are nearly the same article: reposts, forecasts, draws of a lottery, quoted law.
#include <cstdint>
#include <vector>

#include "indexer/lessons/line_prints.h"

namespace khobao::lessons {

/// So many articles that count make a line furniture, if they are half of those looked at, too.
inline constexpr uint32_t kFewestArticles = 6;
inline constexpr uint32_t kLookedAt = 16;
/// And these shares of the site's articles must hold it: people write short headings and set
/// phrases in many articles, but in no large share of them (tests/bench/README.md).
inline constexpr double kLabelShare = 0.08;
inline constexpr double kSentenceShare = 0.1;
/// A line that is the headline of another article of the site is a teaser in this many articles.
inline constexpr uint32_t kFewestTeasers = 2;

struct FurnitureLesson {
  uint64_t site = 0, line = 0;  ///< as in ArticlePrints
  Shape shape = Shape::context;
  bool headline = false;  ///< of another article
  uint32_t articles = 0;  ///< of the site that hold it
  uint32_t looked_at = 0, counted = 0;

  bool operator==(const FurnitureLesson&) const = default;
};

struct FurnitureLessons {
  struct Site {
    uint64_t site = 0;
    uint32_t articles = 0;

    bool operator==(const Site&) const = default;
  };

  uint64_t articles = 0;                 ///< that were counted
  uint64_t taught = 0;                   ///< of which something was taken
  std::vector<Site> sites;               ///< with a lesson, ascending
  std::vector<FurnitureLesson> lessons;  ///< ascending by site and line

  bool operator==(const FurnitureLessons&) const = default;

  const FurnitureLesson* find(uint64_t site, uint64_t line) const;
};

/// Which lines of an article the lessons take, by place in prints.lines. Never all of its text.
std::vector<bool> taken_by(const FurnitureLessons& lessons, const ArticlePrints& prints);

}  // namespace khobao::lessons
