#include "common/archive/generations/generation.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "common/archive/disk/files.h"
#include "common/archive/generations/pointer.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kGenerationPrefix = "generation-";
constexpr std::string_view kLayerPrefix = "layer-";

unsigned long number_of(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return 0;
  const std::string_view digits = name.substr(prefix.size());
  unsigned long number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool plain =
      error == std::errc() && end == digits.data() + digits.size() && digits.size() < 12;
  return plain ? number : 0;
}

struct Highest {
  unsigned long generation = 0, layer = 0;
};

// The highest numbers that folders have.
Result<Highest> highest_in(const std::string& db) {
  const auto names = names_in(db);
  if (!names) return names.error();
  Highest highest;
  for (const std::string& name : *names) {
    highest.generation = std::max(highest.generation, number_of(name, kGenerationPrefix));
    // Also that of a layer of which only the segments are left.
    const std::string layer = name.substr(0, name.find('.'));
    highest.layer = std::max(highest.layer, number_of(layer, kLayerPrefix));
  }
  return highest;
}

Result<std::string> create_numbered(const std::string& db, std::string_view prefix,
                                    unsigned long number) {
  const std::string digits = std::to_string(number);
  const std::string name =
      std::string(prefix) + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
  const auto made = make_folder(db + "/" + name);
  if (!made) return made.error();
  if (*made) return name;
  return Error{ErrorCode::input, say("cannot create '{}/{}': it is there already", db, name), ""};
}

}  // namespace

unsigned long generation_number(std::string_view name) {
  return number_of(name, kGenerationPrefix);
}

unsigned long layer_number(std::string_view name) { return number_of(name, kLayerPrefix); }

Result<Generation> live_generation(const std::string& db) {
  const auto missing = [&](const Message& reason) {
    return Error{ErrorCode::index_missing, say("cannot open index '{}': {}", db, reason),
                 say("build one with 'indexer update --db {} PATH'", db)};
  };
  const auto unreadable = [&](Error error) {
    const bool refused = access((db + "/current").c_str(), R_OK) != 0 && errno == EACCES;
    if (refused && error.hint.empty())
      error.hint = say("whose it is: 'ls -ld {}'; another index: --db FOLDER", db);
    return error;
  };
  const auto folder = is_folder(db);
  if (!folder) return unreadable(folder.error());
  if (!*folder) {
    const auto there = path_exists(db);
    if (!there) return unreadable(there.error());
    return missing(*there ? say("not a folder") : say("no such directory"));
  }
  const auto pointer = read_pointer(db);
  if (!pointer) return unreadable(pointer.error());
  if (pointer->generation.empty()) return missing(say("the folder holds no index"));
  const Generation generation = generation_named(db, pointer->generation);
  const auto there = is_folder(generation.folder);
  if (!there) return there.error();
  if (*there) return generation;
  return Error{ErrorCode::index_corrupt,
               say("index '{}' is damaged: '{}' is missing", db, generation.name),
               recover_hint(db)};
}

Result<Generation> create_generation(const std::string& db) {
  const auto highest = highest_in(db);
  if (!highest) return highest.error();
  auto name = create_numbered(db, kGenerationPrefix,
                              std::max(highest->generation + 1, highest->layer));
  if (!name) return name.error();
  return generation_named(db, *name);
}

Result<Layer> create_layer(const std::string& db) {
  const auto highest = highest_in(db);
  if (!highest) return highest.error();
  auto name =
      create_numbered(db, kLayerPrefix, std::max(highest->generation, highest->layer) + 1);
  if (!name) return name.error();
  return layer_named(db, *name);
}

Generation generation_named(const std::string& db, const std::string& name) {
  const std::string safe = generation_number(name) != 0 ? name : std::string(kGenerationPrefix);
  return {safe, db + "/" + safe};
}

Layer layer_named(const std::string& db, const std::string& name) {
  const std::string safe = layer_number(name) != 0 ? name : std::string(kLayerPrefix);
  return {safe, db + "/" + safe};
}

Layer layer_at(const std::string& db, const LayerEntry& entry) {
  return layer_named(entry.db.empty() ? db : entry.db, entry.name);
}

Result<void> make_live(const std::string& db, const Generation& generation) {
  if (auto synced = sync_folder(generation.folder); !synced) return synced;
  if (auto synced = sync_path(db); !synced) return synced;
  return write_pointer(db, generation.name);
}

bool may_be_live(const std::string& db, const Generation& generation) {
  const auto pointer = read_pointer(db);
  return !pointer || pointer->generation == generation.name;
}

}  // namespace khobao::archive
