#include "indexer/cli/reading_request.h"

#include "common/cli/parse.h"
#include "common/language/say.h"
#include "common/text/dates/moment_reader.h"

namespace khobao::indexer {
namespace {

Error bad_value(const std::string& option, const std::string& value, const Message& takes) {
  return cli::bad_value("indexer", option, value, takes);
}

}  // namespace

Result<Request> read_request(const Options& options) {
  Request request;
  for (const std::string& path : options.paths) request.targets.push_back({path, ""});
  for (const std::string& root : options.roots) {
    const size_t equals = root.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == root.size() ||
        root.find('/') < equals) {
      return bad_value("--root", root, translated("NAME=PATH"));
    }
    request.targets.push_back({root.substr(equals + 1), root.substr(0, equals)});
  }
  const auto memory = cli::parse_size(options.memory);
  if (!memory || *memory < (16u << 20))
    return bad_value("--memory", options.memory, say("a size of 16M or more, such as 400M or 2G"));
  const auto file = cli::parse_size(options.max_file_size);
  if (!file || *file == 0)
    return bad_value("--max-file-size", options.max_file_size, say("a size such as 64M"));
  const auto unpacked = cli::parse_size(options.max_unpacked);
  if (!unpacked || *unpacked == 0)
    return bad_value("--max-unpacked", options.max_unpacked, say("a size such as 64G"));
  std::string received;
  if (!options.received.empty()) {
    const auto moment = text::read_moment(options.received);
    if (!moment)
      return bad_value("--received", options.received, say("a day that exists, such as 2021-04-30"));
    received = to_string(moment->day);
  }
  request.pipeline = {.threads = static_cast<unsigned>(options.threads),
                      .memory_bytes = *memory,
                      .max_file_bytes = *file,
                      .max_lines = options.max_lines,
                      .max_unpacked_bytes = *unpacked,
                      .max_records = options.max_records,
                      .feeds = options.feeds,
                      .received = received,
                      .corrections_file = options.corrections,
                      .names = {},
                      .names_file = options.names};
  return request;
}

}  // namespace khobao::indexer
