#pragma once
/// Lessons applied to an article.
#include <string>

#include "common/archive/article.h"
#include "indexer/lessons/lessons.h"

namespace khobao::lessons {

/// Takes the lines of the article that `lessons` know as furniture, and the day of a dateline that
/// they doubt; gives back others that were taken before. Call it before corrections are made and
/// names found. Texts that no source has any more stay as
/// they are. `root`: the name of the article's root.
void teach(archive::Article& article, const std::string& root, const Lessons& lessons);

}  // namespace khobao::lessons
