#pragma once
/// What several pages say, in both languages.
#include <cstdint>

#include "common/archive/fields.h"
#include "common/base/message.h"
#include "searcher/table.h"

namespace khobao::show {

/// "31 articles match", "no article matches".
Message articles_match(uint64_t total);

/// "org", "tổ chức".
Message field_name(archive::FieldId field);

/// "month", "tháng"; "" for `own`.
Message step_word(searcher::DateStep step);

}  // namespace khobao::show
