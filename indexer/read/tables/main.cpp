/// make_read_tables DATA FOLDER: writes the images of the tables that pages are read with, of files
/// in DATA, as files of FOLDER. Run by the build alone.
#include <fstream>
#include <iostream>
#include <iterator>

#include "indexer/read/tables/read_images.h"

namespace {

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_read_tables DATA FOLDER\n";
    return 2;
  }
  using namespace khobao::read;
  const auto data = [&](const char* name) {
    return contents(std::string(arguments[1]) + "/" + name + ".tsv");
  };
  const std::string roles = data("html_roles");
  const std::pair<const char*, std::string> images[] = {
      {"outlet_names", outlets_image(data("outlets"))},
      {"record_keys", record_keys_image(data("record_keys"))},
      {"html_words", html_names_image(roles, "word")},
      {"html_parts", html_names_image(roles, "part")},
      {"tcvn3", charset_image(data("tcvn3"))},
      {"vni", charset_image(data("vni"))},
      {"viscii", charset_image(data("viscii"))},
      {"vietware_x", charset_image(data("vietware_x"))},
  };
  for (const auto& [name, image] : images) {
    const std::string path = std::string(arguments[2]) + "/" + name + ".bin";
    std::ofstream out(path, std::ios::binary);
    if (!out.write(image.data(), static_cast<std::streamsize>(image.size())).flush()) {
      std::cerr << "make_read_tables: error: cannot write '" << path << "'\n";
      return 4;
    }
  }
}
