#pragma once
/// Lessons applied to an article.
#include <functional>
#include <string>

#include "common/archive/article.h"
#include "indexer/lessons/lessons.h"

namespace khobao::lessons {

/// Takes the lines of the article that `lessons` know as furniture, and the day of a dateline that
/// they doubt; gives back others that were taken before. Call it before corrections are made and
/// names found. Texts that no source has any more stay as they are. `root`: the name of the
/// article's root.
void teach(archive::Article& article, const std::string& root, const Lessons& lessons);

/// teach() with what the live generation of `db` was taught; empty where that is nothing. It is most
/// of what the next one will be taught: articles that are read meet it at once, and few have to be
/// written again. Whatever it says, lessons follow from the articles.
std::function<void(archive::Article&, const std::string& root)> expected_lessons(
    const std::string& db);

}  // namespace khobao::lessons
