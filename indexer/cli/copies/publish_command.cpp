#include "indexer/cli/copies/publish_command.h"

#include <ostream>

#include "common/cli/parse.h"
#include "common/cli/stop_signal.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/cli/reading_request.h"
#include "indexer/publish/publish.h"

namespace khobao::indexer {
namespace {

Message told(const publish::PublishReport& report, const std::string& into) {
  const Message articles = articles_shown(report.articles);
  const Message shards = say_count(report.shards, "{} shard", "{} shards");
  const std::string folder = text::printable(into);
  if (report.nothing)
    return say("{}, {}, is published in '{}' already: {}", report.generation, articles, folder,
               shards);
  const Message size = decimal_shown(static_cast<double>(report.bytes) / 1e6, 1);
  if (report.whole) {
    return say("{}, {}, is published in '{}': {}, {} MB", report.generation, articles, folder,
               shards, size);
  }
  return say("{}, {}, is published in '{}': {}, {} MB; {} added, {} changed, {} gone",
             report.generation, articles, folder, shards, size, number_shown(report.added),
             number_shown(report.changed), number_shown(report.gone));
}

}  // namespace

Result<int> run_publish(const Options& options, const cli::Environment& environment) {
  const cli::StopSignal stop;
  if (options.into.empty()) {
    return Error{ErrorCode::usage, say("'indexer publish' needs --into FOLDER"),
                 say("as in: {}", "indexer publish --db ~/archive --into /srv/khobao")};
  }
  if (options.shards > publish::kMostShards) {
    return cli::bad_value("indexer", "--shards", std::to_string(options.shards),
                          say("a number from 1 to {}", publish::kMostShards));
  }
  const auto request = read_request(options);
  if (!request) return request.error();
  publish::PublishRequest publishing{.db = options.db,
                                     .into = options.into,
                                     .shards = options.shards,
                                     .whole = options.whole,
                                     .options = request->pipeline};
  publishing.options.stop = &stop.number();
  const auto report = publish::publish_archive(publishing);
  if (!report) return report.error();
  if (!options.quiet) {
    environment.out << told(*report, options.into).in(environment.page_language()) << '\n';
  }
  return kExitDone;
}

}  // namespace khobao::indexer
