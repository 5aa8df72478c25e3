#pragma once
/// The command that shows the next page of an answer, as one could type it.
///
///   khánh thành cầu --limit 5        ->   searcher khánh thành cầu --limit 5 --offset 5
///   --offset=5 -- "bà rịa" -tàu      ->   searcher --offset 10 -- 'bà rịa' -tàu
#include <cstddef>
#include <string>
#include <vector>

namespace khobao::searcher {

/// `arguments`: those of this run, without the program's name.
std::string next_page_command(const std::vector<std::string>& arguments, size_t offset);

/// `word` as a shell takes it: as it is where it is plain, else between single quotes.
std::string shell_quoted(const std::string& word);

}  // namespace khobao::searcher
