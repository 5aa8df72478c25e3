#pragma once
/// A sentence's printings: where it stands first and where it was copied ('searcher --trace TEXT').
///
///   Cầu Bến Lội dài 412 m.
///     2020-07-02 07:10  Báo Sông Kôn   Cầu Bến Lội dài 412 m.
///     2020-07-02 09:00  Báo Hồ Mây     Cầu Bến Lội *mới* dài 412 m.
#include <string>

#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::reposts {

/// The articles that hold the sentence or most of its words in one sentence, in their order: the
/// first printing first, where it is known, the others by date and hour. Each hit's snippet is the
/// sentence as it stands there; highlighted is what is otherwise than in the first of them. Of a
/// text of several sentences the longest is traced. A query error where it has no word.
Result<searcher::SearchResponse> trace(searcher::Index& index, const std::string& text);

}  // namespace khobao::reposts
