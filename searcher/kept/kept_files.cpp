#include "searcher/kept/kept_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/cli/nearest.h"
#include "common/language/say.h"
#include "common/text/letters/collation.h"
#include "common/text/letters/normalise.h"

namespace khobao::kept {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestName = 80;  // bytes; with ".json.new" below what file systems take
constexpr std::string_view kEnding = ".json";

Error failed(const std::string& what, const std::string& path, int number) {
  return {ErrorCode::input,
          say("cannot {} '{}': {}", translated(what), path, system_reason(number)), ""};
}

// Held from here to its end.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder)
      : file_(open((folder + "/.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                   S_IRUSR | S_IWUSR)) {
    while (file_ >= 0 && flock(file_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() {
    if (file_ >= 0) close(file_);
  }
  bool held() const { return file_ >= 0; }

 private:
  int file_;
};

Result<void> write_whole(const std::string& path, const std::string& bytes) {
  const std::string fresh = path + ".new";
  const int file = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                        S_IRUSR | S_IWUSR);
  if (file < 0) return failed("write", fresh, errno);
  size_t done = 0;
  int number = 0;
  while (done < bytes.size() && number == 0) {
    const ssize_t wrote = write(file, bytes.data() + done, bytes.size() - done);
    if (wrote >= 0) {
      done += static_cast<size_t>(wrote);
    } else if (errno != EINTR) {
      number = errno;
    }
  }
  if (number == 0 && fsync(file) != 0) number = errno;
  if (close(file) != 0 && number == 0) number = errno;
  if (number == 0 && rename(fresh.c_str(), path.c_str()) != 0) number = errno;
  if (number == 0) return {};
  unlink(fresh.c_str());
  return failed("write", path, number);
}

}  // namespace

const char* kind_name(Kind kind) { return kind == Kind::search ? "search" : "dossier"; }

std::string whole_path(const std::string& path) {
  std::error_code error;
  const auto whole = fs::weakly_canonical(path, error);
  return error ? path : whole.string();
}

std::vector<std::string> whole_paths(const std::vector<std::string>& paths) {
  std::vector<std::string> whole;
  whole.reserve(paths.size());
  for (const std::string& path : paths) whole.push_back(whole_path(path));
  return whole;
}

Result<KeptFiles> KeptFiles::open(Kind kind, const cli::Environment& environment) {
  std::string config = environment.value_of("XDG_CONFIG_HOME");
  if (const std::string home = environment.value_of("HOME"); config.empty() && !home.empty())
    config = home + "/.config";
  if (config.empty()) {
    return Error{ErrorCode::usage,
                 say("no folder to keep searches in: neither XDG_CONFIG_HOME nor HOME is set"),
                 say("say where, as in: XDG_CONFIG_HOME=/srv/khobao/config searcher …")};
  }
  KeptFiles files;
  files.kind_ = kind;
  files.folder_ = config + "/khobao/" + (kind == Kind::search ? "searches" : "dossiers");
  return files;
}

Result<std::string> KeptFiles::checked_name(const std::string& name) {
  std::string composed = text::compose(name);
  const bool control = std::any_of(composed.begin(), composed.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '\x7F';
  });
  if (!composed.empty() && composed.size() <= kLongestName && composed[0] != '.' && !control &&
      composed.find('/') == std::string::npos)
    return composed;
  return Error{ErrorCode::usage, say("'{}' is no name to keep something under", name),
               say("names have letters, figures, spaces and hyphens, at most 80 bytes")};
}

Result<std::vector<std::string>> KeptFiles::names() const {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(folder_, error);
  if (error == std::errc::no_such_file_or_directory) return names;
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string file = entry->path().filename();
    if (file.ends_with(kEnding) && !file.starts_with('.'))
      names.push_back(file.substr(0, file.size() - kEnding.size()));
  }
  if (error) return failed("read", folder_, error.value());
  std::sort(names.begin(), names.end(), text::collates_before);
  return names;
}

std::string KeptFiles::path(const std::string& name) const {
  return folder_ + "/" + name + std::string(kEnding);
}

Result<std::optional<std::string>> KeptFiles::read(const std::string& name) const {
  const auto there = archive::path_exists(path(name));
  if (!there) return there.error();
  if (!*there) return std::optional<std::string>();
  auto bytes = archive::read_file(path(name));
  if (!bytes) return bytes.error();
  return std::optional<std::string>(std::move(*bytes));
}

Result<void> KeptFiles::change(
    const std::string& name,
    const std::function<Result<std::string>(const std::optional<std::string>&)>& change) const {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) return failed(to_translate("make the folder"), folder_, error.value());
  const FolderLock lock(folder_);
  if (!lock.held()) return failed(to_translate("write in"), folder_, errno);
  const auto old = read(name);
  if (!old) return old.error();
  const auto bytes = change(*old);
  if (!bytes) return bytes.error();
  return write_whole(path(name), *bytes);
}

Result<bool> KeptFiles::remove(const std::string& name) const {
  if (unlink(path(name).c_str()) == 0) return true;
  if (errno == ENOENT) return false;
  return failed("remove", path(name), errno);
}

Error KeptFiles::unknown(const std::string& name) const {
  Error error{ErrorCode::usage,
              kind_ == Kind::search ? say("no search is kept as '{}'", name)
                                    : say("no dossier is kept as '{}'", name),
              ""};
  const auto known = names();
  if (!known) return known.error();
  std::string list;
  for (const std::string& one : *known) list += (list.empty() ? "" : ", ") + one;
  if (const std::string near = cli::nearest(name, *known); !near.empty()) {
    error.hint = say("did you mean '{}'?", near);
  } else if (!list.empty()) {
    error.hint = say("there are: {}", list);
  } else if (kind_ == Kind::search) {
    error.hint = say("keep one, as in: {}", "searcher bão lũ --date 'tuần trước' --save " + name);
  } else {
    error.hint = say("begin one, as in: {}", "searcher --keep " + name + " '#1'");
  }
  return error;
}

}  // namespace khobao::kept
