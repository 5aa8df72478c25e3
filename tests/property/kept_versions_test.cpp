// An archive that keeps versions forgets no text, whatever changed in between, and a rebuild makes the
// same of it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

#include "indexer/keep/replaced_texts.h"
#include "tests/support/archive_content.h"
#include "tests/support/built_archive.h"
#include "tests/support/changing_folder.h"
#include "tests/support/described_archive.h"
#include "tests/support/naive.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

// Of all texts that the archive has, as they are kept.
std::set<uint64_t> texts_of(const std::string& db) {
  std::set<uint64_t> prints;
  for (const auto& [id, article] : stored_articles(db)) {
    if (article.kind == archive::Kind::article)
      prints.insert(keep::text_print(keep::as_kept(article)));
  }
  return prints;
}

// By id, and of those that both have, what differs first.
void check_same(const std::map<std::string, archive::Article>& got,
                const std::map<std::string, archive::Article>& want) {
  for (const auto& [id, article] : want) {
    CAPTURE(id);
    CHECK(got.contains(id));
    if (!got.contains(id)) continue;
    archive::Article other = got.at(id);
    other.path = article.path;  // the line on which a record was written, which updates leave
    CHECK(other.title == article.title);
    CHECK(other.published == article.published);
    CHECK(other.paragraphs == article.paragraphs);
    CHECK(other.furniture == article.furniture);
    CHECK((other == article));
  }
  CHECK(got.size() == want.size());
}

std::string day_of(unsigned step) { return "2026-01-" + std::string(step < 10 ? "0" : "") + std::to_string(step); }

}  // namespace

TEST_CASE("kept versions: no text is forgotten, and a rebuild keeps what an update kept") {
  const char* wanted = std::getenv("KHOBAO_UPDATE_SEQUENCES");
  const unsigned sequences = wanted ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : 60;
  const names::Gazetteer gazetteer;
  uint64_t kept = 0;
  for (unsigned seed = 1; seed <= sequences; ++seed) {
    CAPTURE(seed);
    const TempDir dir = TempDir::in_memory();
    ChangingFolder folder(dir.path(), seed);
    indexer::BuildRequest all;
    all.targets = {{dir / "a", ""}, {dir / "b", ""}};
    all.pipeline.threads = 2;
    all.pipeline.gazetteer = &gazetteer;
    all.allow_deletions = true;
    all.keep_versions = true;
    const std::string db = dir / "db";
    std::set<uint64_t> ever;
    for (unsigned step = 1; step <= 5; ++step) {
      for (unsigned n = folder.random()() % 8; n > 0; --n) folder.change();
      indexer::BuildRequest request = all;
      request.today = day_of(step);
      request.keep_versions.reset();
      if (step == 1) request.keep_versions = true;
      if (step == 3 && seed % 3 == 0) request.mode = indexer::BuildMode::rebuild;
      const auto report = built(db, request);
      kept += report.kept;
      const std::set<uint64_t> now = texts_of(db);
      for (const uint64_t text : ever) CHECK(now.contains(text));
      ever.insert(now.begin(), now.end());
    }
    const auto before = stored_articles(db);
    std::vector<std::string> queries;
    for (int i = 0; i < 4; ++i) queries.push_back(typed(random_query(folder.random(), 2)));
    const std::string described = described_archive(db, queries, false);
    indexer::BuildRequest rebuild = all;
    rebuild.mode = indexer::BuildMode::rebuild;
    rebuild.keep_versions.reset();
    rebuild.today = day_of(9);
    CHECK(built(db, rebuild).kept == 0);
    check_same(stored_articles(db), before);
    CHECK(described_archive(db, queries, false) == described);
  }
  CHECK(kept > sequences);
}
