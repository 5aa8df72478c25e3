/// make_names IMAGE: writes the image of the gazetteer. Run by the build alone.
#include <fstream>
#include <iostream>

#include "common/names/image/gazetteer_image.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: make_names IMAGE\n";
    return 2;
  }
  const std::string image = khobao::names::gazetteer_image();
  std::ofstream out(arguments[1], std::ios::binary);
  if (!out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
    std::cerr << "make_names: error: cannot write '" << arguments[1] << "'\n";
    return 4;
  }
}
