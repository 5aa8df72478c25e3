#pragma once
/// Invented articles of which some are copies of others.
#include <string>
#include <vector>

#include "tests/support/archive.h"

namespace khobao::test {

/// Sentences of one invented story, so that copies can be cut and changed.
const std::vector<std::string>& bridge_story();

/// The sentences [first, last) of a story as one text.
std::string told(const std::vector<std::string>& story, size_t first, size_t last);

/// A story that five outlets ran, an hour each, one cut and one with a lede of its own; two bulletins
/// that differ in their numbers; two articles of other things.
std::vector<TestArticle> repost_articles();

}  // namespace khobao::test
