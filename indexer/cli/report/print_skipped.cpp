#include "indexer/cli/report/print_skipped.h"

#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"

namespace khobao::indexer {

void print_skipped(const std::vector<input::Skipped>& skipped, uint64_t unnamed,
                   const cli::Environment& environment) {
  const auto tell = [&](const Message& text) {
    environment.err << "indexer: " << text.in(environment.language) << '\n';
  };
  for (const input::Skipped& one : skipped) {
    const Message reason = retold(one.reason);
    tell(say("skipped '{}': {}", text::printable(one.path),
             Message(text::printable(reason), text::printable(reason.in(Language::vietnamese)))));
  }
  if (unnamed > 0) tell(say_count(unnamed, "skipped {} more input", "skipped {} more inputs"));
}

}  // namespace khobao::indexer
