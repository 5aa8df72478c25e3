#include "common/archive/shards/published_archive.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/parts/archive_list.h"
#include "common/archive/publication/publication_tables.h"
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

// Which shards they are, by their places.
std::string shards_key(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string all;
  for (const std::string& name : names) {
    std::error_code error;
    const fs::path whole = fs::absolute(name, error);
    all += (error ? name : whole.lexically_normal().string()) + '\0';
  }
  return to_hex(content_hash(all)).substr(0, 16);
}

// The shards in a folder, in their order; empty where it has none.
std::vector<std::string> shards_in(const std::string& folder) {
  std::vector<std::string> shards;
  const auto names = names_in(folder);
  if (!names) return shards;
  for (const std::string& name : *names) {
    if (name.starts_with(kShardPrefix) && name.find('.') == std::string::npos &&
        is_shard(folder + "/" + name))
      shards.push_back(folder + "/" + name);
  }
  return shards;
}

Manifest manifest_of(const std::vector<Shard>& shards) {
  const PublicationHeader& header = shards.front().header;
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
  const auto dictionary = manifest.files.find("text.dictionary");
  for (const Shard& shard : shards) {
    LayerEntry& entry = manifest.layers.emplace_back();
    entry.name = shard.name;
    entry.articles = shard.header.articles_here;
    if (dictionary != manifest.files.end()) entry.dictionary = dictionary->second.hash;
  }
  return manifest;
}

Result<void> write_tables(const Shard& shard, const std::string& folder) {
  return guarded(say("read its tables"), shard.name, [&]() -> Result<void> {
    if (!shard.header.tables.contains(kShardLengths))  // of a program that published none
      return damaged_shard(shard.name, say("it has no table '{}'", kShardLengths));
    for (const auto& entry : shard.header.tables) {
      const std::string& name = entry.first;
      // Names come from outside and name files here.
      if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos) continue;
      const auto bytes = read_published_table(shard.database, shard.header, name, shard.name);
      if (!bytes) return bytes.error();
      if (auto written = replace_file(folder + "/" + name, *bytes); !written) return written;
    }
    return replace_file(folder + "/manifest.json", "{}\n");  // what searches lock
  });
}

}  // namespace

bool is_shard(const std::string& path) {
  std::error_code unknown;
  if (fs::exists(path + "/iamglass", unknown) || fs::exists(path + "/XAPIANDB", unknown))
    return true;
  if (!fs::is_regular_file(path, unknown)) return false;
  std::ifstream file(path);
  std::string word;
  file >> word;
  return word == "auto" || word == "glass";
}

Result<std::vector<std::string>> published_shards(const std::vector<std::string>& names) {
  std::vector<std::string> shards;
  std::string archive;
  for (const std::string& name : names) {
    std::vector<std::string> here = is_shard(name) ? std::vector{name} : shards_in(name);
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
  std::vector<NamedDatabase> databases;
  for (const Shard& shard : shards) databases.push_back({shard.name, shard.database});
  const std::string key = shards_key(names);
  PublishedArchive archive;
  archive.manifest = manifest_of(shards);
  auto kept = find_or_make(
      {.kind = "published",
       .name = key + "-" + shards.front().header.publication,
       .older = key + "-",
       .make = [&](const std::string& folder) { return write_tables(shards.front(), folder); },
       .use = [&](const std::string& folder) -> Result<void> {
         archive.generation = {shards.front().header.generation, folder};
         auto use = GenerationUse::begin(archive.generation);
         if (!use) return use.error();
         archive.use = std::move(*use);
         if (auto whole = compare_sizes(folder, archive.manifest.files); !whole) return whole;
         auto layers = LayeredIndex::of_shards(databases, archive.generation, archive.manifest);
         if (!layers) return layers.error();
         archive.layers = std::move(*layers);
         return {};
       }},
      places);
  if (!kept) return kept.error();
  archive.kept = std::move(*kept);
  return archive;
}

}  // namespace khobao::archive
