#include <doctest/doctest.h>

#include "searcher/reposts/folding.h"
#include "tests/support/temp_dir.h"

using namespace khobao;

namespace {

std::vector<rank::Ranked> hits(const std::vector<std::pair<uint32_t, bool>>& docids) {
  std::vector<rank::Ranked> made;
  for (const auto& [docid, full] : docids) {
    made.push_back({});
    made.back().docid = docid;
    made.back().full = full;
  }
  return made;
}

template <class Found>
std::string docids(const std::vector<Found>& found) {
  std::string out;
  for (const Found& one : found) out += (out.empty() ? "" : " ") + std::to_string(one.docid);
  return out;
}

}  // namespace

TEST_CASE("folding: the best hit of each group stays, a full one before a partial one") {
  const test::TempDir dir;
  REQUIRE(archive::write_repost_groups(dir / "reposts", {{1, 2, 3}, {4, 5}}));
  const auto groups = archive::RepostGroups::open(dir / "reposts");
  REQUIRE(groups);
  reposts::Folding folding(&*groups);
  auto first = hits({{9, true}, {2, false}, {1, true}, {8, false}, {3, true}, {5, false}});
  folding.fold(first);
  CHECK(docids(first) == "9 1 8 5");
  auto later = hits({{3, true}, {7, true}, {4, true}});
  SUBCASE("what comes later folds under what is shown") {
    folding.fold(later);
    CHECK(docids(later) == "7");
  }
  SUBCASE("the rest likewise") {
    folding.fold_rest(later);
    CHECK(docids(later) == "7");
  }
  SUBCASE("without groups nothing is folded") {
    reposts::Folding none(nullptr);
    none.fold(later);
    none.fold_rest(later);
    CHECK(docids(later) == "3 7 4");
  }
}
