#include "common/archive/tables/pair_counts.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace khobao;

TEST_CASE("pair counts: packed parts come to the counts of one table") {
  std::mt19937 random(7);
  for (const size_t most : {size_t{1}, size_t{1} << 20}) {
    CAPTURE(most);
    std::map<std::pair<text::WordId, text::WordId>, uint32_t> want;
    std::vector<std::string> parts;
    for (int thread = 0; thread < 2; ++thread) {
      archive::PairCounter counter(most);
      for (int i = 0; i < 200'000; ++i) {
        const auto first = static_cast<text::WordId>(random() % 300);
        const auto second = static_cast<text::WordId>(random() % (first + 1));
        counter.add(first, second);
        ++want[{first, second}];
      }
      for (std::string& part : counter.take()) parts.push_back(std::move(part));
      CHECK(counter.take().empty());
    }
    CHECK((parts.size() > 2) == (most == 1));
    const auto counts = archive::joined_counts(parts);
    REQUIRE(counts.size() == want.size());
    auto pair = want.begin();
    for (const auto& count : counts) {
      CHECK((count.first == pair->first.first && count.second == pair->first.second));
      CHECK(count.count == pair->second);
      ++pair;
    }
  }
  CHECK(archive::joined_counts({}).empty());
}
