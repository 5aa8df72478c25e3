#include "indexer/input/roots.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "common/archive/disk/files.h"
#include "common/archive/disk/own_checksum.h"
#include "common/language/say.h"

namespace khobao::input {

namespace fs = std::filesystem;

bool lies_in(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string absolute_place(const std::string& place) {
  const size_t colon = place.rfind(':');
  constexpr std::string_view kDigits = "0123456789";
  if (colon == std::string::npos || colon + 1 == place.size() || place.starts_with('-') ||
      place.find_first_not_of(kDigits, colon + 1) != std::string::npos)
    return place;
  return absolute_path(place.substr(0, colon)) + place.substr(colon);
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  fs::path absolute = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) absolute = fs::absolute(path, error).lexically_normal();
  std::string text = absolute.string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

Result<Roots> Roots::load(const std::string& db, const std::string& path) {
  Roots roots;
  if (path.empty()) return roots;
  const auto damaged = [&](const Message& what) {
    return Error{
        ErrorCode::index_corrupt, what,
        say("build the archive again from the folders that you name with 'indexer rebuild --db {} PATH'", db)};
  };
  auto bytes = archive::read_index_file(path);
  if (!bytes && bytes.error().code == ErrorCode::index_corrupt)
    return damaged(bytes.error().message);
  if (!bytes) return bytes.error();
  auto whole = archive::without_checksum(std::move(*bytes), archive::kBehindInJson, path);
  const auto json = nlohmann::json::parse(whole ? *whole : "", nullptr, false);
  if (!json.is_object() || !json.contains("roots") || !json["roots"].is_array())
    return damaged(say("'{}' is not what was written", path));
  for (const auto& entry : json["roots"]) {
    if (entry.is_object() && entry.contains("name") && entry.contains("folder") &&
        entry["name"].is_string() && entry["folder"].is_string()) {
      Root root{entry["name"], entry["folder"]};
      if (entry.contains("received") && entry["received"].is_string())
        root.received = entry["received"];
      root.follow = entry.contains("follow") && entry["follow"] == true;
      if (entry.contains("files") && entry["files"].is_array()) {
        for (const auto& file : entry["files"]) {
          if (file.is_string()) root.files.push_back(file);
        }
      }
      roots.roots_.push_back(std::move(root));
    }
  }
  return roots;
}

std::string Roots::kept_bytes() const {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Root& root : roots_) {
    nlohmann::ordered_json entry = {{"name", root.name}, {"folder", root.folder}};
    if (!root.received.empty()) entry["received"] = root.received;
    if (!root.files.empty()) entry["files"] = root.files;
    if (root.follow) entry["follow"] = true;
    list.push_back(std::move(entry));
  }
  using Json = nlohmann::ordered_json;
  const Json object = {{"roots", list}, {"checksum", ""}};
  const std::string bytes = object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  return archive::with_checksum(bytes, archive::kBehindInJson);
}

Result<Root> Roots::add(const std::string& folder, const std::string& name) {
  Root root{name, absolute_path(folder)};
  for (Root& known : roots_) {
    if (known.folder != root.folder || (!name.empty() && name != known.name)) continue;
    known.files.clear();
    return known;
  }
  if (root.name.empty()) root.name = fs::path(root.folder).filename().string();
  if (root.name.empty()) root.name = "root";
  for (const Root& known : roots_) {
    if (known.name != root.name && known.folder != root.folder) continue;
    return Error{ErrorCode::usage,
                 say("cannot add root '{}' for '{}': the archive has root '{}' for '{}'", root.name, root.folder, known.name, known.folder),
                 known.folder == root.folder
                     ? say("leave out its name, or rebuild the archive under the new one")
                     : say("give this one a name of its own with --root NAME=PATH")};
  }
  roots_.push_back(root);
  return root;
}

Result<Root> Roots::add_file(const std::string& path, const std::string& name) {
  const std::string absolute = absolute_path(path);
  const std::string folder = fs::path(absolute).parent_path().string();
  const std::string file = fs::path(absolute).filename().string();
  for (Root& known : roots_) {
    if (known.folder != folder || (!name.empty() && name != known.name)) continue;
    if (!known.files.empty() &&
        std::find(known.files.begin(), known.files.end(), file) == known.files.end()) {
      known.files.push_back(file);
    }
    return known;
  }
  auto added = add(folder, name);
  if (added) roots_.back().files.push_back(file);
  return added;
}

void Roots::set_follow(const std::string& name, bool follow) {
  for (Root& root : roots_) {
    if (root.name == name) root.follow = follow;
  }
}

void Roots::set_received(const std::string& name, const std::string& date) {
  for (Root& root : roots_) {
    if (root.name == name) root.received = date;
  }
}

std::string Roots::absolute(const std::string& root_name, const std::string& path) const {
  for (const Root& root : roots_) {
    if (root.name == root_name) return (root.folder == "/" ? "" : root.folder) + "/" + path;
  }
  return "";
}

const Root* Roots::containing(const std::string& path) const {
  const Root* best = nullptr;
  for (const Root& root : roots_) {
    if (lies_in(path, root.folder) && (!best || root.folder.size() > best->folder.size()))
      best = &root;
  }
  return best;
}

}  // namespace khobao::input
