#pragma once
#include "common/text/dates/calendar.h"

namespace khobao::searcher {

/// What day it is in Vietnam.
text::Day today();

}  // namespace khobao::searcher
