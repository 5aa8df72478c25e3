/// make_rows FILE IMAGE: writes the image of a RowTable of the rows in FILE. Run by the build
/// alone.
#include <fstream>
#include <iostream>
#include <iterator>

#include "common/base/row_table.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_rows FILE IMAGE\n";
    return 2;
  }
  std::ifstream in(arguments[1], std::ios::binary);
  const std::string rows{std::istreambuf_iterator<char>(in), {}};
  const std::string image = khobao::row_table(rows);
  std::ofstream out(arguments[2], std::ios::binary);
  if (rows.empty() || !out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
    std::cerr << "make_rows: error: cannot make '" << arguments[2] << "' of '" << arguments[1]
              << "'\n";
    return 4;
  }
}
