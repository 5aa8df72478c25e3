#include "searcher/cli/warnings.h"

#include <ostream>

#include "common/text/letters/printable.h"

namespace khobao::searcher {

void warn_beside(const SearchRequest& request, const SearchResponse& response, std::ostream& err) {
  const auto warn = [&](const std::string& message) {
    err << "searcher: warning: " << text::printable(message) << '\n';
  };
  for (const std::string& note : request.notes) warn(note);
  for (const query::Warning& warning : response.warnings) warn(warning.message);
  for (const reading::Suggestion& suggestion : response.suggestions) {
    if (suggestion.searched) warn("searched as: " + suggestion.query);
  }
  if (response.unread > 0) warn(response.hints.front());
}

}  // namespace khobao::searcher
