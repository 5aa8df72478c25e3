#include "indexer/input/documents/run_filter.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <utility>
#include <vector>

#include "common/language/say.h"

namespace khobao::input {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kInput = 0, kOutput = 1, kErrors = 2;  // of the program that is run

class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int file) : file_(file) {}
  OpenFile(OpenFile&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  ~OpenFile() { close(); }
  int get() const { return file_; }
  void close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
  }

 private:
  int file_ = -1;
};

class ScratchFolder {
 public:
  ScratchFolder() {
    if (!mkdtemp(path_)) path_[0] = '\0';
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (path_[0] != '\0') fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const char* path() const { return path_; }

 private:
  char path_[32] = "/tmp/khobao-extract-XXXXXX";
};

Error cannot_read(const Filter& filter, const Message& why, const Message& hint = "") {
  return {ErrorCode::input, say("{}: {}", translated(filter.kind), why), hint};
}

std::string helper() {
  std::error_code ignored;
  return (fs::read_symlink("/proc/self/exe", ignored).parent_path() / "khobao-extract").string();
}

Result<OpenFile> in_memory(const Filter& filter, std::string_view bytes) {
  OpenFile file(memfd_create("document", MFD_CLOEXEC));
  while (file.get() >= 0 && !bytes.empty()) {
    const ssize_t put = write(file.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) file.close();
    bytes.remove_prefix(put > 0 ? static_cast<size_t>(put) : 0);
  }
  if (file.get() < 0) return cannot_read(filter, system_reason(errno));
  lseek(file.get(), 0, SEEK_SET);
  return file;
}

struct Child {
  pid_t pid = 0;
  OpenFile out{}, err{};
};

Result<Child> start(const Filter& filter, const OpenFile& in, const ScratchFolder& scratch) {
  int out[2], err[2];
  if (pipe2(out, O_CLOEXEC) != 0) return cannot_read(filter, system_reason(errno));
  Child child;
  child.out = OpenFile(out[0]);
  const OpenFile to_out(out[1]);
  if (pipe2(err, O_CLOEXEC) != 0) return cannot_read(filter, system_reason(errno));
  child.err = OpenFile(err[0]);
  const OpenFile to_err(err[1]);
  const std::string program = helper();
  std::vector<std::string> words{program};
  words.insert(words.end(), filter.arguments.begin(), filter.arguments.end());
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  char path[] = "PATH=/usr/local/bin:/usr/bin:/bin", locale[] = "LC_ALL=C.UTF-8";
  char* environment[] = {path, locale, nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, in.get(), kInput);
  posix_spawn_file_actions_adddup2(&actions, to_out.get(), kOutput);
  posix_spawn_file_actions_adddup2(&actions, to_err.get(), kErrors);
  posix_spawn_file_actions_addchdir_np(&actions, scratch.path());
  // A group of its own: what it starts ends with it, and the terminal's signals are ours alone.
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  const int failed = posix_spawn(&child.pid, program.c_str(), &actions, &attributes,
                                 arguments.data(), environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failed == ENOENT)
    return cannot_read(filter, say("khobao-extract is not beside the program"),
                       say("install Kho Báo whole"));
  if (failed != 0) return cannot_read(filter, system_reason(failed));
  return child;
}

struct Output {
  std::string out, err;
  bool too_long = false, too_slow = false, stopped = false;
};

// What fits; false at the end of the pipe.
bool take(const OpenFile& pipe, std::string& text, size_t most, bool& over) {
  std::array<char, 1 << 16> buffer;
  const ssize_t got = read(pipe.get(), buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  over = over || text.size() + static_cast<size_t>(got) > most;
  if (!over) text.append(buffer.data(), static_cast<size_t>(got));
  return got > 0;
}

Output read_output(Child& child, const FilterBounds& bounds, const std::atomic<int>* stop) {
  constexpr int kWaitMs = 200;
  constexpr size_t kMostErrorBytes = 4096;
  Output output;
  bool err_over = false;
  const auto end = Clock::now() + std::chrono::seconds(bounds.seconds);
  while (child.out.get() >= 0 || child.err.get() >= 0) {
    output.stopped = stop && *stop != 0;
    output.too_slow = Clock::now() > end;
    if (output.stopped || output.too_slow || output.too_long) {
      kill(-child.pid, SIGKILL);
      break;
    }
    std::array<pollfd, 2> pipes = {{{child.out.get(), POLLIN, 0}, {child.err.get(), POLLIN, 0}}};
    if (poll(pipes.data(), pipes.size(), kWaitMs) <= 0) continue;
    if (pipes[0].revents != 0 && !take(child.out, output.out, bounds.output_bytes, output.too_long))
      child.out.close();
    if (pipes[1].revents != 0 && !take(child.err, output.err, kMostErrorBytes, err_over))
      child.err.close();
  }
  return output;
}

int wait_for(const Child& child) {
  int status = 0;
  while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
  }
  kill(-child.pid, SIGKILL);  // what it started and left
  return status;
}

// "form: html", "title: …", a blank line, the text.
Filtered read_own_output(std::string&& out) {
  Filtered filtered;
  size_t pos = 0;
  while (pos < out.size() && out[pos] != '\n') {
    const size_t end = std::min(out.find('\n', pos), out.size());
    const std::string line = out.substr(pos, end - pos);
    const size_t colon = line.find(": ");
    const std::string key = line.substr(0, colon);
    const std::string value = colon == std::string::npos ? "" : line.substr(colon + 2);
    if (key == "form") filtered.is_html = value == "html";
    if (key == "title") filtered.title = value;
    if (key == "author") filtered.author = value;
    if (key == "created") filtered.created = value;
    pos = end + 1;
  }
  filtered.text = out.substr(std::min(pos + 1, out.size()));
  return filtered;
}

}  // namespace

