#include "indexer/cli/report/known_skips.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "common/archive/disk/files.h"
#include "common/text/letters/printable.h"
#include "indexer/input/roots.h"

namespace khobao::indexer {
namespace {

std::string file_of(const std::string& db) { return db + "/skipped.inputs"; }

bool lies_in(const std::string& path, const std::string& folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/' ||
          path[folder.size()] == ':' || folder.ends_with('/'));
}

// The same however it was typed, and from wherever.
std::string place_of(const std::string& path) {
  return text::printable(path.starts_with('-') ? path : input::absolute_path(path));
}

// Skipped again, or read by this run.
bool settled(const input::Skipped& known, const std::vector<input::Target>& targets) {
  if (targets.empty()) return true;
  const std::string place = place_of(known.path);
  return std::any_of(targets.begin(), targets.end(), [&](const input::Target& target) {
    return lies_in(place, input::absolute_path(target.path));
  });
}

}  // namespace

std::vector<input::Skipped> known_skips(const std::string& db) {
  std::vector<input::Skipped> known;
  const auto bytes = archive::read_file(file_of(db));
  if (!bytes) return known;
  std::istringstream lines(*bytes);
  for (std::string line; std::getline(lines, line);) {
    const size_t tab = line.find('\t');
    if (tab != std::string::npos) known.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return known;
}

std::vector<input::Skipped> new_skips(const std::vector<input::Skipped>& skipped,
                                      const std::vector<input::Skipped>& known) {
  std::set<std::pair<std::string, std::string>> before;
  for (const input::Skipped& one : known) before.emplace(place_of(one.path), one.reason);
  std::vector<input::Skipped> fresh;
  for (const input::Skipped& one : skipped) {
    if (!before.contains({place_of(one.path), text::printable(one.reason)}))
      fresh.push_back(one);
  }
  return fresh;
}

void remember_skips(const std::string& db, const std::vector<input::Target>& targets,
                    const std::vector<input::Skipped>& skipped,
                    std::vector<input::Skipped> known) {
  const bool none_before = known.empty();
  std::erase_if(known, [&](const input::Skipped& one) { return settled(one, targets); });
  if (none_before && skipped.empty()) return;
  std::set<std::string> lines;
  known.insert(known.end(), skipped.begin(), skipped.end());
  for (const input::Skipped& one : known)
    lines.insert(place_of(one.path) + "\t" + text::printable(one.reason) + "\n");
  if (lines.empty()) {
    (void)archive::remove_path(file_of(db));
    return;
  }
  std::string bytes;
  for (const std::string& line : lines) bytes += line;
  (void)archive::replace_file(file_of(db), bytes);
}

}  // namespace khobao::indexer
