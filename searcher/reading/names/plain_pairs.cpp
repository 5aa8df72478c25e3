#include "searcher/reading/names/plain_pairs.h"

#include <algorithm>
#include <vector>

#include "common/base/embedded.h"

extern "C" {
extern const char khobao_plain_pairs_begin[], khobao_plain_pairs_end[];
}

namespace khobao::reading {

// Lines in byte order, searched as they are.
bool is_plain_pair(std::string_view pair) {
  static const auto lines = [] {
    std::vector<std::string_view> rows;
    const auto bytes = static_cast<size_t>(khobao_plain_pairs_end - khobao_plain_pairs_begin);
    for_each_data_line({khobao_plain_pairs_begin, bytes},
                       [&](std::string_view line) { rows.push_back(line); });
    return rows;
  }();
  return std::binary_search(lines.begin(), lines.end(), pair);
}

}  // namespace khobao::reading
