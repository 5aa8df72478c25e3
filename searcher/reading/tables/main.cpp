/// make_tables LOOSE_WORDS FOLDER: writes the images of the tables that a query is read with, one
/// file each. Run by the build alone.
#include <fstream>
#include <iostream>
#include <iterator>

#include "searcher/reading/tables/table_sources.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_tables LOOSE_WORDS FOLDER\n";
    return 2;
  }
  std::ifstream in(arguments[1], std::ios::binary);
  const std::string loose_words{std::istreambuf_iterator<char>(in), {}};
  const std::pair<const char*, std::string> images[] = {
      {"abbreviations.bin", khobao::reading::abbreviations_image()},
      {"spellings.bin", khobao::reading::spellings_image()},
      {"everyday.bin", khobao::reading::everyday_image()},
      {"function_words.bin", khobao::reading::function_words_image(loose_words)},
      {"accented_words.bin", khobao::reading::accented_words_image()},
      {"numerals.bin", khobao::reading::numerals_image()},
      {"documents.bin", khobao::reading::documents_image()},
      {"plain_pairs.bin", khobao::reading::plain_pairs_image()},
  };
  for (const auto& [name, image] : images) {
    const std::string path = std::string(arguments[2]) + "/" + name;
    std::ofstream out(path, std::ios::binary);
    if (!out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
      std::cerr << "make_tables: error: cannot write '" << path << "'\n";
      return 4;
    }
  }
}
