#include "common/archive/generations/generation.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/archive/generations/generation_use.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGenerationPrefix = "generation-";
constexpr std::string_view kLayerPrefix = "layer-";

// The number in a folder's name behind `prefix`; 0 for other folders.
unsigned long number_of(const std::string& name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return 0;
  const std::string digits = name.substr(prefix.size());
  const bool plain =
      !digits.empty() && digits.size() < 12 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return plain ? std::stoul(digits) : 0;
}

std::vector<std::string> folders(const std::string& db, std::string_view prefix) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(db, error), end; !error && it != end; it.increment(error)) {
    std::string name = it->path().filename();
    if (number_of(name, prefix) != 0) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

// A new folder with the number behind the highest.
Result<std::string> create_numbered(const std::string& db, std::string_view prefix) {
  std::error_code error;
  fs::create_directories(db, error);
  if (error) return Error{ErrorCode::input, "cannot create '" + db + "': " + error.message(), ""};
  unsigned long last = 0;
  for (const std::string& name : folders(db, prefix))
    last = std::max(last, number_of(name, prefix));
  const std::string digits = std::to_string(last + 1);
  const std::string name =
      std::string(prefix) + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
  fs::create_directory(db + "/" + name, error);
  if (error) {
    return Error{ErrorCode::input, "cannot create '" + db + "/" + name + "': " + error.message(),
                 ""};
  }
  return name;
}

void sync_path(const fs::path& path, int flags) {
  if (const int file = open(path.c_str(), flags | O_RDONLY | O_CLOEXEC); file >= 0) {
    fsync(file);
    close(file);
  }
}

}  // namespace

Result<Generation> live_generation(const std::string& db) {
  const std::string hint = "build one with 'indexer update --db " + db + " PATH'";
  std::error_code error;
  if (!fs::is_directory(db, error)) {
    const std::string reason = fs::exists(db, error) ? "not a folder" : "no such directory";
    return Error{ErrorCode::index_missing, "cannot open index '" + db + "': " + reason, hint};
  }
  auto pointer = read_file(db + "/current");
  if (!pointer) {
    return Error{ErrorCode::index_missing,
                 "cannot open index '" + db + "': the folder holds no index", hint};
  }
  while (!pointer->empty() && (pointer->back() == '\n' || pointer->back() == '\r'))
    pointer->pop_back();
  const Generation generation{*pointer, db + "/" + *pointer};
  if (number_of(*pointer, kGenerationPrefix) == 0 || !fs::is_directory(generation.folder, error)) {
    return Error{ErrorCode::index_corrupt,
                 "cannot open index '" + db + "': its pointer 'current' names no generation",
                 "build it anew with 'indexer rebuild --db " + db + " PATH'"};
  }
  return generation;
}

Result<Generation> create_generation(const std::string& db) {
  auto name = create_numbered(db, kGenerationPrefix);
  if (!name) return name.error();
  return Generation{*name, db + "/" + *name};
}

Result<Layer> create_layer(const std::string& db) {
  auto name = create_numbered(db, kLayerPrefix);
  if (!name) return name.error();
  return Layer{*name, db + "/" + *name};
}

Layer layer_named(const std::string& db, const std::string& name) {
  const std::string safe = number_of(name, kLayerPrefix) != 0 ? name : "layer-";
  return {safe, db + "/" + safe};
}

void sync_folder(const std::string& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored)) sync_path(it->path(), 0);
    if (it->is_directory(ignored)) sync_path(it->path(), O_DIRECTORY);
  }
  sync_path(folder, O_DIRECTORY);
}

Result<void> make_live(const std::string& db, const Generation& generation) {
  sync_folder(generation.folder);
  return replace_file(db + "/current", generation.name + "\n");
}

void remove_unused(const std::string& db) {
  std::error_code ignored;
  const auto live = live_generation(db);
  std::set<std::string> needed;
  for (const std::string& name : folders(db, kGenerationPrefix)) {
    const Generation generation{name, db + "/" + name};
    const bool is_live = live && live->name == name;
    if (!is_live && is_unused(generation)) {
      fs::remove_all(generation.folder, ignored);
      continue;
    }
    const auto manifest = read_manifest(db, generation);
    if (!manifest) {
      // Which layers it needs is not known: all stay where it is the live one.
      if (is_live) return;
      continue;
    }
    for (const LayerEntry& layer : manifest->layers) needed.insert(layer.name);
  }
  for (const std::string& name : folders(db, kLayerPrefix)) {
    if (!needed.contains(name)) fs::remove_all(db + "/" + name, ignored);
  }
}

}  // namespace khobao::archive