Result<Filtered> run_filter(const Filter& filter, std::string_view bytes, const FilterBounds& bounds,
                            const std::atomic<int>* stop) {
  const ScratchFolder scratch;
  if (scratch.path()[0] == '\0')
    return cannot_read(filter, say("no scratch folder in /tmp: {}", system_reason(errno)));
  auto in = in_memory(filter, bytes);
  if (!in) return in.error();
  auto child = start(filter, *in, scratch);
  if (!child) return child.error();
  in->close();
  Output output = read_output(*child, bounds, stop);
  const int status = wait_for(*child);
  if (output.stopped) return cannot_read(filter, say("stopped"));
  if (output.too_slow)
    return cannot_read(filter, say("it takes longer than {} s", bounds.seconds));
  if (output.too_long)
    return cannot_read(filter,
                       say("it gives more than {} MiB", bounds.output_bytes >> 20),
                       say("raise the limit with --max-file-size"));
  constexpr int kNoSuchProgram = 127;
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNoSuchProgram && !filter.install.empty())
    return cannot_read(filter, say("it is read with {}", filter.install),
                       say("install the package {}", filter.install));
  if (WIFSIGNALED(status))
    return cannot_read(filter, WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL
                                   ? say("it takes more time or memory than is allowed")
                                   : say("its reader broke off (signal {})", WTERMSIG(status)));
  if (WEXITSTATUS(status) != 0) {
    const std::string why = output.err.substr(0, output.err.find('\n'));
    return cannot_read(filter, why.empty() ? say("it cannot be read") : retold(why));
  }
  if (!filter.gives_html) return read_own_output(std::move(output.out));
  Filtered filtered;
  filtered.is_html = true;
  filtered.text = std::move(output.out);
  // What the program says in the page's head comes of the file's properties, with letters lost.
  if (const size_t at = filtered.text.find("<body"); at != std::string::npos)
    filtered.text.erase(0, at);
  return filtered;
}

}  // namespace khobao::input
