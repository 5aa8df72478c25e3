/// make_outlets ROWS IMAGE: writes the image of a table of outlets. Run by the build alone.
#include <fstream>
#include <iostream>
#include <iterator>

#include "indexer/read/lines/credits/tables/outlets_image.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_outlets ROWS IMAGE\n";
    return 2;
  }
  std::ifstream in(arguments[1], std::ios::binary);
  const std::string rows{std::istreambuf_iterator<char>(in), {}};
  const std::string image = khobao::read::outlets_image(rows);
  std::ofstream out(arguments[2], std::ios::binary);
  if (rows.empty() || !out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
    std::cerr << "make_outlets: error: cannot make '" << arguments[2] << "' of '" << arguments[1]
              << "'\n";
    return 4;
  }
}
