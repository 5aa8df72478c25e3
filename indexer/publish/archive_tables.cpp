#include "indexer/publish/archive_tables.h"

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/generations/checksums.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/archive/shards/shard_lengths.h"

namespace khobao::publish {
namespace {

// As they are. Those that are not in the manifest the generation does not have.
constexpr const char* kTables[] = {"statistics", "facet.names",  "name.forms", "first.seen",
                                   "lessons",    "record.lines", "names.tsv"};
constexpr const char* kTablesOfDocids[] = {"reposts", "versions"};

Result<std::string> translated_groups(const std::string& path,
                                      const std::vector<Xapian::docid>& published,
                                      const std::string& scratch) {
  const auto groups = archive::RepostGroups::open(path);
  if (!groups) return groups.error();
  std::vector<std::vector<uint32_t>> all;
  for (size_t n = 0; n < groups->size(); ++n) {
    std::vector<uint32_t> group;
    for (const uint32_t docid : groups->articles(static_cast<archive::GroupNumber>(n))) {
      const Xapian::docid there = docid < published.size() ? published[docid] : 0;
      if (there != 0) group.push_back(there);
    }
    if (group.size() > 1) all.push_back(std::move(group));
  }
  if (auto written = archive::write_repost_groups(scratch, all); !written) return written.error();
  auto bytes = archive::read_file(scratch);
  if (!bytes) return bytes;
  if (auto removed = archive::remove_path(scratch); !removed) return removed.error();
  return bytes;
}

}  // namespace

Result<std::map<std::string, std::string>> published_tables(
    const archive::Generation& generation, const archive::Manifest& manifest,
    const archive::LayeredIndex& index, const std::vector<Xapian::docid>& published,
    const std::string& dictionary, const std::string& scratch) {
  std::map<std::string, std::string> tables{
      {"text.dictionary", dictionary},
      {archive::kShardLengths, archive::shard_lengths(index.lengths(), published)}};
  for (const char* name : kTables) {
    if (!manifest.files.contains(name)) continue;
    if (auto whole = archive::compare_file(generation.folder, name, manifest.files); !whole)
      return whole.error();
    auto bytes = archive::read_index_file(generation.folder + "/" + name);
    if (!bytes) return bytes.error();
    tables[name] = std::move(*bytes);
  }
  for (const char* name : kTablesOfDocids) {
    if (!manifest.files.contains(name)) continue;
    if (auto whole = archive::compare_file(generation.folder, name, manifest.files); !whole)
      return whole.error();
    auto bytes = translated_groups(generation.folder + "/" + name, published, scratch);
    if (!bytes) return bytes.error();
    tables[name] = std::move(*bytes);
  }
  return tables;
}

}  // namespace khobao::publish
