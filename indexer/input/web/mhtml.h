#pragma once
/// Pages that browsers saved into one file (MHTML, .mht): parts of MIME, of which the first page is
/// the article's and the rest its frames and images.
#include <optional>
#include <string_view>

#include "indexer/input/web/web_page.h"

namespace khobao::input {

/// True for the first bytes of such a file.
bool is_mhtml(std::string_view head);

/// The page, decoded; nullopt where the file holds none, or is cut off before it.
std::optional<WebPage> read_mhtml(std::string_view bytes);

}  // namespace khobao::input
