#include "common/cli/cut_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "common/base/result.h"
#include "common/language/say.h"

namespace khobao::cli {
namespace {

// A handler can reach nothing else and may use no memory: what it prints before and after the file's
// name is made before it is wanted.
std::string cut_before, cut_after, unread_before, unread_after, no_name;
MappedAt find_mapped = nullptr;

void put(const char* words) { (void)!write(STDERR_FILENO, words, std::strlen(words)); }

void handle_bus_error(int, siginfo_t* info, void*) {
  size_t offset = 0;
  const char* const path = find_mapped(info->si_addr, offset);
  struct stat now {};
  const bool cut = !path || stat(path, &now) != 0 || static_cast<size_t>(now.st_size) <= offset;
  put((cut ? cut_before : unread_before).c_str());
  put(path ? path : no_name.c_str());
  put((cut ? cut_after : unread_after).c_str());
  _exit(exit_status(cut ? ErrorCode::index_corrupt : ErrorCode::input));
}

// The parts of `sentence` before and after its mark.
void split(const std::string& sentence, std::string& before, std::string& after) {
  const size_t mark = sentence.find('\f');
  before = sentence.substr(0, mark);
  after = sentence.substr(mark + 1) + "\n";
}

}  // namespace

void end_at_cut_files(const std::string& program, MappedAt mapped_at, Language language) {
  const std::string begin = program + ": " + say("error").in(language) + ": ";
  split(begin + say("the index is damaged: '{}' was cut while it was in use", "\f").in(language),
        cut_before, cut_after);
  cut_after += say("hint").in(language) + ": " +
               say("'indexer verify --full' names what is damaged and the way out").in(language) +
               "\n";
  split(begin + say("cannot read '{}': {}", "\f", system_reason(EIO)).in(language), unread_before,
        unread_after);
  no_name = say("a file of it").in(language);
  find_mapped = mapped_at;
  struct sigaction action {};
  action.sa_sigaction = handle_bus_error;
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  (void)sigaction(SIGBUS, &action, nullptr);  // fails for numbers that are no signals alone
}

}  // namespace khobao::cli
