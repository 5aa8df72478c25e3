#include "indexer/settings.h"

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"

namespace khobao::indexer {
namespace {

// Of a file that the database folder remembers; "" where it has none.
std::string hash_of_file(const std::string& path) {
  const auto bytes = archive::read_file(path);
  return bytes ? archive::to_hex(archive::content_hash(*bytes)) : "";
}

}  // namespace

Result<Settings> take_settings(const std::string& db, const pipeline::PipelineOptions& options,
                               bool dry_run) {
  const std::string corrections_file = db + "/corrections.jsonl";
  const auto remembered = recognise::Corrections::load(db);
  if (!remembered) return remembered.error();
  recognise::Corrections corrections = *remembered;
  if (!options.corrections_file.empty()) {
    if (auto taken = corrections.merge_file(options.corrections_file); !taken) return taken.error();
  }
  const std::string hash_before = hash_of_file(corrections_file);
  auto names = recognise::remember_names(db, dry_run ? std::nullopt : options.names_file);
  if (!names) return names.error();
  if (!dry_run) {
    if (auto saved = corrections.save(db); !saved) return saved.error();
  }
  auto changed = corrections.differences(*remembered);
  return Settings{.corrections = std::move(corrections),
                  .names = std::move(*names),
                  .names_hash = hash_of_file(names::remembered_names(db)),
                  .corrections_hash = hash_of_file(corrections_file),
                  .corrections_hash_before = hash_before,
                  .corrections_changed = std::move(changed)};
}

}  // namespace khobao::indexer
