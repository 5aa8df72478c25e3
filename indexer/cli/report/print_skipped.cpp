#include "indexer/cli/report/print_skipped.h"

#include <ostream>

#include "common/text/letters/printable.h"

namespace khobao::indexer {

void print_skipped(const std::vector<input::Skipped>& skipped, uint64_t unnamed,
                   std::ostream& err) {
  for (const input::Skipped& one : skipped) {
    err << "indexer: skipped '" << text::printable(one.path) << "': " << text::printable(one.reason)
        << '\n';
  }
  if (unnamed > 0) err << "indexer: skipped " << unnamed << " more inputs\n";
}

}  // namespace khobao::indexer
