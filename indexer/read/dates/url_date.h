#pragma once
/// The day that an address or a file's path names.
///
///   https://may.example/2020/07/02/lua.html         -> 2020-07-02
///   https://may.example/lua-20200702084310123.htm   -> 2020-07-02T08:43
///   https://may.example/lua-196200702084310123.htm  -> 2020-07-02T08:43 (a number of the site and
///                                                      the moment with two digits of the year)
///   tin/2020-07-02-lua.txt, tin/20200702.txt        -> 2020-07-02
///   https://may.example/lua-5072657.html            -> none
#include <optional>
#include <string_view>

#include "common/text/dates/calendar.h"

namespace khobao::read {

std::optional<text::Moment> date_in_address(std::string_view address);

/// The same of a file's path: its name, else folders of year, month and day. Other folders are
/// often called after the day of a crawl or a backup.
std::optional<text::Moment> date_in_path(std::string_view path);

}  // namespace khobao::read
