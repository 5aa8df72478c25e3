#include "tests/support/golden.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <sstream>
#include <string_view>
#include <vector>

#include "tests/support/temp_dir.h"

namespace khobao::test {
namespace {

struct Entry {
  std::string comment, input, output;
};

std::vector<Entry> read_entries(const std::string& path) {
  std::istringstream in(read_file(path));
  std::vector<Entry> entries(1);
  bool output = false;
  for (std::string line; std::getline(in, line);) {
    Entry& entry = entries.back();
    if (line.empty()) {
      if (output) entries.emplace_back();
      output = false;
    } else if (output) {
      entry.output += line + "\n";
    } else if (line == "----") {
      output = true;
    } else if (line.front() == '#') {
      entry.comment += line + "\n";
    } else {
      entry.input = line;
    }
  }
  if (entries.back().input.empty()) entries.pop_back();
  return entries;
}

}  // namespace

void check_golden(const std::string& name,
                  const std::function<std::string(const std::string& input)>& produce) {
  const std::string path = std::string(KHOBAO_TEST_GOLDEN) + "/" + name;
  const std::vector<Entry> entries = read_entries(path);
  REQUIRE(!entries.empty());
  const char* update = std::getenv("KHOBAO_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::string out;
    for (const Entry& e : entries)
      out += (out.empty() ? "" : "\n") + e.comment + e.input + "\n----\n" + produce(e.input);
    write_file(path, out);
    return;
  }
  for (const Entry& e : entries) {
    CAPTURE(e.input);
    CHECK(produce(e.input) == e.output);
  }
}

}  // namespace khobao::test
