// Writes a Markdown page of this project as a manual page of section 7, while the project is built:
//   make_page GRAMMAR.md khobao-query "the query language of searcher" > khobao-query.7
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "common/cli/manual/markdown_page.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_page PAGE.md NAME SUMMARY\n";
    return 2;
  }
  std::ifstream file(argv[1]);
  const std::string markdown(std::istreambuf_iterator<char>(file), {});
  std::cout << khobao::cli::manual::markdown_page(markdown, argv[2], 7, argv[3]) << std::flush;
  return markdown.empty() || !std::cout ? 4 : 0;
}
