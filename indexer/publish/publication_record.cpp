#include "indexer/publish/publication_record.h"

#include <nlohmann/json.hpp>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/disk/own_checksum.h"
#include "common/archive/publication/publication_header.h"
#include "common/language/say.h"

namespace khobao::publish {
namespace {

using nlohmann::ordered_json;

constexpr const char* kFormat = "khobao publication";

}  // namespace

std::string layer_identity(const archive::LayerEntry& layer) {
  std::string all;
  for (const auto& [name, sum] : layer.files) all += name + " " + sum.hash + "\n";
  return archive::to_hex(archive::content_hash(all));
}

Result<void> write_publication_record(const PublicationFolder& folder,
                                      const PublicationRecord& record) {
  const archive::PublicationHeader own = archive::current_publication_header();
  const ordered_json object = {{"format", kFormat},
                               {"version", archive::kPublicationVersion},
                               {"schema_version", own.schema_version},
                               {"analyzer_version", own.analyzer_version},
                               {"vocabulary", own.vocabulary},
                               {"publication", record.publication},
                               {"generation", record.generation},
                               {"manifest", record.manifest},
                               {"shards", record.shards},
                               {"articles", record.articles},
                               {"changed", record.changed},
                               {"layers", record.layers},
                               {"checksum", ""}};
  return archive::replace_file(
      folder.record(), archive::with_checksum(object.dump(2) + "\n", archive::kBehindInJson));
}

Result<PublicationRecord> read_publication_record(const PublicationFolder& folder) {
  auto bytes = archive::read_index_file(folder.record());
  if (!bytes) return bytes.error();
  auto whole = archive::without_checksum(*bytes, archive::kBehindInJson, folder.record());
  if (!whole) return whole.error();
  const archive::PublicationHeader own = archive::current_publication_header();
  PublicationRecord record;
  try {
    const auto object = ordered_json::parse(*bytes);
    if (object.at("version") != archive::kPublicationVersion ||
        object.at("schema_version") != own.schema_version ||
        object.at("analyzer_version") != own.analyzer_version ||
        object.at("vocabulary") != own.vocabulary) {
      return Error{ErrorCode::index_incompatible,
                   say("'{}' was written by another version", folder.record()),
                   say("publish the archive again with 'indexer publish --whole'")};
    }
    record.publication = object.at("publication");
    record.generation = object.at("generation");
    record.manifest = object.at("manifest");
    record.shards = object.at("shards");
    record.articles = object.at("articles");
    record.changed = object.at("changed");
    record.layers = object.at("layers").get<std::set<std::string>>();
  } catch (const nlohmann::json::exception&) {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", folder.record()), ""};
  }
  return record;
}

}  // namespace khobao::publish
