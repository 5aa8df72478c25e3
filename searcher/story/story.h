#pragma once
/// The articles on one event ('searcher --story ID').
///
///   "Khai mạc Đại hội", 1 July         the article asked for
///   "Đại hội bầu cấp uỷ", 2 July       same words and names, a day later: the story
///   "Khai mạc Đại hội" of Phú Yên      same words, other names: another place's
///   "Khai mạc Đại hội" of 2015         another year's
#include <string>

#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::story {

/// The article and those on its event, oldest first, reposts after the first printing of their group;
/// undated ones last. Each hit's score is how much it is like what the story says; with `explain`
/// its features say of what that is made. At most kMostRead articles are read, whatever the archive
/// holds. A usage error where there is no such article.
Result<searcher::SearchResponse> story(searcher::Index& index, const std::string& id, bool explain);

inline constexpr size_t kMostRead = 300;

}  // namespace khobao::story
