#include "common/base/embedded.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace khobao;

TEST_CASE("a sorted data file: each line is found by its first column, and nothing else") {
  for (const bool last_end : {true, false}) {
    CAPTURE(last_end);
    std::string data = "# two\n# comments\n";
    const std::vector<std::string> lines{"an\t1", "bên\t2", "bên kia\t33", "c", "đi\t4\t5"};
    for (const std::string& line : lines) data += line + "\n";
    if (!last_end) data.pop_back();
    for (const std::string& line : lines) {
      CAPTURE(line);
      CHECK(sorted_data_line(data, line.substr(0, line.find('\t'))) == line);
    }
    for (const std::string absent : {"", "a", "ana", "bê", "bên k", "bên kia ", "d", "đi\t4", "# two"})
      CHECK(sorted_data_line(data, absent).empty());
  }
  CHECK(sorted_data_line("", "a").empty());
  CHECK(sorted_data_line("# none\n", "a").empty());
  CHECK(sorted_data_line("# none", "a").empty());
  CHECK(sorted_data_line("a", "a") == "a");
}
