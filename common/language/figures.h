#pragma once
/// Numbers and dates as a language writes them, for text on a terminal alone. English has them as
/// programs read them: "35033", "3.2", "2020-07-02"; Vietnamese as people do: "35.033", "3,2",
/// "02/07/2020".
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/message.h"

namespace khobao {

Message number_shown(uint64_t number);

/// "1 article", "35033 articles", "35.033 bài".
Message articles_shown(uint64_t count);

/// With `digits` after the point.
Message decimal_shown(double number, int digits);

/// With six figures that say something: "65.3501", "3", "1e-05".
Message short_decimal_shown(double number);

/// Of "2020-07-02", with or without a time after it ("2020-07-02T08:43", "2020-07-02 08:43:00
/// UTC"), or its beginning ("2020-07", "2020"); anything else stays as it is.
Message date_shown(std::string_view date);

}  // namespace khobao
