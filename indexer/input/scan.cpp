#include "indexer/input/scan.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "common/language/say.h"

namespace khobao::input {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string name;
  bool is_folder = false;
  bool is_link = false;
  uint64_t size_bytes = 0;  // this and the next are 0 of a link that leads nowhere
  int64_t modified_ns = 0;

  bool operator<(const Entry& other) const { return name < other.name; }
};
using Entries = std::vector<Entry>;

// The folder of an index of ours, which may well lie among the articles: one just begun, and one
// that has lost its pointer, too.
bool is_database(const Entries& entries) {
  const auto any = [&](auto matches) {
    return std::any_of(entries.begin(), entries.end(), matches);
  };
  const auto file = [&](std::string_view wanted) {
    return any([&](const Entry& entry) { return !entry.is_folder && entry.name == wanted; });
  };
  return file("writer.lock") && (file("current") || any([](const Entry& entry) {
                                   return entry.is_folder && entry.name.starts_with("generation-");
                                 }));
}

// What version control and desktops keep beside files; nobody takes it for articles.
bool is_of_programs(const std::string& name, bool is_folder) {
  constexpr std::string_view kFolders[] = {".git", ".svn", ".hg", ".bzr", "CVS", "__MACOSX"};
  constexpr std::string_view kFiles[] = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore",
                                         ".gitattributes"};
  return is_folder ? std::find(std::begin(kFolders), std::end(kFolders), name) != std::end(kFolders)
                   : std::find(std::begin(kFiles), std::end(kFiles), name) != std::end(kFiles);
}

// "bai_files" beside "bai.html": what a browser saved of the page besides, frames among it.
bool is_of_saved_page(const std::string& folder, const Entries& entries) {
  constexpr std::string_view kEndings[] = {"_files", ".files", "_tệp", "-Dateien", "_fichiers"};
  for (const std::string_view ending : kEndings) {
    if (!folder.ends_with(ending)) continue;
    const std::string page = folder.substr(0, folder.size() - ending.size());
    for (const std::string_view kind : {".html", ".htm", ".xhtml", ".HTM", ".HTML"}) {
      const auto same = [&](const Entry& entry) {
        return !entry.is_folder && entry.name == page + std::string(kind);
      };
      if (std::any_of(entries.begin(), entries.end(), same)) return true;
    }
  }
  return false;
}

void note_state(const struct stat& info, Entry& entry) {
  entry.size_bytes = static_cast<uint64_t>(info.st_size);
  entry.modified_ns = int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
}

