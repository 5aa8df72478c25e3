// What an archive teaches follows from its articles, whatever steps they came in.
#include <doctest/doctest.h>

#include <filesystem>
#include <random>

#include "tests/support/archive_content.h"
#include "tests/support/built_archive.h"
#include "tests/support/invented_site.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

TEST_CASE(
    "lessons: after any changes and updates they equal those of a rebuild, article by article") {
  const names::Gazetteer gazetteer;
  uint64_t taught = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const TempDir dir = TempDir::in_memory();
    const auto pages = invented_site(seed, 60), others = invented_site(seed + 100, 60);
    indexer::BuildRequest request;
    request.targets = {{dir / "site", ""}};
    request.pipeline.threads = 2;
    request.pipeline.gazetteer = &gazetteer;
    request.allow_deletions = true;
    write_file(dir / "site/first.txt", "Chuyện đầu tiên ở xã Mây\n\nBà con gặt lúa sớm.\n");
    for (unsigned step = 2 + random() % 4; step > 0; --step) {
      for (unsigned n = 5 + random() % 40; n > 0; --n) {
        const size_t i = random() % pages.size();
        const std::string name = dir / ("site/" + pages[i].name);
        const unsigned what = random() % 5;
        if (what == 0) {
          std::filesystem::remove(name);
        } else {
          write_file(name, (what == 1 ? others : pages)[i].text);
        }
      }
      request.refresh_statistics = random() % 6 == 0;
      taught += built(dir / "db", request).taught;
    }
    request.mode = indexer::BuildMode::rebuild;
    const auto fresh = built(dir / "fresh", request);
    const auto updated = stored_articles(dir / "db"), rebuilt = stored_articles(dir / "fresh");
    CHECK(updated.size() == fresh.articles);
    CHECK((updated == rebuilt));
    CHECK((lessons_of(dir / "db") == lessons_of(dir / "fresh")));
    CHECK((statistics_of(dir / "db") == statistics_of(dir / "fresh")));
    // And again over itself, with what was taught before expected of what is read.
    (void)built(dir / "fresh", request);
    CHECK((stored_articles(dir / "fresh") == rebuilt));
    CHECK((lessons_of(dir / "db") == lessons_of(dir / "fresh")));
  }
  CHECK(taught > 100);
}
