#pragma once
/// One article's reposts in the order in which they appeared ('searcher --reposts ID').
#include <string>

#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::reposts {

/// All articles of its group, the article itself among them: the first printing first, where it is
/// known, the others by date and hour. Each says what share of its words it has from the first of
/// them. The notes say who was first and how that is known, or that it is not. No hits where the
/// article has no repost; a usage error where there is no such article.
Result<searcher::SearchResponse> repost_list(searcher::Index& index, const std::string& id);

}  // namespace khobao::reposts
