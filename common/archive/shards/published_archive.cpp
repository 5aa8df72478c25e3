#include "common/archive/shards/published_archive.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <thread>

#include "common/archive/damage.h"
#include "common/archive/disk/database_folder.h"
#include "common/archive/disk/files.h"
#include "common/archive/parts/archive_list.h"
#include "common/archive/publication/publication_tables.h"
#include "common/archive/publication/published_terms.h"
#include "common/archive/shards/shard_lengths.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kShardPrefix = "shard-";

struct Shard {
  std::string name;
  Xapian::Database database;
  PublicationHeader header;
};

// A stub file may name a server. Locks are what Xapian asks no server about.
bool is_served(const Xapian::Database& shard) {
  try {
    (void)shard.locked();
  } catch (const Xapian::UnimplementedError&) {
    return true;
  } catch (const Xapian::Error&) {  // of a file here, which is not to be locked
  }
  return false;
}

Result<Shard> opened(const std::string& name) {
  return guarded(say("open it"), name, [&]() -> Result<Shard> {
    Shard shard{.name = name, .database = Xapian::Database(name), .header = {}};
    if (is_served(shard.database)) return not_here(name);
    auto header = read_publication_header(shard.database, name);
    if (!header) return header.error();
    shard.header = std::move(*header);
    return shard;
  });
}

// In the order of their numbers; nothing where some are of another publication.
Result<std::optional<std::vector<Shard>>> opened_together(const std::vector<std::string>& names) {
  std::vector<Shard> shards;
  for (const std::string& name : names) {
    auto shard = opened(name);
    if (!shard) return shard.error();
    shards.push_back(std::move(*shard));
  }
  const PublicationHeader& first = shards.front().header;
  for (const Shard& shard : shards) {
    if (shard.header.publication != first.publication || shard.header.shards != first.shards)
      return std::optional<std::vector<Shard>>();
  }
  std::sort(shards.begin(), shards.end(),
            [](const Shard& a, const Shard& b) { return a.header.shard < b.header.shard; });
  return std::optional(std::move(shards));
}

Error other_publication(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "'" : ", '") + name + "'";
  return {ErrorCode::index_incompatible, say("{} are not of one publication", all),
          say("name the shards of one, or the folder that holds them")};
}

Result<void> check_all_there(const std::vector<Shard>& shards) {
  const size_t wanted = shards.front().header.shards;
  for (size_t number = 0; number < wanted; ++number) {
    const auto here = std::count_if(shards.begin(), shards.end(), [&](const Shard& shard) {
      return shard.header.shard == number;
    });
    if (here == 0) {
      return Error{ErrorCode::index_missing,
                   say("shard {} of {} of the published archive is missing", number + 1, wanted),
                   say("name the shards of one, or the folder that holds them")};
    }
  }
  if (shards.size() == wanted) return {};
  return Error{ErrorCode::usage,
               say("{} shards were named, and the published archive has {}", shards.size(), wanted),
               ""};
}

// The shards in a folder, in their order; empty where it has none.
std::vector<std::string> shards_in(const std::string& folder) {
  std::vector<std::string> shards;
  const auto names = names_in(folder);
  if (!names) return shards;
  for (const std::string& name : *names) {
    if (name.starts_with(kShardPrefix) && name.find('.') == std::string::npos &&
        is_database(folder + "/" + name))
      shards.push_back(folder + "/" + name);
  }
  return shards;
}

// Tables of a program that published fewer are not enough.
Result<void> check_tables(const Shard& shard) {
  if (shard.header.tables.contains(kShardLengths)) return {};
  return damaged_shard(shard.name, say("it has no table '{}'", kShardLengths));
}

}  // namespace

Result<std::vector<std::string>> published_shards(const std::vector<std::string>& names) {
  std::vector<std::string> shards;
  std::string archive;
  for (const std::string& name : names) {
    std::vector<std::string> here = is_database(name) ? std::vector{name} : shards_in(name);
    if (here.empty()) here = shards_in(name + "/live");
    if (here.empty()) archive = name;
    shards.insert(shards.end(), here.begin(), here.end());
  }
  if (shards.empty() || archive.empty()) return shards;
  return Error{ErrorCode::usage,
               say("'{}' is a shard of a published archive, '{}' is none: they are not searched together",
                   shards.front(), archive),
               say("name the shards of one, or the folder that holds them")};
}

Result<PublishedArchive> open_published(const std::vector<std::string>& names,
                                        const TablePlaces& places) {
  // The next publication may take the place of this one between two shards.
  constexpr int kTries = 5;
  constexpr auto kPause = std::chrono::milliseconds(20);
  auto together = opened_together(names);
  for (int attempt = 1; together && !*together && attempt < kTries; ++attempt) {
    std::this_thread::sleep_for(kPause);
    together = opened_together(names);
  }
  if (!together) return together.error();
  if (!*together) return other_publication(names);
  const std::vector<Shard>& shards = **together;
  if (auto all = check_all_there(shards); !all) return all.error();
  if (auto enough = check_tables(shards.front()); !enough) return enough.error();
  std::vector<NamedDatabase> databases;
  PublishedArchive archive;
  archive.manifest = manifest_of(shards.front().header);
  for (const Shard& shard : shards) {
    databases.push_back({shard.name, shard.database});
    archive.manifest.layers.push_back(layer_of_shard(shard.name, shard.header));
  }
  const Shard& first = shards.front();
  auto tables = shard_tables(
      first.header, names, [](const std::string& table) { return table == kPublishedTerms; },
      [&](const std::string& table) {
        return guarded(say("read its tables"), first.name, [&] {
          return read_published_table(first.database, first.header, table, first.name);
        });
      },
      places);
  if (!tables) return tables.error();
  auto layers = LayeredIndex::of_shards(databases, tables->generation, archive.manifest);
  if (!layers) return layers.error();
  archive.layers = std::move(*layers);
  archive.tables = std::move(*tables);
  return archive;
}

}  // namespace khobao::archive
