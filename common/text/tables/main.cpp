/// make_vocabulary WORDS IMAGE: writes the image of a list of words. Run by the build alone.
#include <fstream>
#include <iostream>
#include <iterator>

#include "common/text/tables/vocabulary_image.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_vocabulary WORDS IMAGE\n";
    return 2;
  }
  std::ifstream in(arguments[1], std::ios::binary);
  const std::string data{std::istreambuf_iterator<char>(in), {}};
  const std::string image = khobao::text::vocabulary_image(data);
  std::ofstream out(arguments[2], std::ios::binary);
  if (data.empty() ||
      !out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
    std::cerr << "make_vocabulary: error: cannot make '" << arguments[2] << "' of '" << arguments[1]
              << "'\n";
    return 4;
  }
}
