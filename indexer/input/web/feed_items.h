#pragma once
/// Feeds (RSS 0.9 to 2.0, Atom): their items as records of JSON Lines, which are read as any others.
/// Items are mostly teasers of articles that stand elsewhere: feeds are read only when asked for.
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace khobao::input {

/// True for the first bytes of a feed.
bool is_feed(std::string_view head);

/// One JSON object an item, with the keys id, url, title, date, author, section, summary and html,
/// as far as the item has them; id is its own, else its address. An input error where the XML is
/// damaged in front of the first item; items in front of damage are given.
Result<std::vector<std::string>> feed_items(std::string_view bytes);

}  // namespace khobao::input
