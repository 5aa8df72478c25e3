#pragma once
/// The examples of the page on the query language (searcher/query/GRAMMAR.md).
#include <string>
#include <vector>

namespace khobao::test {

struct GrammarExample {
  std::string query, tree;
  bool warned = false;
};

std::string grammar_page();
std::vector<GrammarExample> grammar_examples();

}  // namespace khobao::test
