#pragma once
/// Data files that are linked into the programs (see khobao_embed() in CMakeLists.txt), so that the
/// indexer and the searcher cannot disagree about them.
#include <algorithm>
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

/// The line whose first column is `key`, "" where there is none, of a data file whose lines, after the
/// comments at its head, are in the byte order of that column: searched where it lies, so that no
/// table has to be built for one query.
inline std::string_view sorted_data_line(std::string_view data, std::string_view key) {
  while (data.starts_with('#')) data.remove_prefix(std::min(data.find('\n'), data.size() - 1) + 1);
  while (!data.empty()) {
    // The line in the middle; the halves beside it are whole lines.
    const size_t before = data.substr(0, data.size() / 2).rfind('\n');
    const size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const size_t end = std::min(data.find('\n', begin), data.size());
    const std::string_view line = data.substr(begin, end - begin);
    const int order = line.substr(0, line.find('\t')).compare(key);
    if (order == 0) return line;
    data = order < 0 ? data.substr(std::min(end + 1, data.size())) : data.substr(0, begin);
  }
  return {};
}

}  // namespace khobao
