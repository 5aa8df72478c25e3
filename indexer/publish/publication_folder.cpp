#include "indexer/publish/publication_folder.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>

#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::publish {
namespace {

constexpr std::string_view kPrefix = "publication-";
constexpr const char* kNewLink = "live.begun";

// 0 for any other name.
unsigned long number_of(const std::string& name) {
  const std::string digits = name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : "";
  const bool number = digits.size() >= 6 && digits.size() <= 9 &&
                      digits.find_first_not_of("0123456789") == std::string::npos;
  return number ? std::strtoul(digits.c_str(), nullptr, 10) : 0;
}

}  // namespace

std::string PublicationFolder::shard_name(size_t shard) {
  char name[32];
  std::snprintf(name, sizeof name, "shard-%02zu", shard + 1);
  return name;
}

Result<std::optional<PublicationFolder>> live_publication(const std::string& into) {
  using Live = std::optional<PublicationFolder>;
  const std::string link = into + "/live";
  char target[PATH_MAX];
  const ssize_t size = readlink(link.c_str(), target, sizeof target);
  if (size < 0 && (errno == ENOENT || errno == ENOTDIR)) return Live();
  if (size < 0 && errno != EINVAL) return archive::file_error("read", link);
  const std::string name = size < 0 ? "" : std::string(target, static_cast<size_t>(size));
  if (number_of(name) == 0) {
    return Error{ErrorCode::index_corrupt, say("'{}' names no publication", link),
                 say("remove it, and publish the archive again with 'indexer publish'")};
  }
  return Live(PublicationFolder{into, name});
}

Result<void> check_publication_target(const std::string& into) {
  const auto there = archive::path_exists(into);
  if (!there) return there.error();
  if (!*there) return {};
  const auto names = archive::names_in(into);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    if (name == "live" || name == kNewLink || name == "writer.lock" || number_of(name) != 0)
      continue;
    return Error{ErrorCode::input,
                 say("cannot write to '{}': {}", into, say("it holds something else")),
                 say("name a new folder")};
  }
  return {};
}

Result<PublicationFolder> create_publication(const std::string& into) {
  const auto names = archive::names_in(into);
  if (!names) return names.error();
  unsigned long last = 0;
  for (const std::string& name : *names) last = std::max(last, number_of(name));
  char name[32];
  std::snprintf(name, sizeof name, "publication-%06lu", last + 1);
  PublicationFolder folder{into, name};
  const auto made = archive::make_folder(folder.path());
  if (!made) return made.error();
  return folder;
}

std::string stub_bytes(const PublicationFolder& folder, size_t shard) {
  return "auto ../" + folder.name + "/" + PublicationFolder::shard_name(shard) + ".db\n";
}

Result<void> make_live(const PublicationFolder& folder) {
  if (auto synced = archive::sync_folder(folder.path()); !synced) return synced;
  const std::string link = folder.into + "/live", begun = folder.into + "/" + kNewLink;
  if (auto removed = archive::remove_path(begun); !removed) return removed;
  if (symlink(folder.name.c_str(), begun.c_str()) != 0) return archive::file_error("write", begun);
  if (rename(begun.c_str(), link.c_str()) != 0) return archive::file_error("rename", begun);
  const auto synced = archive::sync_path(folder.into);
  if (synced) return {};
  Error error = synced.error();
  error.message = say("{}; it is not known which publication a crash would leave", error.message);
  return error;
}

Result<void> remove_other_publications(const std::string& into,
                                       const std::optional<PublicationFolder>& live) {
  const auto names = archive::names_in(into);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    const bool other = number_of(name) != 0 && (!live || live->name != name);
    if (!other && name != kNewLink) continue;
    if (auto removed = archive::remove_path(into + "/" + name); !removed) return removed;
  }
  return {};
}

}  // namespace khobao::publish
