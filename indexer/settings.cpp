#include "indexer/settings.h"

#include "common/archive/files.h"
#include "common/archive/hash.h"

namespace khobao::indexer {
namespace {

// The remembered corrections, with those of `file` taken in.
Result<Corrections> corrections_of(const std::string& db, const std::string& file) {
  auto corrections = Corrections::load(db);
  if (!corrections || file.empty()) return corrections;
  if (auto taken = corrections->merge_file(file); !taken) return taken.error();
  return corrections;
}

// Of a file that the database folder remembers; "" where it has none.
std::string hash_of_file(const std::string& path) {
  const auto bytes = archive::read_file(path);
  return bytes ? archive::to_hex(archive::content_hash(*bytes)) : "";
}

}  // namespace

Result<Settings> take_settings(const std::string& db, const PipelineOptions& options,
                               bool dry_run) {
  auto corrections = corrections_of(db, options.corrections_file);
  if (!corrections) return corrections.error();
  auto names = remember_names(db, dry_run ? std::nullopt : options.names_file);
  if (!names) return names.error();
  if (!dry_run) {
    if (auto saved = corrections->save(db); !saved) return saved.error();
  }
  return Settings{.corrections = std::move(*corrections),
                  .names = std::move(*names),
                  .names_hash = hash_of_file(names::remembered_names(db)),
                  .corrections_hash = hash_of_file(db + "/corrections.jsonl")};
}

}  // namespace khobao::indexer
