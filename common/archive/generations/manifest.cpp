#include "common/archive/generations/manifest.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/disk/json_values.h"
#include "common/archive/disk/own_checksum.h"
#include "common/archive/generations/generation.h"
#include "common/archive/schema.h"
#include "common/base/utc_time.h"
#include "common/language/say.h"
#include "common/text/analyzer.h"

namespace khobao::archive {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

ordered_json to_json(const Checksums& files) {
  ordered_json object = ordered_json::object();
  for (const auto& [name, sum] : files)
    object[name] = {{"bytes", sum.size_bytes}, {"xxh128", sum.hash}};
  return object;
}

Checksums files_of(const json& object) {
  Checksums files;
  const auto found = object.find("files");
  if (found == object.end() || !found->is_object()) return files;
  for (const auto& [name, sum] : found->items()) {
    if (sum.is_object())
      files[name] = {.size_bytes = json_number(sum, "bytes"), .hash = json_text(sum, "xxh128")};
  }
  return files;
}

}  // namespace

Message versions_shown(int schema, int analyzer, const std::string& vocabulary) {
  return say("schema {}, analyzer {}, vocabulary {}", schema, analyzer, vocabulary.substr(0, 8));
}

Manifest current_manifest() {
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.analyzer_version = text::kAnalyzerVersion;
  manifest.vocabulary = to_hex(content_hash(text::vocabulary_bytes()));
  manifest.created = utc_text(std::time(nullptr));
  return manifest;
}

Result<void> write_manifest(const Generation& generation, const Manifest& m) {
  ordered_json layers = ordered_json::array();
  for (const LayerEntry& layer : m.layers) {
    layers.push_back({{"name", layer.name},
                      {"articles", layer.articles},
                      {"deleted", layer.deleted},
                      {"dictionary", layer.dictionary},
                      {"files", to_json(layer.files)}});
  }
  const ordered_json object = {{"format", "khobao"},
                               {"schema_version", m.schema_version},
                               {"analyzer_version", m.analyzer_version},
                               {"vocabulary", m.vocabulary},
                               {"generation", generation.name},
                               {"created", m.created},
                               {"articles", m.articles},
                               {"undated", m.undated},
                               {"kept", m.kept},
                               {"superseded", m.superseded},
                               {"names", m.names},
                               {"corrections", m.corrections},
                               {"layers", layers},
                               {"files", to_json(m.files)},
                               {"checksum", ""}};
  std::string bytes = object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  return replace_file(generation.manifest(), with_checksum(std::move(bytes), kBehindInJson));
}

Result<Manifest> read_manifest(const std::string& db, const Generation& generation) {
  const auto damaged = [&](const Message& what) {
    return damaged_index(db, say("{}/manifest.json {}", generation.name, what));
  };
  auto bytes = read_index_file(generation.manifest());
  if (!bytes && bytes.error().code == ErrorCode::index_corrupt) return damaged(say("is missing"));
  if (!bytes) return bytes.error();
  const auto object = json::parse(*bytes, nullptr, false);
  if (!object.is_object()) return damaged(say("cannot be read"));
  Manifest m;
  m.schema_version = static_cast<int>(json_number(object, "schema_version"));
  m.analyzer_version = static_cast<int>(json_number(object, "analyzer_version"));
  m.vocabulary = json_text(object, "vocabulary");
  const Manifest own = current_manifest();
  if (m.schema_version != own.schema_version || m.analyzer_version != own.analyzer_version ||
      m.vocabulary != own.vocabulary) {
    return Error{ErrorCode::index_incompatible,
                 say("index '{}' was written by another version ({}; this program: {})", db,
                     versions_shown(m), versions_shown(own)),
                 rebuild_hint(db)};
  }
  if (!without_checksum(std::move(*bytes), kBehindInJson, generation.manifest()))
    return damaged(say("is not what was written"));
  if (json_text(object, "generation") != generation.name)
    return damaged(say("is another generation's"));
  m.created = json_text(object, "created");
  m.articles = json_number(object, "articles");
  m.undated = json_number(object, "undated");
  m.kept = json_number(object, "kept");
  m.superseded = json_number(object, "superseded");
  m.names = json_text(object, "names");
  m.corrections = json_text(object, "corrections");
  m.files = files_of(object);
  const auto layers = object.find("layers");
  if (layers == object.end() || !layers->is_array() || layers->empty())
    return damaged(say("names no layers"));
  for (const json& layer : *layers) {
    if (!layer.is_object()) return damaged(say("names no layers"));
    m.layers.push_back({.name = json_text(layer, "name"),
                        .articles = json_number(layer, "articles"),
                        .deleted = json_number(layer, "deleted"),
                        .dictionary = json_text(layer, "dictionary"),
                        .files = files_of(layer)});
  }
  return m;
}

}  // namespace khobao::archive
