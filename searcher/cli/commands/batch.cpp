#include "searcher/cli/commands/batch.h"

#include <istream>
#include <ostream>
#include <sstream>

#include "common/archive/disk/files.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/typed/typed_lines.h"
#include "searcher/cli/warnings.h"
#include "searcher/search.h"
#include "searcher/show/render/formats.h"

namespace khobao::searcher {

Result<int> run_batch(Index& index, const Options& options, SearchRequest request,
                      const cli::Environment& environment) {
  const show::Format& format = *show::find_format(options.format);
  if (!format.batch) {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--batch",
                     Message(show::format_names(true, " or "), show::format_names(true, " hay ")),
                     options.format),
                 say("add {}", "--format trec")};
  }
  std::istringstream file;
  if (options.batch != "-") {
    auto bytes = archive::read_file(options.batch);
    if (!bytes) return bytes.error();
    file.str(std::move(*bytes));
  }
  std::istream& in = options.batch == "-" ? environment.in : file;
  request.want_total = false;
  request.fold_reposts = false;  // runs are judged article by article
  request.want_snippets = format.snippets;
  const auto left_out = [&](size_t number, const Message& why) {
    const Message told = say("{}: line {}: {}", text::printable(options.batch), number, why);
    environment.err << "searcher: " << told.in(environment.language) << '\n';
  };
  index.postings().expect_many();
  std::string line;
  bool any = false;
  for (size_t number = 1; next_line(in, number == 1, line); ++number) {
    if (line.empty()) continue;
    const size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      left_out(number, say("expected id, tab, query; left out"));
      continue;
    }
    const std::string id = line.substr(0, tab);
    request.query = line.substr(tab + 1);
    const auto response = search(index, request);
    if (!response) {
      Error error = response.error();
      // One query without words is no reason to leave the others out.
      if (error.code == ErrorCode::usage || error.code == ErrorCode::query) {
        const Message why(text::printable_lines(error.message),
                          text::printable_lines(error.message.in(Language::vietnamese)));
        left_out(number, say("query '{}' is left out: {}", text::printable(id), why));
        continue;
      }
      error.message = say("{}: line {}: {}", options.batch, number, error.message);
      return error;
    }
    any = any || !response->hits.empty();
    SearchRequest told = request;
    if (number > 1) told.notes.clear();
    warn_beside(told, *response, environment);
    format.render(*response,
                  {.color = false,
                   .first_rank = request.offset + 1,
                   .query_id = id,
                   .by_date = request.sort != Sort::relevance},
                  environment.out);
  }
  if (in.bad()) return archive::file_error("read", "standard input");
  return any ? kExitDone : kExitNoHit;
}

}  // namespace khobao::searcher
