#include "common/archive/generation.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "common/archive/files.h"
#include "common/archive/hash.h"
#include "common/archive/schema.h"
#include "common/text/analyzer.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNamePrefix = "generation-";

Generation generation_named(const std::string& db, const std::string& name) {
  return {name, db + "/" + name};
}

// The number in a generation folder's name; 0 for other folders.
unsigned long number_of(const std::string& name) {
  if (!name.starts_with(kNamePrefix)) return 0;
  const std::string digits = name.substr(kNamePrefix.size());
  const bool plain =
      !digits.empty() && digits.size() < 12 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return plain ? std::stoul(digits) : 0;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

void sync_folder(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (!entry.is_regular_file(ignored)) continue;
    if (const int file = open(entry.path().c_str(), O_RDONLY | O_CLOEXEC); file >= 0) {
      fsync(file);
      close(file);
    }
  }
}

}  // namespace

Manifest current_manifest() {
  return {.schema_version = kSchemaVersion,
          .analyzer_version = text::kAnalyzerVersion,
          .vocabulary = to_hex(content_hash(text::vocabulary_bytes())),
          .created = utc_now(),
          .articles = 0,
          .undated = 0};
}

Result<Generation> live_generation(const std::string& db) {
  const std::string hint = "build one with 'indexer update --db " + db + " PATH'";
  std::error_code error;
  if (!fs::is_directory(db, error)) {
    const std::string reason = fs::exists(db, error) ? "not a folder" : "no such directory";
    return Error{ErrorCode::index_missing, "cannot open index '" + db + "': " + reason, hint};
  }
  auto pointer = read_file(db + "/current");
  if (!pointer) {
    return Error{ErrorCode::index_missing,
                 "cannot open index '" + db + "': the folder holds no index", hint};
  }
  while (!pointer->empty() && (pointer->back() == '\n' || pointer->back() == '\r'))
    pointer->pop_back();
  const Generation generation = generation_named(db, *pointer);
  if (number_of(*pointer) == 0 || !fs::is_directory(generation.folder, error)) {
    return Error{ErrorCode::index_corrupt,
                 "cannot open index '" + db + "': its pointer 'current' names no generation",
                 "build it anew with 'indexer rebuild --db " + db + " PATH'"};
  }
  return generation;
}

Result<Generation> create_generation(const std::string& db) {
  std::error_code error;
  fs::create_directories(db, error);
  if (error) return Error{ErrorCode::input, "cannot create '" + db + "': " + error.message(), ""};
  unsigned long last = 0;
  for (const auto& entry : fs::directory_iterator(db, error))
    last = std::max(last, number_of(entry.path().filename()));
  const std::string digits = std::to_string(last + 1);
  const std::string name = std::string(kNamePrefix) +
                           std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
  Generation generation = generation_named(db, name);
  fs::create_directory(generation.folder, error);
  if (error)
    return Error{ErrorCode::input, "cannot create '" + generation.folder + "': " + error.message(),
                 ""};
  return generation;
}

Result<void> make_live(const std::string& db, const Generation& generation) {
  sync_folder(generation.folder);
  return replace_file(db + "/current", generation.name + "\n");
}

void remove_old_generations(const std::string& db, const Generation& live,
                            const std::string& keep) {
  std::error_code ignored;
  std::vector<fs::path> old;
  for (const auto& entry : fs::directory_iterator(db, ignored)) {
    const std::string name = entry.path().filename();
    if (number_of(name) != 0 && name != live.name && name != keep) old.push_back(entry.path());
  }
  for (const fs::path& path : old) fs::remove_all(path, ignored);
}

Result<void> write_manifest(const Generation& generation, const Manifest& m) {
  const nlohmann::ordered_json json = {{"format", "khobao"},
                                       {"schema_version", m.schema_version},
                                       {"analyzer_version", m.analyzer_version},
                                       {"vocabulary", m.vocabulary},
                                       {"created", m.created},
                                       {"articles", m.articles},
                                       {"undated", m.undated}};
  return replace_file(generation.manifest(), json.dump(2) + "\n");
}

Result<Manifest> read_manifest(const std::string& db, const Generation& generation) {
  const std::string rebuild = "build it anew with 'indexer rebuild --db " + db + " PATH'";
  const auto bytes = read_file(generation.manifest());
  const auto json = nlohmann::json::parse(bytes ? *bytes : "", nullptr, false);
  if (!json.is_object()) {
    return Error{
        ErrorCode::index_corrupt,
        "index '" + db + "' is damaged: " + generation.name + "/manifest.json cannot be read",
        rebuild};
  }
  const auto number = [&](const char* key) -> int64_t {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<int64_t>() : 0;
  };
  const auto string = [&](const char* key) -> std::string {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
  };
  Manifest m{.schema_version = static_cast<int>(number("schema_version")),
             .analyzer_version = static_cast<int>(number("analyzer_version")),
             .vocabulary = string("vocabulary"),
             .created = string("created"),
             .articles = static_cast<uint64_t>(number("articles")),
             .undated = static_cast<uint64_t>(number("undated"))};
  const Manifest own = current_manifest();
  if (m.schema_version != own.schema_version || m.analyzer_version != own.analyzer_version ||
      m.vocabulary != own.vocabulary) {
    const auto versions = [](const Manifest& v) {
      return "schema " + std::to_string(v.schema_version) + ", analyzer " +
             std::to_string(v.analyzer_version) + ", vocabulary " + v.vocabulary.substr(0, 8);
    };
    return Error{ErrorCode::index_incompatible,
                 "index '" + db + "' was written by another version (" + versions(m) +
                     "; this program: " + versions(own) + ")",
                 rebuild};
  }
  return m;
}

}  // namespace khobao::archive
