#include "indexer/commit/first_seen_builder.h"

#include <ctime>

#include "common/archive/first_seen.h"
#include "common/archive/generations/checksums.h"

namespace khobao::commit {
namespace {

using archive::FirstSeen;

std::vector<uint64_t> keys_of(const change::KnownInputs& known) {
  std::vector<uint64_t> keys;
  for (const auto& [id, file] : known) {
    if (id == change::kKeptTexts) continue;  // they are no news
    for (const change::KnownRecord& record : file.records) {
      if (record.outcome == change::Outcome::indexed && !record.id.empty())
        keys.push_back(archive::article_key(record.id));
    }
  }
  return keys;
}

struct Before {
  FirstSeen seen;
  std::vector<uint64_t> keys;  // of articles held before anything was kept
};

Before before(const std::string& db) {
  const auto live = archive::live_generation(db);
  if (!live) return {};
  const auto manifest = archive::read_manifest(db, *live);
  if (!manifest) return {};
  const std::string path = live->first_seen();
  const std::string name = path.substr(path.rfind('/') + 1);
  if (!manifest->files.contains(name)) {
    const auto known = change::read_known_inputs(live->known_inputs());
    return {{}, known ? keys_of(*known) : std::vector<uint64_t>{}};
  }
  if (!archive::compare_file(live->folder, name, manifest->files)) return {};
  auto seen = FirstSeen::open(path);
  return {seen ? std::move(*seen) : FirstSeen(), {}};
}

}  // namespace

Result<void> build_first_seen(const std::string& db, const change::KnownInputs& known,
                              const archive::Generation& to) {
  Before was = before(db);
  const auto now = static_cast<archive::Stamp>(std::time(nullptr));
  return was.seen.next(keys_of(known), now, std::move(was.keys)).write(to.first_seen());
}

}  // namespace khobao::commit
