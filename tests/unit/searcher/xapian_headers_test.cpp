// Xapian's header, which every compile of it pays for, stands in few headers of ours; rendering
// does without.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "searcher/show/render/formats.h"
#include "searcher/show/render/histogram.h"
#include "tests/support/temp_dir.h"

#ifdef XAPIAN_INCLUDED_XAPIAN_H
#error "rendering must not need Xapian"
#endif

TEST_CASE("xapian: the searcher's headers that include it are these") {
  namespace fs = std::filesystem;
  const fs::path searcher = fs::path(KHOBAO_TEST_GRAMMAR).parent_path().parent_path();
  std::set<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(searcher)) {
    if (entry.path().extension() != ".h") continue;
    if (khobao::test::read_file(entry.path()).find("#include <xapian.h>") != std::string::npos)
      found.insert(fs::relative(entry.path(), searcher));
  }
  CHECK(found == std::set<std::string>{"filter/field_filters.h", "filter/filters.h",
                                       "match/match_set.h", "match/matches.h", "planned_query.h",
                                       "show/facets.h"});
}
