#include "common/archive/parts/archive_list.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "common/archive/disk/bounded_file.h"
#include "common/archive/disk/database_folder.h"
#include "common/archive/disk/files.h"
#include "common/archive/remote/server_address.h"
#include "common/archive/shards/published_archive.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

// More is no list of archives.
constexpr uint64_t kLongestListBytes = 1 << 20;

Result<std::vector<std::string>> archives_in(const std::string& list) {
  const auto size = file_bytes(list);
  if (!size) return size.error();
  const Error none{ErrorCode::usage, say("'{}' is no list of archives", list),
                   say("write the folder of one archive on each line")};
  if (*size && **size > kLongestListBytes) return none;
  const auto bytes = read_bounded_file(list, kLongestListBytes);
  if (!bytes) return bytes.error();
  if (bytes->find('\0') != std::string::npos) return none;
  std::vector<std::string> archives;
  std::istringstream lines(*bytes);
  for (std::string line; std::getline(lines, line);) {
    const size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line[begin] == '#') continue;
    line = line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
    archives.push_back(is_address(line) ? line
                                        : (fs::path(list).parent_path() / line).string());
  }
  if (archives.empty()) return none;
  return archives;
}

bool is_there(const std::string& path) {
  std::error_code unknown;
  return is_address(path) || fs::exists(path, unknown);
}

std::string same_for_all(const std::string& archive) {
  if (is_address(archive)) return archive;
  std::error_code error;
  const auto path = fs::weakly_canonical(archive, error);
  return error ? archive : path.string();
}

}  // namespace

Result<std::vector<std::string>> archives_named(const std::vector<std::string>& names) {
  std::vector<std::string> archives, known;
  for (const std::string& name : names) {
    std::error_code unknown;
    std::vector<std::string> here{name};
    if (fs::is_regular_file(name, unknown) && !is_database(name)) {
      auto listed = archives_in(name);
      if (!listed) return listed.error();
      // A file that names nothing that is there is some other file, and no archive.
      if (std::any_of(listed->begin(), listed->end(), is_there)) here = std::move(*listed);
    }
    for (std::string& archive : here) {
      const std::string same = same_for_all(archive);
      if (std::find(known.begin(), known.end(), same) != known.end()) continue;
      known.push_back(same);
      archives.push_back(std::move(archive));
    }
  }
  return archives;
}

Error not_here(const std::string& name) {
  return {ErrorCode::usage,
          say("'{}' is at a server, which is asked by its address alone", name),
          say("as in: {}, or: {}", "tcp://127.0.0.1:6601", "ssh://user@host/srv/live/shard-01")};
}

std::string joined_name(const std::vector<std::string>& archives) {
  std::string name;
  for (const std::string& archive : archives) name += (name.empty() ? "" : " + ") + archive;
  return name;
}

}  // namespace khobao::archive
