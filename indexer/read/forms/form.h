#pragma once
/// Which form a file has: by its name, and by its content where the name says nothing. A ".php" or
/// a file without extension may hold any of them; a ".txt" may be a saved HTML page.
#include <string_view>

namespace khobao::read {

enum class Form : unsigned char { plain_text, html, markdown, json_lines };

/// `bytes`: the file's UTF-8 text, or at least its first 4 KiB.
Form form_of(std::string_view file_name, std::string_view bytes);

}  // namespace khobao::read
