#pragma once
/// Documents that no reader of ours reads: told by their content, each with the program that makes
/// text of it. The table in filter_table.cpp is the one place.
#include <string_view>
#include <vector>

namespace khobao::input {

struct Filter {
  std::string_view kind;                     ///< "PDF document"
  std::vector<std::string_view> arguments;   ///< of khobao-extract
  std::string_view install = {};  ///< the package of the program that it runs, perhaps; "" for none
  bool gives_html = false;        ///< what comes out is a page as that program makes it
};

/// The filter of a file's bytes; null for text, and for what cannot be read at all.
const Filter* filter_for(std::string_view bytes);

}  // namespace khobao::input
