#include "common/cli/settings_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

#include "common/cli/nearest.h"

namespace khobao::cli {
namespace {

constexpr std::string_view kPrograms[] = {"indexer", "searcher"};
constexpr std::string_view kShared = "db";
constexpr std::string_view kYes[] = {"yes", "true", "on", "1"};
constexpr std::string_view kNo[] = {"no", "false", "off", "0"};
constexpr size_t kLongestFile = 1 << 20;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

std::string_view without_comment(std::string_view line) {
  for (size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  }
  return line;
}

const Option* setting_named(const CommandLine& line, const std::string& name) {
  for (const Option& option : line.options) {
    if (option.setting && option.name == "--" + name) return &option;
  }
  return nullptr;
}

bool is_one_of(std::string_view value, const std::string_view (&names)[4]) {
  return std::find(std::begin(names), std::end(names), value) != std::end(names);
}

// Of one option: the value as options take it.
Result<Setting> setting(const Option& option, const std::string& value, const std::string& from) {
  Setting made{.option = option.name, .values = {}, .from = from};
  if (option.flag()) {
    if (!is_one_of(value, kYes) && !is_one_of(value, kNo)) {
      return Error{ErrorCode::usage,
                   from + ": " + option.name.substr(2) + " '" + value + "' is not yes or no", ""};
    }
    made.values.emplace_back(is_one_of(value, kYes) ? "yes" : "no");
    return made;
  }
  if (!option.comma_list) {
    made.values.push_back(value);
    return made;
  }
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(','));
    if (!trimmed(one).empty()) made.values.emplace_back(trimmed(one));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
  }
  return made;
}

class FileReader {
 public:
  FileReader(const CommandLine& line, const Environment& environment, const std::string& path)
      : line_(line), home_(environment.value_of("HOME")), path_(path) {}

  Result<std::vector<Setting>> read() {
    std::ifstream file(path_);
    if (!file) {
      if (errno == ENOENT || errno == ENOTDIR) return std::vector<Setting>{};
      return Error{ErrorCode::input, "cannot read '" + path_ + "': " + std::strerror(errno),
                   "--no-config does without it"};
    }
    size_t bytes = 0;
    for (std::string text; std::getline(file, text);) {
      bytes += text.size() + 1;
      if (bytes > kLongestFile) return wrong("is no file of settings: it is longer than a megabyte");
      ++number_;
      if (auto done = take(trimmed(without_comment(text))); !done) return done.error();
    }
    if (file.bad()) {
      return Error{ErrorCode::input, "cannot read '" + path_ + "': " + std::strerror(errno),
                   "--no-config does without it"};
    }
    return std::move(settings_);
  }

 private:
  std::string place() const { return path_ + ":" + std::to_string(number_); }

  Error wrong(const std::string& what, const std::string& hint = "") const {
    return {ErrorCode::usage, place() + ": " + what,
            hint.empty() ? "--no-config does without the file" : hint};
  }

  Result<void> take(std::string_view text) {
    if (text.empty()) return {};
    if (text.front() == '[') return section(text);
    const size_t equals = text.find('=');
    if (equals == std::string_view::npos)
      return wrong("'" + std::string(text) + "' is no line such as 'limit = 20'");
    const std::string name(trimmed(text.substr(0, equals)));
    std::string value(trimmed(text.substr(equals + 1)));
    if (section_.empty() && name != kShared) {
      return wrong("'" + name + "' stands in no section; above them stands only " +
                       std::string(kShared),
                   "put it under [indexer] or [searcher]");
    }
    if (!section_.empty() && section_ != line_.program) return {};
    const Option* option = setting_named(line_, name);
    if (option == nullptr) return unknown(name);
    if (value.starts_with("~/") && !home_.empty()) value = home_ + value.substr(1);
    auto made = setting(*option, value, place());
    if (!made) return made.error();
    settings_.push_back(std::move(*made));
    return {};
  }

  Result<void> section(std::string_view text) {
    section_ = text.ends_with(']') ? trimmed(text.substr(1, text.size() - 2)) : "";
    if (std::find(std::begin(kPrograms), std::end(kPrograms), section_) == std::end(kPrograms))
      return wrong("'" + std::string(text) + "' is neither [indexer] nor [searcher]");
    return {};
  }

  Error unknown(const std::string& name) const {
    std::vector<std::string> known;
    bool option = false;
    for (const Option& row : line_.options) {
      if (row.setting) known.push_back(row.name.substr(2));
      option |= row.name == "--" + name;
    }
    const std::string near = nearest(name, known);
    return wrong("'" + name + (option ? "' cannot be set: it is typed where it is wanted"
                                      : "' is no setting of " + line_.program),
                 near.empty() || option ? "'" + line_.program + " --show-config' lists the settings"
                                        : "did you mean '" + near + "'?");
  }

  const CommandLine& line_;
  const std::string home_;
  const std::string& path_;
  std::string section_;
  size_t number_ = 0;
  std::vector<Setting> settings_;
};

std::string variable_of(const Option& option) {
  std::string name = "KHOBAO_";
  for (const char c : option.name.substr(2))
    name += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return name;
}

}  // namespace

std::string settings_file(const Environment& environment) {
  if (std::string named = environment.value_of("KHOBAO_CONFIG"); !named.empty()) return named;
  if (const std::string folder = environment.value_of("XDG_CONFIG_HOME"); !folder.empty())
    return folder + "/khobao/config";
  const std::string home = environment.value_of("HOME");
  return home.empty() ? "" : home + "/.config/khobao/config";
}

Result<std::vector<Setting>> read_settings(const CommandLine& line, const Environment& environment,
                                           bool with_file) {
  std::vector<Setting> settings;
  if (const std::string path = settings_file(environment); with_file && !path.empty()) {
    auto read = FileReader(line, environment, path).read();
    if (!read) return read.error();
    settings = std::move(*read);
  }
  std::vector<std::string> seen;
  for (const Option& option : line.options) {
    if (!option.setting || std::find(seen.begin(), seen.end(), option.name) != seen.end()) continue;
    seen.push_back(option.name);
    const std::string name = variable_of(option);
    const std::string value = environment.value_of(name.c_str());
    if (value.empty()) continue;
    auto made = setting(option, value, "$" + name);
    if (!made) return made.error();
    settings.push_back(std::move(*made));
  }
  return settings;
}

}  // namespace khobao::cli
