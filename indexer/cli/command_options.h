#pragma once
/// The indexer's command line: one table for all commands.
#include <optional>
#include <string>
#include <vector>

#include "common/cli/environment.h"
#include "common/cli/option.h"

namespace khobao::indexer {

/// Everything that can be typed after a command. The values here are the defaults.
struct Options {
  std::string db;
  std::string inspected;  ///< an archive, by inspect; "" for none
  std::vector<std::string> paths;
  std::vector<std::string> roots;  ///< NAME=PATH
  std::string format = "text";
  std::string memory = "400M";
  std::string max_file_size = "64M";
  std::string max_unpacked = "64G";
  size_t max_lines = 100'000;
  size_t max_records = 2'000'000;
  size_t max_seconds = 0;  ///< 0 for none
  std::string received;
  std::optional<std::string> names;  ///< "" forgets those that are remembered
  std::string corrections;
  size_t threads = 0;
  std::string lang;  ///< read by the main (common/cli/settings/language.h); "" for that of the locale
  bool quiet = false;
  bool add = false;
  bool feeds = false;
  bool allow_deletions = false;
  bool dry_run = false;
  bool refresh_statistics = false;
  bool reread = false;
  bool follow = false, no_follow = false;
  bool keep_versions = false, no_keep_versions = false;
  bool full = false;
  std::vector<std::string> ids;  ///< of hide and unhide
  std::string reason;
  bool hidden = false;     ///< of status: the articles that are hidden
  std::string into;        ///< of publish; "" where none was given
  bool whole = false;      ///< of publish: all shards afresh
  size_t shards = 0;       ///< of publish; 0 for as many as there are, or one
  std::string generation;  ///< for recover; "" for the newest
};

/// The table, with the commands; `options` receives the values and must outlive it.
cli::CommandLine command_line(Options& options);

}  // namespace khobao::indexer
