#pragma once
/// What lies in an archive, article by article, and what it teaches.
#include <map>
#include <string>

#include "common/archive/article.h"

namespace khobao::test {

/// By id, without those that count no longer; throws where the archive cannot be read.
std::map<std::string, archive::Article> stored_articles(const std::string& db);

/// The file of lessons as it is on disk.
std::string lessons_of(const std::string& db);

}  // namespace khobao::test
