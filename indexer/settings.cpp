#include "indexer/settings.h"

#include <set>
#include <string_view>

#include "common/archive/disk/hash.h"
#include "common/text/letters/normalise.h"

namespace khobao::indexer {
namespace {

std::string hash_of(const std::string& bytes) {
  return bytes.empty() ? "" : archive::to_hex(archive::content_hash(bytes));
}

Result<void> take_names(const std::string& db, const std::string& kept,
                        const std::optional<std::string>& given, Settings& settings) {
  auto table = recognise::kept_names(db, kept);
  if (given) {
    if (!table && table.error().code != ErrorCode::index_corrupt) return table.error();
    settings.lost = settings.lost || !table;
    table = recognise::given_names(*given);
  }
  if (!table) return table.error();
  settings.names = std::move(table->names);
  settings.names_hash = hash_of(table->bytes);
  if (!table->bytes.empty()) settings.files["names.tsv"] = std::move(table->bytes);
  return {};
}

Result<void> take_corrections(const std::string& db, const std::string& kept,
                              const pipeline::PipelineOptions& options, Settings& settings) {
  const std::string& given = options.corrections_file;
  auto before = recognise::Corrections::load(db, kept);
  if (!before) {
    if (given.empty() || before.error().code != ErrorCode::index_corrupt) return before.error();
    settings.corrections_known = false;
    settings.lost = true;
    before = recognise::Corrections();
  }
  settings.corrections = *before;
  if (!given.empty()) {
    if (auto taken = settings.corrections.merge_file(given, options.stop); !taken) return taken;
  }
  settings.corrections_changed = settings.corrections.differences(*before);
  std::string bytes = settings.corrections.kept_bytes();
  settings.corrections_hash = hash_of(bytes);
  if (!bytes.empty()) settings.files["corrections.jsonl"] = std::move(bytes);
  return {};
}

}  // namespace

Result<Settings> take_settings(const std::string& db, const commit::KeptSettings& kept,
                               const pipeline::PipelineOptions& options) {
  Settings settings;
  if (auto taken = take_corrections(db, kept.corrections, options, settings); !taken)
    return taken.error();
  if (auto taken = take_names(db, kept.names, options.names_file, settings); !taken)
    return taken.error();
  return settings;
}

std::vector<std::string> unknown_corrections(const recognise::Corrections& corrections,
                                             const change::KnownInputs& known) {
  if (corrections.empty()) return {};
  std::set<std::string_view> ids;
  for (const auto& [name, file] : known) {
    for (const change::KnownRecord& record : file.records) {
      if (record.outcome == change::Outcome::indexed) ids.insert(record.id);
    }
  }
  std::vector<std::string> unknown;
  for (const auto& [id, fields] : corrections.all()) {
    if (!ids.contains(id) && !ids.contains(text::decompose(id))) unknown.push_back(id);
  }
  return unknown;
}

}  // namespace khobao::indexer
