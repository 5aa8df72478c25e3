#include "indexer/cli/report/run_history.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/archive/disk/files.h"

namespace khobao::indexer {
namespace {

std::string history_file(const std::string& db) { return db + "/runs.jsonl"; }

std::string history_line(const PastRun& run) {
  const nlohmann::ordered_json json = {
      {"ended", run.ended},     {"command", run.command}, {"added", run.added},
      {"changed", run.changed}, {"moved", run.moved},     {"deleted", run.deleted},
      {"skipped", run.skipped}, {"articles", run.articles}, {"seconds", run.seconds}};
  return json.dump() + "\n";
}

}  // namespace

std::vector<PastRun> past_runs(const std::string& db) {
  std::vector<PastRun> runs;
  const auto bytes = archive::read_file(history_file(db));
  if (!bytes) return runs;
  std::istringstream lines(*bytes);
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) continue;
    const auto count = [&](const char* key) {
      const auto value = json.find(key);
      return value != json.end() && value->is_number_unsigned() ? value->get<uint64_t>() : 0;
    };
    const auto text = [&](const char* key) {
      const auto value = json.find(key);
      return value != json.end() && value->is_string() ? value->get<std::string>() : std::string();
    };
    const auto seconds = json.find("seconds");
    runs.push_back({.ended = text("ended"),
                    .command = text("command"),
                    .added = count("added"),
                    .changed = count("changed"),
                    .moved = count("moved"),
                    .deleted = count("deleted"),
                    .skipped = count("skipped"),
                    .articles = count("articles"),
                    .seconds = seconds != json.end() && seconds->is_number()
                                   ? seconds->get<double>()
                                   : 0});
  }
  return runs;
}

void remember_run(const std::string& db, const PastRun& run) {
  std::vector<PastRun> runs = past_runs(db);
  runs.push_back(run);
  std::string bytes;
  for (size_t i = runs.size() > kRunsKept ? runs.size() - kRunsKept : 0; i < runs.size(); ++i)
    bytes += history_line(runs[i]);
  // Not synced: the run is over, and its archive live, whatever becomes of this file.
  const std::string made = history_file(db) + ".new";
  std::ofstream file(made, std::ios::binary);
  file << bytes;
  file.close();
  if (!file || std::rename(made.c_str(), history_file(db).c_str()) != 0) (void)std::remove(made.c_str());
}

}  // namespace khobao::indexer
