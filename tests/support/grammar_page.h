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
/// `kind`: "query", examples of how queries are parsed, or "words", of how they are cut into words.
std::vector<GrammarExample> grammar_examples(const std::string& kind);

}  // namespace khobao::test
