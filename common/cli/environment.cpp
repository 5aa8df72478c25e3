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

}  // namespace khobao::cli
