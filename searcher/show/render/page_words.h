#pragma once
/// What several pages say, in both languages.
#include <cstdint>

#include "common/base/message.h"
#include "searcher/table.h"

namespace khobao::show {

/// "31 articles match", "no article matches".
Message articles_match(uint64_t total);

/// "month", "tháng"; "" for `own`.
Message step_word(searcher::DateStep step);

}  // namespace khobao::show
