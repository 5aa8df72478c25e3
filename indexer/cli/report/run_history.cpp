#include "indexer/cli/report/run_history.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/archive/disk/files.h"
#include "common/archive/disk/own_checksum.h"
#include "common/language/say.h"

namespace khobao::indexer {
namespace {

constexpr std::string_view kHistoryChecksum = "{\"checksum\": \"\"}\n";

std::string history_file(const std::string& db) { return db + "/runs.jsonl"; }

std::string history_line(const PastRun& run) {
  const nlohmann::ordered_json json = {
      {"ended", run.ended},     {"command", run.command}, {"added", run.added},
      {"changed", run.changed}, {"moved", run.moved},     {"deleted", run.deleted},
      {"skipped", run.skipped}, {"articles", run.articles}, {"seconds", run.seconds}};
  return json.dump() + "\n";
}

}  // namespace

Result<std::vector<PastRun>> past_runs(const std::string& db) {
  std::vector<PastRun> runs;
  const std::string path = history_file(db);
  std::error_code unknown;
  if (!std::filesystem::exists(path, unknown) && !unknown) return runs;
  auto bytes = archive::read_file(path);
  if (!bytes) return bytes.error();
  const auto whole = archive::without_checksum(std::move(*bytes), archive::kBehindInJsonLines, path);
  if (!whole || !whole->ends_with(kHistoryChecksum)) {
    return Error{ErrorCode::index_corrupt, say("'{}' is not what was written", path),
                 say("it tells of past runs alone, and no article is concerned; the next 'indexer update' begins it anew")};
  }
  std::istringstream lines(whole->substr(0, whole->size() - kHistoryChecksum.size()));
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
  auto past = past_runs(db);
  if (!past && past.error().code != ErrorCode::index_corrupt) return;
  std::vector<PastRun> runs = past ? std::move(*past) : std::vector<PastRun>{};
  runs.push_back(run);
  std::string bytes;
  for (size_t i = runs.size() > kRunsKept ? runs.size() - kRunsKept : 0; i < runs.size(); ++i)
    bytes += history_line(runs[i]);
  bytes = archive::with_checksum(bytes + std::string(kHistoryChecksum), archive::kBehindInJsonLines);
  // Not synced: the run is over, and its archive live, whatever becomes of this file.
  const std::string made = history_file(db) + ".new";
  std::ofstream file(made, std::ios::binary);
  file << bytes;
  file.close();
  if (!file || std::rename(made.c_str(), history_file(db).c_str()) != 0)
    (void)std::remove(made.c_str());
}

}  // namespace khobao::indexer
