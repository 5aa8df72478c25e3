/// make_names FOLDER: writes the images of the gazetteer and of the other tables of names as files
/// of FOLDER. Run by the build alone.
#include <fstream>
#include <iostream>

#include "common/names/image/gazetteer_image.h"
#include "common/names/image/name_images.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: make_names FOLDER\n";
    return 2;
  }
  using namespace khobao::names;
  const std::pair<const char*, std::string> images[] = {
      {"gazetteer", gazetteer_image()},
      {"name_forms", name_forms_image()},
      {"expansions", expansions_image()},
      {"place_kinds", place_kinds_image()},
      {"document_letters", document_letters_image()},
  };
  for (const auto& [name, image] : images) {
    const std::string path = std::string(arguments[1]) + "/" + name + ".bin";
    std::ofstream out(path, std::ios::binary);
    if (!out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
      std::cerr << "make_names: error: cannot write '" << path << "'\n";
      return 4;
    }
  }
}
