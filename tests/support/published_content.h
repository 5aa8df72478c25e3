#pragma once
/// What lies in a publication, article by article, to be compared with the archive's and with other
/// publications.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/publish/publish.h"

namespace khobao::test {

/// By id: shard, terms with their counts, values, stored article and stream, as text. Throws where
/// an article is there twice or something cannot be read. `into`: the folder of publications.
std::map<std::string, std::string> published_content(const std::string& into);

/// The same as the archive's own files have it.
std::map<std::string, std::string> content_to_publish(const std::string& db, size_t shards);

/// The groups of reposts as ids; from the docids of the table that each shard holds. Throws where
/// shards hold different tables.
std::vector<std::vector<std::string>> published_reposts(const std::string& into);
std::vector<std::vector<std::string>> reposts_to_publish(const std::string& db);

/// Throws where it fails.
publish::PublishReport published(const std::string& db, const std::string& into, size_t shards);

}  // namespace khobao::test
