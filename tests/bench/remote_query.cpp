// What the first stage of a search costs over the wire: measured by hand through tests/remote.
//
//   remote_query PORT... -- COUNT WORD...
//
// Opens the shards that are served on these ports of loopback, draws the COUNT best articles that
// hold any of the words, with what each carries, and fetches the ten first. Prints one line:
//
//   shards 4  open 3.1 ms  candidates 500 (812345 bytes carried) 20.4 ms  ten fetched 4.2 ms
#include <xapian.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "common/archive/publication/carried_article.h"
#include "common/archive/publication/publication_header.h"

namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

int measure(int argc, char** argv) {
  int at = 1;
  const auto begin = Clock::now();
  Xapian::Database all;
  int shards = 0;
  for (; at < argc && std::string(argv[at]) != "--"; ++at, ++shards)
    all.add_database(Xapian::Remote::open("127.0.0.1", static_cast<unsigned>(std::atoi(argv[at]))));
  if (argc < at + 3) {
    std::cerr << "remote_query PORT... -- COUNT WORD...\n";
    return 2;
  }
  const double opened = ms_since(begin);
  const auto count = static_cast<Xapian::doccount>(std::atoi(argv[at + 1]));
  Xapian::Enquire enquire(all);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, argv + at + 2, argv + argc));
  enquire.set_sort_by_relevance_then_value(khobao::archive::kCarriedSlot, false);
  const auto asked = Clock::now();
  const Xapian::MSet hits = enquire.get_mset(0, count);
  size_t bytes = 0;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    const std::string carried = hit.get_sort_key();
    bytes += carried.size();
    if (!khobao::archive::read_carried(carried)) return 3;
  }
  const double drawn = ms_since(asked);
  const auto fetching = Clock::now();
  size_t text = 0;
  auto hit = hits.begin();
  for (int n = 0; n < 10 && hit != hits.end(); ++n, ++hit)
    text +=
        hit.get_document().get_value(static_cast<unsigned>(khobao::archive::Slot::article)).size();
  std::cout << "shards " << shards << "  open " << opened << " ms  candidates " << hits.size()
            << " (" << bytes << " bytes carried) " << drawn << " ms  ten fetched (" << text
            << " bytes) " << ms_since(fetching) << " ms\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return measure(argc, argv);
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
    return 4;
  }
}
