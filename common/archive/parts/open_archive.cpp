#include "common/archive/parts/open_archive.h"

#include <chrono>
#include <thread>
#include <utility>

#include "common/archive/damage.h"

namespace khobao::archive {
namespace {

Result<OpenArchive> opened(const std::string& db, const Generation& generation) {
  auto use = GenerationUse::begin(generation);
  if (!use) return part_error(db, use.error());
  auto manifest = read_manifest(db, generation);
  if (!manifest) return manifest.error();
  return OpenArchive{db, generation, std::move(*manifest), std::move(*use)};
}

}  // namespace

Result<OpenArchive> open_archive(const std::string& db) {
  // The pointer may move to a newer generation, and the old one go, between reading and opening.
  constexpr int kTries = 10;
  constexpr auto kPause = std::chrono::milliseconds(2);  // a writer is done with it sooner
  for (int attempt = 1;; ++attempt) {
    const auto generation = live_generation(db);
    if (!generation) {
      if (attempt == kTries || generation.error().code != ErrorCode::index_corrupt)
        return generation.error();
    } else {
      auto part = opened(db, *generation);
      if (part && (attempt == kTries || !part->use.came_too_late())) return part;
      if (!part) {
        const auto now = live_generation(db);
        if (attempt == kTries || (now && now->name == generation->name)) return part;
      }
    }
    std::this_thread::sleep_for(kPause);
  }
}

Result<std::vector<OpenArchive>> open_archives(const std::vector<std::string>& archives) {
  std::vector<OpenArchive> parts;
  for (const std::string& db : archives) {
    auto part = open_archive(db);
    if (!part) return part.error();
    parts.push_back(std::move(*part));
  }
  return parts;
}

}  // namespace khobao::archive
