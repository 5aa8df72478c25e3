#include "searcher/cli/warnings.h"

#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"

namespace khobao::searcher {

void warn_of(const Message& message, const cli::Environment& environment) {
  environment.err << "searcher: "
                  << text::printable(say("warning: {}", message).in(environment.language)) << '\n';
}

void warn_beside(const SearchRequest& request, const SearchResponse& response,
                 const cli::Environment& environment) {
  const auto warn = [&](const Message& message) { warn_of(message, environment); };
  for (const Message& note : request.notes) warn(note);
  for (const query::Warning& warning : response.warnings) warn(warning.message);
  for (const reading::Suggestion& suggestion : response.suggestions) {
    if (suggestion.searched) warn(say("searched as: {}", suggestion.query));
  }
  if (!response.unread_note.empty()) warn(response.unread_note);
}

}  // namespace khobao::searcher