// Looks at an entry of an open folder. One
// call to the system a file, and none where the list already says that it is a folder: most of
// an update without changes is these. Sets `error` where it cannot be looked at.
void look_at(int folder, const dirent& listed, Entry& entry, int& error) {
  entry.name = listed.d_name;
  entry.is_folder = listed.d_type == DT_DIR;
  if (entry.is_folder) return;
  struct stat info {};
  bool& link = entry.is_link;
  link = listed.d_type == DT_LNK;
  if (listed.d_type == DT_UNKNOWN) {
    if (fstatat(folder, listed.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
      error = errno == ENOENT ? 0 : errno;
      return;
    }
    link = S_ISLNK(info.st_mode);
    entry.is_folder = S_ISDIR(info.st_mode);
    if (entry.is_folder) return;
  }
  if (fstatat(folder, listed.d_name, &info, 0) != 0) {
    // A link that leads nowhere is read, and told of then.
    error = link || errno == ENOENT ? 0 : errno;
    return;
  }
  entry.is_folder = S_ISDIR(info.st_mode);
  if (!entry.is_folder) note_state(info, entry);
}

using OpenFolder = std::unique_ptr<DIR, decltype([](DIR* folder) { closedir(folder); })>;

OpenFolder open_folder(const std::string& path) {
  DIR* folder = nullptr;
  do folder = opendir(path.c_str());
  while (folder == nullptr && errno == EINTR);
  return OpenFolder(folder);
}

class Walk {
 public:
  Walk(const Roots& roots, std::vector<Skipped>& skipped,
       const std::function<void(const InputFile&)>& found, std::vector<InputFile>* links_out)
      : roots_(roots), skipped_(skipped), found_(found), links_out_(links_out) {}

  /// `shown`: the path as the user typed it; `absolute`: the same place.
  void file(const std::string& shown, const std::string& absolute) {
    Entry entry;
    struct stat info {};
    if (stat(absolute.c_str(), &info) == 0) note_state(info, entry);
    file(shown, absolute, entry);
  }

  void file(const std::string& shown, const std::string& absolute, const Entry& entry) {
    if (!seen_.insert(absolute).second) return;
    const Root* root = roots_.containing(absolute);
    if (!root) return;
    const std::string relative = absolute.substr(root->folder == "/" ? 1 : root->folder.size() + 1);
    const InputFile file{.path = shown,
                         .root = root->name,
                         .id = root->name + "/" + relative,
                         .size_bytes = entry.size_bytes,
                         .modified_ns = entry.modified_ns};
    if (entry.is_link && !root->follow && leads_out(absolute)) {
      if (links_out_) links_out_->push_back(file);
      return;
    }
    found_(file);
  }

  /// Iterative, so that a deep tree cannot exhaust the stack.
  void folder(const std::string& shown_top, const std::string& absolute_top) {
    std::vector<Place> waiting{{shown_top, absolute_top}};
    while (!waiting.empty()) {
      const auto [shown, absolute] = waiting.back();
      waiting.pop_back();
      Entries entries;
      bool known = false;
      if (const int error = list(shown, absolute, entries, known); error != 0) {
        // What was listed of it might be part of an index.
        skipped_.push_back(
            {shown, say("cannot list the folder: {}", system_reason(error)), absolute});
        continue;
      }
      if (known || is_database(entries)) continue;
      std::sort(entries.begin(), entries.end());
      // Folders are taken from the back of the list, so they go in backwards.
      for (const Entry& entry : entries) {
        if (!entry.is_folder) file(shown + "/" + entry.name, absolute + "/" + entry.name, entry);
      }
      for (auto inner = entries.rbegin(); inner != entries.rend(); ++inner) {
        if (!inner->is_folder || is_of_saved_page(inner->name, entries)) continue;
        Place place{shown + "/" + inner->name, absolute + "/" + inner->name};
        if (!inner->is_link) {
          waiting.push_back(std::move(place));
        } else if (const Root* root = roots_.containing(absolute); root && root->follow) {
          linked_.push_back(std::move(place));
        }
      }
    }
  }

  /// The folders that links lead to, after all others, which have paths of their own.
  void linked_folders() {
    while (!linked_.empty()) {
      std::vector<Place> places = std::exchange(linked_, {});
      std::sort(places.begin(), places.end());
      by_links_ = true;
      for (const auto& [shown, absolute] : places) folder(shown, absolute);
    }
  }

 private:
  using Place = std::pair<std::string, std::string>;  // as it is shown, absolute

  bool leads_out(const std::string& link) const {
    std::error_code error;
    const fs::path real = fs::canonical(link, error);
    return !error && roots_.containing(real.string()) == nullptr;
  }

  // 0, or the number of the error with which the list breaks off. `known`: it was walked before, and
  // a link leads to it.
  int list(const std::string& shown, const std::string& absolute, Entries& entries, bool& known) {
    const OpenFolder folder = open_folder(absolute);
    if (!folder) return errno;
    struct stat info {};
    if (fstat(dirfd(folder.get()), &info) != 0) return errno;
    known = !walked_.emplace(info.st_dev, info.st_ino).second && by_links_;
    if (known) return 0;
    for (;;) {
      errno = 0;
      const dirent* listed = readdir(folder.get());
      if (listed == nullptr) return errno;
      const std::string_view name = listed->d_name;
      if (name == "." || name == "..") continue;
      Entry entry;
      int error = 0;
      look_at(dirfd(folder.get()), *listed, entry, error);
      if (error != 0) {
        // It may be a folder: what the archive has from below it stays.
        skipped_.push_back({shown + "/" + entry.name,
                            say("cannot look at it: {}", system_reason(error)),
                            absolute + "/" + entry.name});
      } else if (!is_of_programs(entry.name, entry.is_folder)) {
        entries.push_back(std::move(entry));
      }
    }
  }

  const Roots& roots_;
  std::vector<Skipped>& skipped_;
  const std::function<void(const InputFile&)>& found_;
  std::vector<InputFile>* links_out_;
  std::unordered_set<std::string> seen_;
  std::set<std::pair<dev_t, ino_t>> walked_;
  std::vector<Place> linked_;
  bool by_links_ = false;
};

std::string without_trailing_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

Result<void> scan(const std::vector<Target>& targets, Roots& roots, std::vector<Skipped>& skipped,
                  const std::function<void(const InputFile&)>& found,
                  const ScanOptions& options) {
  // All roots first, so that a file finds its innermost root whatever the order of the targets.
  std::vector<bool> folders;
  for (const Target& target : targets) {
    folders.push_back(false);
    if (target.path == "-") continue;
    std::error_code error;
    const fs::file_status status = fs::status(target.path, error);
    if (!fs::exists(status)) {
      return Error{
          ErrorCode::input,
          say("cannot read '{}': {}", target.path, system_reason(error ? error.value() : ENOENT)),
          ""};
    }
    const std::string absolute = absolute_path(target.path);
    const bool folder = folders.back() = fs::is_directory(status);
    if (!folder && target.root_name.empty()) {
      const Root* around = roots.containing(absolute);
      if (around && around->folder != fs::path(absolute).parent_path().string()) continue;
    }
    auto root =
        folder ? roots.add(absolute, target.root_name) : roots.add_file(absolute, target.root_name);
    if (!root) return root.error();
    if (options.follow) roots.set_follow(root->name, *options.follow);
  }
  Walk walk(roots, skipped, found, options.links_out);
  for (size_t i = 0; i < targets.size(); ++i) {
    const Target& target = targets[i];
    if (target.path == "-") {
      found({.path = "-", .root = "-", .id = "-", .size_bytes = 0, .modified_ns = 0});
      continue;
    }
    const std::string absolute = absolute_path(target.path);
    if (folders[i]) {
      walk.folder(without_trailing_slash(target.path), absolute);
    } else {
      walk.file(target.path, absolute);
    }
  }
  walk.linked_folders();
  return {};
}

}  // namespace khobao::input
