#pragma once
/// Arguments as people type them, told apart by the table of options before the parser sees them.
///
///   gạo -hàng -n5 --sort newest    ->   options -n5 --sort newest   words gạo -hàng
///   —limit 5 lúa                   ->   options --limit 5           words lúa
///   lúa --limt 5                   ->   unknown option '--limt', did you mean --limit?
///
/// Two dashes begin an option. One dash begins an option only where that is a short one exactly (-l,
/// -n 5, -n5); in a program of no commands anything else after it is a word to leave out of the
/// answers. A long dash, as word processors make them of two, begins an option where there is one of
/// that name. After "--" everything is a word.
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/cli/option.h"

namespace khobao::cli {

struct Arguments {
  std::string command;               ///< of a program that has several
  std::vector<std::string> options;  ///< with their values
  std::vector<std::string> words;
  std::vector<Message> notes;  ///< what may have been meant otherwise
  bool help = false, help_all = false, version = false;
  bool show_config = false, no_config = false;
  std::string generate;  ///< "man", "bash", "zsh" or "fish"; "" for none
};

/// A usage error names what is no option, command or word here, and the nearest that is.
Result<Arguments> told_apart(const CommandLine& line, const std::vector<std::string>& arguments);

}  // namespace khobao::cli
