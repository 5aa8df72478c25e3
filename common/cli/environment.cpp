#include "common/cli/environment.h"

namespace khobao::cli {

std::string Environment::value_of(const char* name) const {
  const char* value = variable ? variable(name) : nullptr;
  return value ? value : "";
}

std::string default_database(const Environment& environment) {
  if (std::string db = environment.value_of("KHOBAO_DB"); !db.empty()) return db;
  if (const std::string data = environment.value_of("XDG_DATA_HOME"); !data.empty())
    return data + "/khobao";
  const std::string home = environment.value_of("HOME");
  return (home.empty() ? "." : home) + "/.local/share/khobao";
}

std::string cache_folder(const Environment& environment) {
  if (const std::string cache = environment.value_of("XDG_CACHE_HOME"); !cache.empty())
    return cache + "/khobao";
  const std::string home = environment.value_of("HOME");
  return home.empty() ? "" : home + "/.cache/khobao";
}

std::string temporary_folder(const Environment& environment) {
  const std::string folder = environment.value_of("TMPDIR");
  return folder.empty() ? "/tmp" : folder;
}

}  // namespace khobao::cli
