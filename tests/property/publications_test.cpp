// A publication holds exactly what the archive does, however often it was brought up to date.
#include <doctest/doctest.h>

#include <cstdlib>

#include "indexer/publish/verify_publication.h"
#include "tests/support/built_archive.h"
#include "tests/support/changing_folder.h"
#include "tests/support/published_content.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

using Content = std::map<std::string, std::string>;

void check_content(const Content& got, const Content& want) {
  CHECK(got.size() == want.size());
  for (const auto& [id, text] : want) {
    const auto found = got.find(id);
    CAPTURE(id);
    if (found == got.end()) {
      FAIL_CHECK("it is not published");
    } else if (found->second != text) {
      FAIL_CHECK("published:\n" << found->second << "\narchive:\n" << text);
    }
  }
}

void check_published(const std::string& db, const std::string& into, size_t shards) {
  check_content(published_content(into), content_to_publish(db, shards));
  CHECK((published_reposts(into) == reposts_to_publish(db)));
  const auto whole = publish::verify_publication(into, true);
  CHECK_MESSAGE(whole, (whole ? "" : std::string(whole.error().message)));
}

}  // namespace

TEST_CASE("publications: with any number of shards and after any updates they hold the archive") {
  const char* wanted = std::getenv("KHOBAO_UPDATE_SEQUENCES");
  const unsigned sequences = wanted ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : 60;
  const names::Gazetteer gazetteer;
  unsigned copied = 0;
  for (unsigned seed = 1; seed <= sequences; ++seed) {
    CAPTURE(seed);
    const TempDir dir = TempDir::in_memory();
    ChangingFolder folder(dir.path(), seed);
    for (int n = 0; n < 30; ++n) folder.change();
    indexer::BuildRequest all;
    all.targets = {{dir / "a", ""}, {dir / "b", ""}};
    all.pipeline.threads = 2;
    all.pipeline.gazetteer = &gazetteer;
    all.allow_deletions = true;
    const std::string db = dir / "db", into = dir / "published";
    built(db, all);
    const size_t shards = 1 + seed % 4;
    CHECK(published(db, into, shards).whole);
    check_published(db, into, shards);
    for (unsigned step = 0; step < 3; ++step) {
      for (unsigned n = folder.random()() % 4; n > 0; --n) folder.change();
      built(db, all);
      const publish::PublishReport again = published(db, into, 0);
      CHECK(again.shards == shards);
      copied += !again.whole && !again.nothing;
      check_published(db, into, shards);
      CHECK(published(db, into, 0).nothing);
    }
  }
  CHECK(copied > sequences / 2);
}
