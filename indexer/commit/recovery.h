#pragma once
/// Brings back an archive whose pointer is missing or damaged, or whose live generation is: what
/// generations the folder holds, which are whole, and making one of them live ('indexer recover').
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::commit {

struct FoundGeneration {
  std::string name;
  std::string created;  ///< ISO 8601, UTC; "" where its manifest cannot be read
  uint64_t articles = 0;
  bool live = false;           ///< the pointer names it
  Message damage;              ///< what is wrong with it; "" where every byte is as it was written
  bool other_version = false;  ///< nothing else is wrong, but another version wrote it
};

struct Recovery {
  std::vector<FoundGeneration> generations;  ///< newest first
  Message pointer_damage;                    ///< "" where the pointer is as it was written
  std::string made_live;                     ///< "" where nothing was to be done
};

/// Reads all generations whole and makes the newest whole one live, or `chosen`, where that is not
/// "". Nothing is done where the live one is whole and none is chosen, or in a dry run. Nothing is
/// ever removed. An input error where something cannot be read, so that a generation is not passed
/// over for a passing fault; index_corrupt where the chosen one is not whole.
Result<Recovery> recover(const std::string& db, const std::string& chosen, bool dry_run);

}  // namespace khobao::commit
