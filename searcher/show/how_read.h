#pragma once
/// How a query was read, in one line, where that differs from what was typed.
///
///   gia gao   ->   read as: giá · gạo; also looked for: tấn gạo, xuất khẩu
#include "common/base/message.h"
#include "searcher/request.h"

namespace khobao::show {

/// The reading first, then what notes tell beyond it; "" where the words were taken as typed and
/// there is nothing else to tell. Which syllables are one word is no difference.
Message how_read(const searcher::SearchResponse& response);

}  // namespace khobao::show
