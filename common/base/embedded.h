#pragma once
/// Data files that are linked into the programs (see khobao_embed() in CMakeLists.txt), so that the
/// indexer and the searcher cannot disagree about them.
#include <string_view>

namespace khobao {

/// Calls `row(line)` for each line of a data file, in order; blank lines and lines that begin with
/// '#' (comments on origin and form) are left out. Lines carry no line end.
template <class Row>
void for_each_data_line(std::string_view data, Row row) {
  while (!data.empty()) {
    const size_t end = data.find('\n');
    std::string_view line = data.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') row(line);
    if (end == std::string_view::npos) break;
    data.remove_prefix(end + 1);
  }
}

}  // namespace khobao
