#include "common/archive/parts/kept_tables.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/archive/generations/generation_use.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;
using Held = std::shared_ptr<const void>;

constexpr std::string_view kUnfinished = "making-";
constexpr auto kAbandoned = std::chrono::hours(24);

// A folder with a name that nothing has yet, for its owner alone; "" where there can be none.
std::string fresh_folder(const std::string& in) {
  if (in.empty()) return "";
  std::error_code error;
  fs::create_directories(in, error);
  std::string path = in + "/" + std::string(kUnfinished) + "XXXXXX";
  return mkdtemp(path.data()) ? path : "";
}

// Older ones that no search holds, and what was never finished.
void remove_older(const std::string& cache, const TablesToKeep& tables) {
  const auto names = names_in(cache);
  if (!names) return;
  for (const std::string& other : *names) {
    const std::string path = cache + "/" + other;
    if (other.starts_with(kUnfinished)) {
      std::error_code error;
      const auto written = fs::last_write_time(path, error);
      if (!error && fs::file_time_type::clock::now() - written > kAbandoned) (void)remove_path(path);
    } else if (other.starts_with(tables.older) && other != tables.name) {
      const auto unused = is_unused({"", path});
      if (unused && *unused) (void)remove_path(path);
    }
  }
}

// Another search may have made the same in the meantime.
bool put_in_place(const std::string& made, const std::string& cache, const TablesToKeep& tables) {
  const std::string place = cache + "/" + tables.name;
  if (rename(made.c_str(), place.c_str()) != 0) {
    if (tables.use(place)) {
      (void)remove_path(made);
      return true;
    }
    if (!remove_path(place) || rename(made.c_str(), place.c_str()) != 0) return false;
  }
  if (!tables.use(place)) return false;
  remove_older(cache, tables);
  return true;
}

}  // namespace

Result<Held> find_or_make(const TablesToKeep& tables, const TablePlaces& places) {
  const std::string cache = places.cache.empty() ? "" : places.cache + "/" + tables.kind;
  if (!cache.empty() && tables.use(cache + "/" + tables.name)) return Held();
  if (const std::string made = fresh_folder(cache); !made.empty()) {
    const auto written = tables.make(made);
    if (written && put_in_place(made, cache, tables)) return Held();
    (void)remove_path(made);
    if (!written && written.error().code != ErrorCode::input) return written.error();
  }
  const std::string made = fresh_folder(places.temporary);
  if (made.empty()) {
    return Error{ErrorCode::input,
                 say("cannot open the index: no folder can be made in '{}' or '{}'", cache,
                     places.temporary),
                 say("name one that can be written: XDG_CACHE_HOME or TMPDIR")};
  }
  Held held{new std::string(made), [](const void* folder) {
              const auto* path = static_cast<const std::string*>(folder);
              (void)remove_path(*path);
              delete path;
            }};
  if (auto written = tables.make(made); !written) return written.error();
  if (auto used = tables.use(made); !used) return used.error();
  return held;
}

}  // namespace khobao::archive
