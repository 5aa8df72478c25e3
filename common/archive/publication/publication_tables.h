#pragma once
/// Files of a generation in the metadata of a published shard, so that one shard tells a reader all
/// that holds for the whole archive: "khobao/statistics/0000", "khobao/statistics/0001" … Each part
/// is the content_hash() of what follows, and up to kTablePartBytes of the file, compressed.
#include <xapian.h>

#include <string>
#include <string_view>

#include "common/archive/publication/publication_header.h"
#include "common/base/result.h"

namespace khobao::archive {

/// One message of the remote engine holds a part; a reader that is slow hears of it this often.
inline constexpr size_t kTablePartBytes = size_t{1} << 20;

/// Writes the parts of a table that are other than those the database holds of it, and removes what
/// is left. `before`: what it holds. Throws Xapian errors.
PublishedTable write_published_table(Xapian::WritableDatabase& shard, const std::string& name,
                                     std::string_view bytes, const PublishedTable& before);

/// How the header tells these bytes.
PublishedTable published_table(std::string_view bytes);

/// The table of a shard, which `name` names in messages: index_corrupt where it lacks the table, or
/// it is not what was written. Takes no more memory than the header says. Throws Xapian errors.
Result<std::string> read_published_table(const Xapian::Database& shard,
                                         const PublicationHeader& header, const std::string& table,
                                         const std::string& name);

}  // namespace khobao::archive
