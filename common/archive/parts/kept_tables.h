#pragma once
/// Tables that are made once for what is searched, and kept in the user's cache:
///
///   CACHE/joint/3f0c…-91ab…/      of several archives, at these generations
///   CACHE/published/5d21…/        of a published archive (common/archive/shards)
///
/// A folder of them is written beside its place and renamed, so it is whole or not there. One of older
/// generations goes when a newer one is made and no search holds it. Where the cache cannot be written,
/// a temporary folder is used, and removed.
#include <functional>
#include <memory>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

/// Folders to write to, which need not be there; "" for none.
struct TablePlaces {
  std::string cache, temporary;
};

struct TablesToKeep {
  std::string kind;   ///< folder in the cache
  std::string name;   ///< in that
  std::string older;  ///< how the names of older ones of the same begin
  /// Writes all into an empty folder. An input error: there is no room, or no right to write.
  std::function<Result<void>(const std::string& folder)> make;
  /// Uses what is there; an error where it is not what was made.
  std::function<Result<void>(const std::string& folder)> use;
};

/// Finds or makes them, and uses them. What is returned holds a temporary folder, if it is one, as
/// long as it is there.
Result<std::shared_ptr<const void>> find_or_make(const TablesToKeep& tables,
                                                 const TablePlaces& places);

}  // namespace khobao::archive
