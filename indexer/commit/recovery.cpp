#include "indexer/commit/recovery.h"

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/generations/generation.h"
#include "common/archive/generations/pointer.h"
#include "common/archive/generations/wholeness.h"
#include "common/language/say.h"
#include "indexer/change/known_inputs.h"

namespace khobao::commit {
namespace {

// Fills in what its files say; an input error where one cannot be read.
Result<void> examine(const std::string& db, FoundGeneration& found) {
  const archive::Generation generation = archive::generation_named(db, found.name);
  const auto note = [&](const Error& error) -> Result<void> {
    if (error.code == ErrorCode::input) return error;
    found.damage = error.message;
    found.other_version = error.code == ErrorCode::index_incompatible;
    return {};
  };
  const auto manifest = archive::read_manifest(db, generation);
  if (!manifest) return note(manifest.error());
  found.created = manifest->created;
  found.articles = manifest->articles;
  if (auto whole = archive::check_whole(db, generation, *manifest, archive::Comparison::checksums);
      !whole) {
    return note(whole.error());
  }
  const auto known = change::read_known_inputs(generation.known_inputs());
  return known ? Result<void>() : note(known.error());
}

Result<Recovery> found_in(const std::string& db) {
  Recovery recovery;
  const auto names = archive::names_in(db);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    if (archive::generation_number(name) == 0) continue;
    recovery.generations.push_back({.name = name, .created = "", .damage = ""});
  }
  std::sort(recovery.generations.begin(), recovery.generations.end(),
            [](const auto& a, const auto& b) {
              return archive::generation_number(a.name) > archive::generation_number(b.name);
            });
  const auto pointer = archive::read_pointer(db);
  if (!pointer && pointer.error().code == ErrorCode::input) return pointer.error();
  if (!pointer) recovery.pointer_damage = pointer.error().message;
  for (FoundGeneration& found : recovery.generations) {
    found.live = pointer && pointer->generation == found.name;
    if (auto examined = examine(db, found); !examined) return examined.error();
  }
  return recovery;
}

}  // namespace

Result<Recovery> recover(const std::string& db, const std::string& chosen, bool dry_run) {
  auto recovery = found_in(db);
  if (!recovery) return recovery;
  const auto& all = recovery->generations;
  const auto live = std::find_if(all.begin(), all.end(), [](const auto& g) { return g.live; });
  if (chosen.empty() && live != all.end() && live->damage.empty()) return recovery;
  const auto wanted = std::find_if(all.begin(), all.end(), [&](const FoundGeneration& g) {
    return chosen.empty() ? g.damage.empty() : g.name == chosen;
  });
  if (wanted == all.end() && chosen.empty()) return recovery;
  if (wanted == all.end()) {
    return Error{ErrorCode::usage, say("index '{}' has no generation '{}'", db, chosen),
                 say("see which it has with 'indexer recover --dry-run --db {}'", db)};
  }
  if (!wanted->damage.empty()) {
    return Error{wanted->other_version ? ErrorCode::index_incompatible : ErrorCode::index_corrupt,
                 say("cannot make '{}' live: {}", chosen, wanted->damage),
                 say("see which are whole with 'indexer recover --dry-run --db {}'", db)};
  }
  if (dry_run || wanted->live) return recovery;
  const std::string name = wanted->name;
  if (auto made = archive::make_live(db, archive::generation_named(db, name)); !made)
    return made.error();
  for (FoundGeneration& found : recovery->generations) found.live = found.name == name;
  recovery->made_live = name;
  return recovery;
}

}  // namespace khobao::commit
