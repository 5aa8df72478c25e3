#pragma once
/// Text in HTML, and what every page begins with.
#include <string>
#include <string_view>

#include "common/base/message.h"

namespace khobao::show {

/// `s` as text of HTML, in elements and in attributes between double quotes; control characters are
/// replaced.
std::string html_text(std::string_view s);

/// From the doctype to the title's end and the style sheet; `title` is HTML. The page may load
/// nothing and run nothing.
std::string html_head(std::string_view title, Language language);

}  // namespace khobao::show
