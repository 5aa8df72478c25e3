#include "common/base/command_line.h"

#include <cstdlib>
#include <iostream>

namespace khobao {
namespace {

// The argument as the user could have meant it: a bare "-word" is an unknown option to the parser,
// an excluded word to the user.
std::string hint_for(const CLI::App& app, const std::string& argument) {
  const std::string name = app.get_name();
  if (name == "searcher" && argument.size() > 2 && argument[0] == '-' && argument[1] != '-') {
    return "to exclude a word, put the query behind '--', as in: searcher -- dịch " + argument;
  }
  return "see '" + name + " --help'";
}

// `message` without what a terminal would obey. Messages name files and ids, which may hold any
// bytes; only those of queries and usage are laid out in lines.
std::string printable_message(const Error& error) {
  const bool lines = error.code == ErrorCode::query || error.code == ErrorCode::usage;
  std::string out;
  for (size_t i = 0; i < error.message.size(); ++i) {
    const auto byte = static_cast<unsigned char>(error.message[i]);
    const auto next = static_cast<unsigned char>(
        i + 1 < error.message.size() ? error.message[i + 1] : '\0');
    const bool c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    const bool kept_line = byte == '\n' && lines;
    if (c1) ++i;
    out += c1 || (byte < 0x20 && !kept_line) || byte == 0x7F ? '?' : static_cast<char>(byte);
  }
  return out;
}

}  // namespace

std::string default_database() {
  if (const char* db = std::getenv("KHOBAO_DB"); db && *db) return db;
  if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data)
    return std::string(data) + "/khobao";
  const char* home = std::getenv("HOME");
  return std::string(home && *home ? home : ".") + "/.local/share/khobao";
}

int report_error(const std::string& program, const Error& error, std::ostream& err) {
  err << program << ": error: " << printable_message(error) << '\n';
  if (!error.hint.empty()) err << "hint: " << error.hint << '\n';
  return exit_status(error.code);
}

int parse_command_line(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return -1;
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    std::cout << (chosen.empty() ? app.help() : chosen.front()->help());
    return kExitDone;
  } catch (const CLI::CallForVersion&) {
    std::cout << app.version() << '\n';
    return kExitDone;
  } catch (const CLI::ExtrasError&) {
    std::string argument;
    for (const std::string& rest : app.remaining(true)) {
      if (argument.empty() && rest.starts_with("-")) argument = rest;
    }
    return report_error(
        app.get_name(),
        {ErrorCode::usage, "unknown option '" + argument + "'", hint_for(app, argument)},
        std::cerr);
  } catch (const CLI::ParseError& error) {
    return report_error(app.get_name(),
                        {ErrorCode::usage, error.what(), "see '" + app.get_name() + " --help'"},
                        std::cerr);
  }
}

std::optional<size_t> parse_size(const std::string& text) {
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 9 || text.size() > digits + 1) return std::nullopt;
  size_t value = std::stoul(text.substr(0, digits));
  if (digits == text.size()) return value;
  switch (text[digits]) {
    case 'K':
    case 'k': return value << 10;
    case 'M':
    case 'm': return value << 20;
    case 'G':
    case 'g': return value << 30;
    default: return std::nullopt;
  }
}

}  // namespace khobao
