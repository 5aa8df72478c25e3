#pragma once
/// What the text formats say of a hit beside its title.
#include <string>

#include "common/base/message.h"
#include "common/text/dates/calendar.h"
#include "searcher/request.h"

namespace khobao::show {

/// "2020-07-02", "2/7/2020": of what is handed on.
Message day_shown(const text::Day& day);

/// "2020-07-02 08:43", "02/07/2020 08:43", the day alone where no hour is known, "undated".
/// Midnight is no hour: it stands where only the day was printed. `published`: as in
/// archive::Article.
Message shown_moment(const std::string& published);

/// "+3 reposts", the others of the group; "86% of it from the first" among its reposts; "" where
/// there is nothing to say.
Message repost_facts(const searcher::Hit& hit, bool folded);

/// "no longer at its source since 2026-11-29"; "" of what is.
Message kept_facts(const archive::Article& article);

/// "in common: Bộ Y tế, Hà Nội; vắc, xin"; "" where there is nothing.
Message common_facts(const searcher::Hit& hit);

}  // namespace khobao::show
