#pragma once
#include <string>
#include <string_view>

#include "common/base/message.h"

namespace khobao::cli::manual {

/// A Markdown page of this project as a manual page: headings, paragraphs, lists, tables (each row an
/// entry named by its first cell), blocks of code, `code`, **strong** and links, of which the text
/// stays. The first heading and what stands above the second one go into the description.
/// `language`: that of the page, in which headings are added.
std::string markdown_page(std::string_view markdown, std::string_view name, int section,
                          std::string_view summary, Language language = Language::english);

}  // namespace khobao::cli::manual
