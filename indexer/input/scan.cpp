#include "indexer/input/scan.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>

namespace khobao::input {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::pair<std::string, bool>>;  // and whether it is a folder

// The folder of an index of ours, which may well lie among the articles: one just begun, and one
// that has lost its pointer, too.
bool is_database(const Names& names) {
  const auto any = [&](auto matches) { return std::any_of(names.begin(), names.end(), matches); };
  const auto file = [&](std::string_view wanted) {
    return any([&](const auto& name) { return !name.second && name.first == wanted; });
  };
  return file("writer.lock") && (file("current") || any([](const auto& name) {
                                   return name.second && name.first.starts_with("generation-");
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
bool is_of_saved_page(const std::string& folder, const Names& names) {
  constexpr std::string_view kEndings[] = {"_files", ".files", "_tệp", "-Dateien", "_fichiers"};
  for (const std::string_view ending : kEndings) {
    if (!folder.ends_with(ending)) continue;
    const std::string page = folder.substr(0, folder.size() - ending.size());
    for (const std::string_view kind : {".html", ".htm", ".xhtml", ".HTM", ".HTML"}) {
      const auto same = [&](const auto& name) {
        return !name.second && name.first == page + std::string(kind);
      };
      if (std::any_of(names.begin(), names.end(), same)) return true;
    }
  }
  return false;
}

class Walk {
 public:
  Walk(const Roots& roots, std::vector<Skipped>& skipped,
       const std::function<void(const InputFile&)>& found)
      : roots_(roots), skipped_(skipped), found_(found) {}

  /// `shown`: the path as the user typed it; `absolute`: the same place.
  void file(const std::string& shown, const std::string& absolute) {
    if (!seen_.insert(absolute).second) return;
    const Root* root = roots_.containing(absolute);
    if (!root) return;
    const std::string relative = absolute.substr(root->folder == "/" ? 1 : root->folder.size() + 1);
    InputFile file{.path = shown,
                   .root = root->name,
                   .id = root->name + "/" + relative,
                   .size_bytes = 0,
                   .modified_ns = 0};
    struct stat info {};
    if (stat(absolute.c_str(), &info) == 0) {
      file.size_bytes = static_cast<uint64_t>(info.st_size);
      file.modified_ns = int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
    }
    found_(file);
  }

  /// Iterative, so that a deep tree cannot exhaust the stack.
  void folder(const std::string& shown_top, const std::string& absolute_top) {
    std::vector<std::pair<std::string, std::string>> waiting{{shown_top, absolute_top}};
    while (!waiting.empty()) {
      const auto [shown, absolute] = waiting.back();
      waiting.pop_back();
      std::error_code error;
      Names names;
      fs::directory_iterator it(absolute, error);
      while (error == std::errc::interrupted) it = fs::directory_iterator(absolute, error);
      for (const fs::directory_iterator end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        std::error_code unknown;
        const auto kind = it->symlink_status(unknown);
        if (unknown && unknown != std::errc::no_such_file_or_directory) {
          // It may be a folder: what the archive has from below it stays.
          skipped_.push_back({shown + "/" + name, "cannot look at it: " + unknown.message(),
                              absolute + "/" + name});
          continue;
        }
        std::error_code ignored;  // a link that leads nowhere is read, and told of then
        if (fs::is_symlink(kind) && it->is_directory(ignored)) continue;
        if (is_of_programs(name, fs::is_directory(kind))) continue;
        names.emplace_back(name, fs::is_directory(kind));
      }
      if (error) {  // what was listed of it might be part of an index
        skipped_.push_back({shown, "cannot list the folder: " + error.message(), absolute});
        continue;
      }
      if (is_database(names)) continue;
      std::sort(names.begin(), names.end());
      // Folders are taken from the back of the list, so they go in backwards.
      for (const auto& [name, is_folder] : names) {
        if (!is_folder) file(shown + "/" + name, absolute + "/" + name);
      }
      for (auto inner = names.rbegin(); inner != names.rend(); ++inner) {
        if (inner->second && !is_of_saved_page(inner->first, names))
          waiting.emplace_back(shown + "/" + inner->first, absolute + "/" + inner->first);
      }
    }
  }

 private:
  const Roots& roots_;
  std::vector<Skipped>& skipped_;
  const std::function<void(const InputFile&)>& found_;
  std::unordered_set<std::string> seen_;
};

std::string without_trailing_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

Result<void> scan(const std::vector<Target>& targets, Roots& roots, std::vector<Skipped>& skipped,
                  const std::function<void(const InputFile&)>& found) {
  // All roots first, so that a file finds its innermost root whatever the order of the targets.
  std::vector<bool> folders;
  for (const Target& target : targets) {
    folders.push_back(false);
    if (target.path == "-") continue;
    std::error_code error;
    const fs::file_status status = fs::status(target.path, error);
    if (!fs::exists(status)) {
      return Error{ErrorCode::input,
                   "cannot read '" + target.path +
                       "': " + (error ? error.message() : std::string("No such file or directory")),
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
  }
  Walk walk(roots, skipped, found);
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
  return {};
}

}  // namespace khobao::input
