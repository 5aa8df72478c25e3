#include "common/archive/shards/shard_tables.h"

#include <algorithm>
#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/generations/checksums.h"
#include "common/archive/remote/server_address.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

// Which shards they are, by their places.
std::string shards_key(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string all;
  for (const std::string& name : names) {
    std::error_code error;
    const fs::path whole = is_address(name) ? fs::path() : fs::absolute(name, error);
    all += (error || whole.empty() ? name : whole.lexically_normal().string()) + '\0';
  }
  return to_hex(content_hash(all)).substr(0, 16);
}

// Names come from outside and name files here.
bool names_a_file(const std::string& table) {
  return !table.empty() && table.front() != '.' && table.find('/') == std::string::npos;
}

}  // namespace

Manifest manifest_of(const PublicationHeader& header) {
  Manifest manifest = current_manifest();
  manifest.created = header.created;
  manifest.articles = header.articles;
  manifest.undated = header.undated;
  manifest.kept = header.kept;
  manifest.superseded = header.superseded;
  manifest.names = header.names;
  manifest.corrections = header.corrections;
  for (const auto& [name, table] : header.tables)
    manifest.files[name] = {.size_bytes = table.size_bytes, .hash = table.hash};
  return manifest;
}

LayerEntry layer_of_shard(const std::string& name, const PublicationHeader& header) {
  LayerEntry entry;
  entry.name = name;
  entry.articles = header.articles_here;
  const auto dictionary = header.tables.find("text.dictionary");
  if (dictionary != header.tables.end()) entry.dictionary = dictionary->second.hash;
  return entry;
}

Result<ShardTables> shard_tables(const PublicationHeader& header, std::vector<std::string> shards,
                                 const std::function<bool(const std::string& table)>& left_behind,
                                 const std::function<Result<std::string>(const std::string&)>& read,
                                 const TablePlaces& places) {
  Checksums wanted;
  for (const auto& [name, table] : header.tables) {
    if (names_a_file(name) && !left_behind(name))
      wanted[name] = {.size_bytes = table.size_bytes, .hash = table.hash};
  }
  const std::string key = shards_key(std::move(shards));
  ShardTables tables;
  auto kept = find_or_make(
      {.kind = "published",
       .name = key + "-" + header.publication,
       .older = key + "-",
       .make = [&](const std::string& folder) -> Result<void> {
         for (const auto& entry : wanted) {
           const auto bytes = read(entry.first);
           if (!bytes) return bytes.error();
           if (auto written = replace_file(folder + "/" + entry.first, *bytes); !written)
             return written;
         }
         return replace_file(folder + "/manifest.json", "{}\n");  // what searches lock
       },
       .use = [&](const std::string& folder) -> Result<void> {
         tables.generation = {header.generation, folder};
         auto use = GenerationUse::begin(tables.generation);
         if (!use) return use.error();
         tables.use = std::move(*use);
         return compare_sizes(folder, wanted);
       }},
      places);
  if (!kept) return kept.error();
  tables.kept = std::move(*kept);
  return tables;
}

}  // namespace khobao::archive
