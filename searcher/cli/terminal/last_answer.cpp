#include "searcher/cli/terminal/last_answer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "common/archive/parts/archive_list.h"
#include "common/language/say.h"

namespace khobao::searcher {
namespace {

constexpr const char* kFormat = "khobao last answer 2";

std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

// The terminal and the session in it: a terminal's name is given to another window once it is free.
std::string terminal_id(const cli::Environment& environment) {
  const std::string name = environment.terminal_name();
  return name.empty() ? "" : name + ' ' + std::to_string(getsid(0));
}

// "" where there is no place for it.
std::filesystem::path state_folder(const cli::Environment& environment) {
  if (const std::string state = environment.value_of("XDG_STATE_HOME"); !state.empty())
    return std::filesystem::path(state) / "khobao";
  const std::string home = environment.value_of("HOME");
  return home.empty() ? std::filesystem::path()
                      : std::filesystem::path(home) / ".local" / "state" / "khobao";
}

std::filesystem::path file_of(const std::filesystem::path& folder, const std::string& terminal) {
  std::string name = terminal.substr(0, terminal.find(' '));
  std::replace(name.begin(), name.end(), '/', '-');
  return folder / ("last-answer" + name);
}

std::string one_line(const std::string& id) {
  return id.find('\n') == std::string::npos ? id : std::string();
}

size_t number_in(std::string_view digits) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

// Absolute, in one line.
std::string archives_line(const std::vector<std::string>& dbs) {
  std::vector<std::string> absolute;
  for (const std::string& db : dbs) {
    std::error_code error;
    const auto path = std::filesystem::weakly_canonical(db, error);
    absolute.push_back(error ? db : path.string());
  }
  return one_line(archive::joined_name(absolute));
}

}  // namespace

bool keep_answer(const LastAnswer& answer, const cli::Environment& environment) {
  const std::string terminal = terminal_id(environment);
  const std::filesystem::path folder = state_folder(environment);
  if (terminal.empty() || folder.empty() || !environment.out_is_terminal) return false;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  std::ostringstream text;
  text << kFormat << '\n'
       << boot_id() << '\n'
       << terminal << '\n'
       << archives_line(answer.dbs) << '\n'
       << one_line(answer.query) << '\n'
       << answer.first_rank << '\n';
  for (const std::string& id : answer.ids) text << one_line(id) << '\n';
  const std::string path = file_of(folder, terminal), fresh = path + ".new";
  const int descriptor =
      open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return false;
  const std::string bytes = text.str();
  const bool whole =
      write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  if (close(descriptor) == 0 && whole) {
    std::filesystem::rename(fresh, path, error);
    if (!error) return true;
  }
  unlink(fresh.c_str());
  return false;
}

Result<LastAnswer> last_answer(const std::vector<std::string>& dbs, const cli::Environment& environment) {
  const std::string terminal = terminal_id(environment);
  const std::filesystem::path folder = state_folder(environment);
  const auto refused = [](const Message& why) {
    return Error{ErrorCode::usage, say("no numbered answer to open: {}", why),
                 say("search first, in this terminal; ids can be shown from anywhere")};
  };
  if (terminal.empty()) return refused(say("this is no terminal"));
  std::ifstream file(file_of(folder, terminal));
  std::string format, boot, of_terminal, of_db, query, rank;
  if (!std::getline(file, format)) return refused(say("this terminal has shown none"));
  std::getline(file, boot);
  std::getline(file, of_terminal);
  std::getline(file, of_db);
  std::getline(file, query);
  std::getline(file, rank);
  if (format != kFormat || boot != boot_id() || of_terminal != terminal)
    return refused(say("the last one is of another session"));
  if (of_db != archives_line(dbs)) return refused(say("the last one is of the index '{}'", of_db));
  LastAnswer answer{.dbs = dbs, .query = query, .first_rank = 0, .ids = {}};
  std::from_chars(rank.data(), rank.data() + rank.size(), answer.first_rank);
  for (std::string id; std::getline(file, id);) answer.ids.push_back(std::move(id));
  return answer;
}

Result<std::string> id_of_hit(const std::string& number, const LastAnswer& answer) {
  size_t rank = 0;
  const auto [end, error] = std::from_chars(number.data() + 1, number.data() + number.size(), rank);
  const bool whole = error == std::errc() && end == number.data() + number.size();
  const size_t behind = answer.first_rank + answer.ids.size();
  if (!whole || rank < answer.first_rank || rank >= behind ||
      answer.ids[rank - answer.first_rank].empty()) {
    return Error{ErrorCode::usage, say("the last answer has no hit {}", number),
                 answer.ids.empty() ? say("it was empty")
                                    : say("it showed #{} to #{}", answer.first_rank, behind - 1)};
  }
  return answer.ids[rank - answer.first_rank];
}

std::vector<std::string> single_numbers(const std::string& numbers) {
  constexpr size_t kMost = 1000;
  std::vector<std::string> out;
  for (size_t begin = 0; begin < numbers.size();) {
    const size_t end = std::min(numbers.find(',', begin), numbers.size());
    std::string_view part = std::string_view(numbers).substr(begin, end - begin);
    begin = end + 1;
    const size_t dash = part.find('-');
    std::string_view first = part.substr(0, dash),
                     last = dash == std::string_view::npos ? first : part.substr(dash + 1);
    if (last.starts_with('#')) last.remove_prefix(1);
    if (first.starts_with('#')) first.remove_prefix(1);
    const size_t from = number_in(first), to = number_in(last);
    if (from == 0 || to < from || to - from > kMost) return {numbers};
    for (size_t number = from; number <= to; ++number) out.push_back("#" + std::to_string(number));
  }
  return out;
}

}  // namespace khobao::searcher
