#include "tests/support/grammar_page.h"

#include <sstream>
#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace khobao::test {

std::string grammar_page() { return read_file(KHOBAO_TEST_GRAMMAR); }

std::vector<GrammarExample> grammar_examples(const std::string& kind) {
  std::istringstream page(grammar_page());
  std::vector<GrammarExample> examples;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("```")) {
      inside = line == "```" + kind;
      continue;
    }
    if (!inside) continue;
    const size_t arrow = line.find(" => ");
    if (arrow == std::string::npos) throw std::runtime_error("no '=>' in: " + line);
    GrammarExample example{.query = line.substr(0, arrow), .tree = line.substr(arrow + 4)};
    example.query.erase(example.query.find_last_not_of(' ') + 1);
    if (example.tree.ends_with(" !")) {
      example.warned = true;
      example.tree.resize(example.tree.size() - 2);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace khobao::test
