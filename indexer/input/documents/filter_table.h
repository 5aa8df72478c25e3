#pragma once
/// Documents that no reader of ours reads: told by their content, each with the program that makes
/// text of it. The table in filter_table.cpp is the one place.
#include <array>
#include <string_view>

namespace khobao::input {

struct Filter {
  std::string_view kind;                     ///< "PDF document"
  std::array<std::string_view, 4> arguments;  ///< of khobao-extract; "" after the last
  std::string_view install = {};  ///< the package of the program that it runs, perhaps; "" for none
  bool gives_html = false;        ///< what comes out is a page as that program makes it
};

/// The filter of a file's bytes; null for text, and for what cannot be read at all.
const Filter* filter_for(std::string_view bytes);

}  // namespace khobao::input
