#include "common/archive/disk/database_folder.h"

#include <filesystem>
#include <fstream>

namespace khobao::archive {

namespace fs = std::filesystem;

bool is_database(const std::string& path) {
  std::error_code unknown;
  for (const std::string_view file : {kXapianVersionFile, std::string_view("XAPIANDB")}) {
    if (fs::exists(path + '/' + std::string(file), unknown)) return true;
  }
  if (!fs::is_regular_file(path, unknown)) return false;
  std::ifstream file(path);
  std::string word;
  file >> word;
  return word == "auto" || word == "glass";
}

}  // namespace khobao::archive
