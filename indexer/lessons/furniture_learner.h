#pragma once
/// Counts the lines of an archive's articles and draws its lessons.
///
///   sites      articles of each site; how many lines there are
///   frequent   lines in enough articles of a site: keys sorted, runs counted
///   looked at  of these, up to sixteen articles each
///   judged     those that count
///
/// The last three go over the lines in as many parts as keep memory bounded (kMostKeys).
#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "indexer/lessons/lessons.h"

namespace khobao::lessons {

/// A layer's index, and its articles that count no longer, ascending.
struct LayerLines {
  std::string index;
  const std::vector<Xapian::docid>* without = nullptr;
};

/// Calls `visit` with every article that left lines: layer, docid within it, and its prints, which
/// hold until the next call. Throws Xapian errors; index_corrupt where a value is damaged.
Result<void> each_article_lines(
    const std::vector<LayerLines>& layers,
    const std::function<void(size_t layer, Xapian::docid, const ArticlePrints&)>& visit);

/// Throws Xapian errors. Spans of all folders are among the lessons, with doubts or without.
Result<Lessons> learn(const std::vector<LayerLines>& layers);

}  // namespace khobao::lessons
