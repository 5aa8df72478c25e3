#include "common/archive/remote/served_archive.h"

#include <algorithm>

#include "common/archive/damage.h"
#include "common/archive/parts/archive_list.h"
#include "common/archive/publication/published_terms.h"
#include "common/archive/remote/gathered_articles.h"
#include "common/archive/shards/shard_lengths.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::archive {

Result<bool> are_served(const std::vector<std::string>& names) {
  const auto served = std::find_if(names.begin(), names.end(), is_address);
  if (served == names.end()) return false;
  const auto here = std::find_if_not(names.begin(), names.end(), is_address);
  if (here == names.end()) return true;
  return Error{ErrorCode::usage,
               say("'{}' is at a server, '{}' is a folder: they are not searched together", *served,
                   *here),
               say("name the shards of one, or the folder that holds them")};
}

Result<PublishedArchive> open_served(const std::vector<std::string>& names,
                                     const TablePlaces& places, const ServerLimits& limits) {
  auto served = ServedPublication::open(names, limits);
  if (!served) return served.error();
  const std::shared_ptr<ServedPublication> publication = std::move(*served);
  const PublicationHeader& header = publication->header();
  const std::string name = joined_name(names);
  if (!header.tables.contains(kPublishedTerms))
    return damaged_shard(name, say("it has no table '{}'", kPublishedTerms));
  auto tables = shard_tables(
      header, names, [](const std::string& table) { return table == kShardLengths; },
      [&](const std::string& table) {
        return guarded(say("read its tables"), name, [&] { return publication->table(table); });
      },
      places);
  if (!tables) return tables.error();
  PublishedArchive archive;
  archive.manifest = manifest_of(header);
  archive.manifest.layers.push_back(layer_of_shard(name, header));
  auto terms = PublishedTerms::open(tables->generation.folder);
  if (!terms) return terms.error();
  auto layers = LayeredIndex::of_gathered(
      name, std::make_shared<GatheredArticles>(publication, std::move(*terms)), tables->generation,
      archive.manifest);
  if (!layers) return layers.error();
  archive.layers = std::move(*layers);
  archive.tables = std::move(*tables);
  return archive;
}

}  // namespace khobao::archive
