// Any arguments, settings and variables of either program: options, a page to print, or an error that
// says which word it is about.
//
// An input's lines are arguments; those after a line "--" are the file of settings, and each of them
// is also the value of a variable.
#include <sstream>

#include "common/cli/parse.h"
#include "indexer/cli/command_options.h"
#include "searcher/cli/options.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

constexpr size_t kMostArguments = 200;

template <class Options, class MakeLine>
void check_line(const MakeLine& make_line, const std::vector<std::string>& arguments,
                const cli::Environment& environment) {
  Options options;
  const auto parsed = cli::parse(make_line(options), arguments, &environment);
  if (!parsed) {
    test::require(!parsed.error().message.empty(), "an error without a message");
    return;
  }
  for (const std::string& name : parsed->given)
    test::require(!name.empty(), "an option without a name");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  std::string_view rest = test::as_text(data, size_bytes);
  std::vector<std::string> arguments;
  while (!rest.empty() && arguments.size() < kMostArguments) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    // As the system hands them on: to the first NUL.
    const std::string argument(rest.substr(0, std::min(rest.find('\0'), end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (argument == "--" && arguments.size() % 2 == 1) break;
    arguments.push_back(argument);
  }
  const test::MemoryFile settings(rest);
  const std::string settings_path = settings.path();
  const std::string value(rest.substr(0, std::min(rest.find('\n'), rest.find('\0'))));
  std::istringstream in;
  std::ostringstream out, err;
  cli::Environment environment{.in = in, .out = out, .err = err, .variable = {}};
  environment.variable = [&](const char* name) -> const char* {
    const std::string_view wanted = name;
    if (wanted == "KHOBAO_CONFIG") return settings_path.c_str();
    return wanted.starts_with("KHOBAO_") && size_bytes % 3 == 0 ? value.c_str() : nullptr;
  };
  check_line<searcher::Options>(
      [](searcher::Options& options) { return searcher::command_line(options); }, arguments,
      environment);
  check_line<indexer::Options>(
      [](indexer::Options& options) { return indexer::command_line(options); }, arguments,
      environment);
  (void)cli::parse_size(arguments.empty() ? "" : arguments.front());
  return 0;
}
