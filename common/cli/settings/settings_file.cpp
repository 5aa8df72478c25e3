#include "common/cli/settings/settings_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string_view>

#include "common/cli/nearest.h"
#include "common/language/say.h"
#include "common/text/letters/shortened.h"

namespace khobao::cli {
namespace {

using text::shortened;

constexpr std::string_view kPrograms[] = {"indexer", "searcher"};
constexpr std::string_view kShared[] = {"db", "lang"};
constexpr std::string_view kYes[] = {"yes", "true", "on", "1"};
constexpr std::string_view kNo[] = {"no", "false", "off", "0"};
constexpr size_t kLongestFile = 1 << 20;
constexpr const char* kFileVariable = "KHOBAO_CONFIG";

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

// Devices and pipes may never end.
std::string first_bytes(std::istream& file, size_t most) {
  std::string bytes;
  char buffer[4096];
  while (bytes.size() < most) {
    file.read(buffer, static_cast<std::streamsize>(std::min(sizeof buffer, most - bytes.size())));
    bytes.append(buffer, static_cast<size_t>(file.gcount()));
    if (!file) break;
  }
  return bytes;
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
                   say("{}: {} '{}' is not yes or no", from, option.name.substr(2), shortened(value)), ""};
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
      : line_(line), home_(environment.value_of("HOME")),
        named_(!environment.value_of(kFileVariable).empty()),
        path_(path) {}

  Result<std::vector<Setting>> read() {
    std::ifstream file(path_);
    if (!file) {
      const bool missing = errno == ENOENT || errno == ENOTDIR;
      if (missing && !named_) return std::vector<Setting>{};
      return Error{ErrorCode::input, say("cannot read '{}': {}", path_, system_reason(errno)),
                   say("--no-config does without it")};
    }
    std::istringstream lines(first_bytes(file, kLongestFile + 1));
    if (lines.view().size() > kLongestFile) {
      return Error{ErrorCode::usage,
                   say("{}: {}", path_, say("is no file of settings: it is longer than a megabyte")),
                   say("--no-config does without the file")};
    }
    for (std::string text; std::getline(lines, text);) {
      ++number_;
      if (auto done = take(trimmed(without_comment(text))); !done) return done.error();
    }
    if (file.bad()) {
      return Error{ErrorCode::input, say("cannot read '{}': {}", path_, system_reason(errno)),
                   say("--no-config does without it")};
    }
    return std::move(settings_);
  }

 private:
  std::string place() const { return path_ + ":" + std::to_string(number_); }

  Error wrong(const Message& what, const Message& hint = "") const {
    return {ErrorCode::usage, say("{}: {}", place(), what),
            hint.empty() ? say("--no-config does without the file") : hint};
  }

  Result<void> take(std::string_view text) {
    if (text.empty()) return {};
    if (text.front() == '[') return section(text);
    const size_t equals = text.find('=');
    if (equals == std::string_view::npos)
      return wrong(say("'{}' is no line such as 'limit = 20'", shortened(text)));
    const std::string name(trimmed(text.substr(0, equals)));
    std::string value(trimmed(text.substr(equals + 1)));
    const bool shared = std::find(std::begin(kShared), std::end(kShared), name) != std::end(kShared);
    if (section_.empty() && !shared) {
      return wrong(say("'{}' stands in no section; above them stand only {} and {}",
                       shortened(name), kShared[0], kShared[1]),
                   say("put it under [indexer] or [searcher]"));
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
      return wrong(say("'{}' is neither [indexer] nor [searcher]", shortened(text)));
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
    return wrong(option ? say("'{}' cannot be set: it is typed where it is wanted", name)
                        : say("'{}' is no setting of {}", shortened(name), line_.program),
                 near.empty() || option
                     ? say("'{} --show-config' lists the settings", line_.program)
                     : say("did you mean '{}'?", near));
  }

  const CommandLine& line_;
  const std::string home_;
  const bool named_;  // by the user, who means it to be there
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
  if (std::string named = environment.value_of(kFileVariable); !named.empty()) return named;
  if (const std::string folder = environment.value_of("XDG_CONFIG_HOME"); !folder.empty())
    return folder + "/khobao/config";
  const std::string home = environment.value_of("HOME");
  return home.empty() ? "" : home + "/.config/khobao/config";
}

std::string language_in_settings(std::string_view program, const Environment& environment) {
  const std::string path = settings_file(environment);
  if (path.empty()) return {};
  std::ifstream file(path);
  std::istringstream lines(first_bytes(file, kLongestFile));
  std::string language, section;
  for (std::string text; std::getline(lines, text);) {
    const std::string_view line = trimmed(without_comment(text));
    if (line.starts_with('[')) section = line;
    const size_t equals = std::min(line.find('='), line.size());
    const bool ours = section.empty() || section == "[" + std::string(program) + "]";
    if (ours && equals < line.size() && trimmed(line.substr(0, equals)) == "lang")
      language = trimmed(line.substr(equals + 1));
  }
  return language;
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
