// Writes a Markdown page of this project as a manual page, while the project is built; the last argument
// is the page's language:
//   make_page GRAMMAR.md khobao-query 7 "the query language of searcher" en > khobao-query.7
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "common/cli/manual/markdown_page.h"
#include "common/cli/settings/language.h"

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "usage: make_page PAGE.md NAME SECTION SUMMARY LANGUAGE\n";
    return 2;
  }
  std::ifstream file(argv[1]);
  const std::string markdown(std::istreambuf_iterator<char>(file), {});
  std::cout << khobao::cli::manual::markdown_page(
                   markdown, argv[2], std::stoi(argv[3]), argv[4],
                   khobao::cli::language_named(argv[5]).value_or(khobao::Language::english)) << std::flush;
  return markdown.empty() || !std::cout ? 4 : 0;
}
