#include "indexer/read/lines/credits/tables/outlets_image.h"

#include <map>

#include "common/base/embedded.h"
#include "common/base/sorted_table.h"
#include "indexer/read/lines/credits/host_name.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {

std::string outlets_image(std::string_view rows) {
  std::map<std::string, std::string> names;
  for_each_data_line(rows, [&](std::string_view row) {
    const std::string_view name = row.substr(0, row.find('\t'));
    for (std::string_view rest = row; !rest.empty();) {
      const size_t tab = rest.find('\t');
      const std::string_view key = rest.substr(0, tab);
      const std::string host = host_of(key);
      names.try_emplace(host.empty() ? comparison_form(key) : host, name);
      rest = tab == std::string_view::npos ? std::string_view{} : rest.substr(tab + 1);
    }
  });
  return sorted_table(names);
}

}  // namespace khobao::read
