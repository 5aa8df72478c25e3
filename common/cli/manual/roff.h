#pragma once
/// Text as manual pages hold it (man(7)): what a line or a sign means to roff is taken from it.
#include <string>
#include <string_view>

namespace khobao::cli::manual {

/// Text inside a line; hyphens stay hyphens that can be copied.
std::string roff(std::string_view text);

/// A line of text of its own: one that begins with a dot or an apostrophe is no request.
std::string roff_line(std::string_view text);

/// ".TH NAME SECTION …" and the section of the name, under its `heading`: a page's head.
std::string roff_head(std::string_view name, int section, std::string_view summary,
                      std::string_view heading);

/// ".SH HEADING", ".SS heading".
std::string roff_section(std::string_view heading);
std::string roff_subsection(std::string_view heading);

/// An entry of a list: `names`, in bold, and the text that explains them.
std::string roff_entry(std::string_view names, std::string_view text);

/// Lines that are kept as they are.
std::string roff_verbatim(std::string_view lines);

}  // namespace khobao::cli::manual
