#pragma once
/// A search that is kept under a name, and what of its answers has been seen.
///
///   {
///     "format": "khobao kept search 1",
///     "db": "/srv/khobao",
///     "arguments": ["bão lũ", "--date=tuần trước"],
///     "saved": "2026-11-29",
///     "last_run": {"at": "2026-11-29T08:00:00Z", "generation": "generation-000007",
///                  "stamp": 1606780800}
///   }
#include <optional>
#include <string>
#include <vector>

#include "common/archive/first_seen.h"
#include "searcher/kept/kept_files.h"

namespace khobao::kept {

/// The run after which nothing that the archive held then is new.
struct LastRun {
  std::string at;  ///< UTC
  std::string generation;
  archive::Stamp stamp = 0;  ///< of the generation (common/archive/first_seen.h)
};

struct KeptSearch {
  std::vector<std::string> db;         ///< absolute; in the file a text, or an array of several
  std::vector<std::string> arguments;  ///< as they would be typed, without --db; dates as words
  std::string saved;                   ///< the day
  std::optional<LastRun> last_run;
};

std::string to_json(const KeptSearch& search);

/// `path` is named in the error where the file is none of this format.
Result<KeptSearch> read_kept_search(const std::string& json, const std::string& path);

}  // namespace khobao::kept
