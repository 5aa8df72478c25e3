#include "common/archive/publication/publication_header.h"

#include <nlohmann/json.hpp>

#include "common/archive/damage.h"
#include "common/archive/disk/hash.h"
#include "common/archive/disk/json_values.h"
#include "common/archive/disk/own_checksum.h"
#include "common/archive/generations/manifest.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr const char* kFormat = "khobao publication";
// More shards than Xapian could open together.
constexpr uint64_t kMostShards = 1000;

}  // namespace

PublicationHeader current_publication_header() {
  const Manifest own = current_manifest();
  PublicationHeader header;
  header.schema_version = own.schema_version;
  header.analyzer_version = own.analyzer_version;
  header.vocabulary = own.vocabulary;
  header.published = own.created;
  return header;
}

size_t shard_of(const std::string& id_term, size_t shards) { return hash64(id_term) % shards; }

std::string publication_header_bytes(const PublicationHeader& h) {
  ordered_json tables = ordered_json::object();
  for (const auto& [name, table] : h.tables)
    tables[name] = {{"bytes", table.size_bytes}, {"xxh128", table.hash}, {"parts", table.parts}};
  const ordered_json object = {{"format", kFormat},
                               {"version", kPublicationVersion},
                               {"schema_version", h.schema_version},
                               {"analyzer_version", h.analyzer_version},
                               {"vocabulary", h.vocabulary},
                               {"publication", h.publication},
                               {"generation", h.generation},
                               {"created", h.created},
                               {"published", h.published},
                               {"articles", h.articles},
                               {"undated", h.undated},
                               {"kept", h.kept},
                               {"superseded", h.superseded},
                               {"names", h.names},
                               {"corrections", h.corrections},
                               {"shards", h.shards},
                               {"shard", h.shard},
                               {"articles_here", h.articles_here},
                               {"tables", tables},
                               {"checksum", ""}};
  std::string bytes = object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  return with_checksum(std::move(bytes), kBehindInJson);
}

Result<PublicationHeader> read_publication_header(const Xapian::Database& shard,
                                                  const std::string& name) {
  std::string bytes = shard.get_metadata(kPublicationHeaderKey);
  if (bytes.empty()) {
    return Error{ErrorCode::index_missing, say("'{}' is no shard of a published archive", name),
                 say("make one with 'indexer publish --db DB --into FOLDER'")};
  }
  const auto object = json::parse(bytes, nullptr, false);
  if (!object.is_object() || json_text(object, "format") != kFormat)
    return damaged_shard(name, say("its header cannot be read"));
  PublicationHeader h;
  h.schema_version = static_cast<int>(json_number(object, "schema_version"));
  h.analyzer_version = static_cast<int>(json_number(object, "analyzer_version"));
  h.vocabulary = json_text(object, "vocabulary");
  const PublicationHeader own = current_publication_header();
  if (json_number(object, "version") != kPublicationVersion || h.schema_version != own.schema_version ||
      h.analyzer_version != own.analyzer_version || h.vocabulary != own.vocabulary) {
    return Error{ErrorCode::index_incompatible,
                 say("shard '{}' was written by another version ({}; this program: {})", name,
                     versions_shown(h.schema_version, h.analyzer_version, h.vocabulary),
                     versions_shown(own.schema_version, own.analyzer_version, own.vocabulary)),
                 say("publish the archive again with 'indexer publish --whole'")};
  }
  if (!without_checksum(std::move(bytes), kBehindInJson, name))
    return damaged_shard(name, say("its header is not what was written"));
  h.publication = json_text(object, "publication");
  h.generation = json_text(object, "generation");
  h.created = json_text(object, "created");
  h.published = json_text(object, "published");
  h.articles = json_number(object, "articles");
  h.undated = json_number(object, "undated");
  h.kept = json_number(object, "kept");
  h.superseded = json_number(object, "superseded");
  h.names = json_text(object, "names");
  h.corrections = json_text(object, "corrections");
  h.shards = json_number(object, "shards");
  h.shard = json_number(object, "shard");
  h.articles_here = json_number(object, "articles_here");
  if (h.shards == 0 || h.shards > kMostShards || h.shard >= h.shards)
    return damaged_shard(name, say("its header is not what was written"));
  const auto tables = object.find("tables");
  if (tables == object.end() || !tables->is_object()) return h;
  for (const auto& [table, entry] : tables->items()) {
    if (!entry.is_object()) continue;
    h.tables[table] = {.size_bytes = json_number(entry, "bytes"),
                       .hash = json_text(entry, "xxh128"),
                       .parts = json_number(entry, "parts")};
  }
  return h;
}

}  // namespace khobao::archive
