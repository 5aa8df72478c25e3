#pragma once
/// The commands for what comes after an answer, as one could type them.
///
///   khánh thành cầu --limit 5        ->   searcher khánh thành cầu --limit 5 --offset 5
///   --offset=5 -- "bà rịa" -tàu      ->   searcher --offset 10 -- 'bà rịa' -tàu
#include <cstddef>
#include <string>
#include <vector>

namespace khobao::searcher {

/// `arguments`: those of this run, without the program's name.
std::string next_page_command(const std::vector<std::string>& arguments, size_t offset);

/// Opens the hit of that number; of the index that was named, where one was.
///
///   --db bao khánh thành             ->   searcher --db bao --show '#1'
std::string open_hit_command(const std::vector<std::string>& arguments, size_t rank);

/// `word` as a shell takes it: as it is where it is plain, else between single quotes.
std::string shell_quoted(const std::string& word);

}  // namespace khobao::searcher
