#pragma once
/// The indexer's commands, one table for parsing, help and dispatch.
#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace khobao::indexer {

/// Everything that can be typed behind a command.
struct Options {
  std::string db;
  std::vector<std::string> paths;
  std::vector<std::string> roots;  ///< NAME=PATH
  std::string format = "text";
  std::string memory = "400M";
  std::string max_file_size = "64M";
  std::string max_unpacked = "64G";
  size_t max_lines = 100'000;
  uint64_t max_records = 2'000'000;
  std::string received;
  std::string names;
  bool names_given = false;
  std::string corrections;
  unsigned threads = 0;
  bool quiet = false;
  bool add = false;
  bool allow_deletions = false;
  bool dry_run = false;
  bool refresh_statistics = false;
  bool reread = false;
  bool full = false;
  std::string generation;  ///< for recover; "" for the newest
};

struct Command {
  const char* name;
  const char* summary;
  void (*add_options)(CLI::App&, Options&);
  int (*run)(const Options&, std::ostream& out, std::ostream& err);
};

void add_update_options(CLI::App& app, Options& options);
void add_rebuild_options(CLI::App& app, Options& options);
void add_inspect_options(CLI::App& app, Options& options);
void add_status_options(CLI::App& app, Options& options);
void add_verify_options(CLI::App& app, Options& options);
void add_recover_options(CLI::App& app, Options& options);
int run_update(const Options& options, std::ostream& out, std::ostream& err);
int run_rebuild(const Options& options, std::ostream& out, std::ostream& err);
int run_inspect(const Options& options, std::ostream& out, std::ostream& err);
int run_verify(const Options& options, std::ostream& out, std::ostream& err);
int run_recover(const Options& options, std::ostream& out, std::ostream& err);
int run_status(const Options& options, std::ostream& out, std::ostream& err);

inline constexpr std::array kCommands = {
    Command{"update",
            "create the index or bring it up to date with PATHs, or with all remembered folders",
            add_update_options, run_update},
    Command{"rebuild", "build the index anew beside the live one and swap it in",
            add_rebuild_options, run_rebuild},
    Command{"status", "say what the index holds", add_status_options, run_status},
    Command{"verify", "check the index; exit 3 and the way out where it is damaged",
            add_verify_options, run_verify},
    Command{"recover", "show which generations are whole, and make the newest of them live again",
            add_recover_options, run_recover},
    Command{"inspect", "show how articles are understood, without indexing them",
            add_inspect_options, run_inspect},
};

}  // namespace khobao::indexer
