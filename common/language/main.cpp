/// make_twins IMAGE FILE...: writes the image of the Vietnamese twins of FILEs. Run by the build alone.
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "common/base/sorted_table.h"
#include "common/language/twin_lines.h"

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: make_twins IMAGE FILE...\n";
    return 2;
  }
  std::map<std::string, std::string> twins;
  for (int i = 2; i < count; ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    const std::string file(std::istreambuf_iterator<char>(in), {});
    if (!in) {
      std::cerr << "make_twins: error: cannot read '" << arguments[i] << "'\n";
      return 4;
    }
    for (auto& [english, vietnamese] : khobao::twin_lines(file)) twins[english] = vietnamese;
  }
  const std::string image = khobao::sorted_table(twins);
  std::ofstream out(arguments[1], std::ios::binary);
  if (!out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
    std::cerr << "make_twins: error: cannot write '" << arguments[1] << "'\n";
    return 4;
  }
}
