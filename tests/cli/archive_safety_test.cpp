// No archive is ever lost: single calls that fail, damaged pointers, settings that vanish. After
// each the index is whole or the damage is named, and nothing that was there is gone.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/failing_call.h"
#include "tests/support/known_articles.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

std::string listing(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    names.push_back(fs::relative(entry.path(), folder));
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += name + "\n";
  return out;
}

// A database folder that tests put back as it was.
class Kept {
 public:
  explicit Kept(const Archive& archive) : db_(archive.db()), copy_(archive.folder() + "/kept") {
    fs::copy(db_, copy_, fs::copy_options::recursive);
  }
  void put_back() const {
    fs::remove_all(db_);
    fs::copy(copy_, db_, fs::copy_options::recursive);
  }
  // What the folder had and does not have any more.
  void put_back_beside() const {
    fs::copy(copy_, db_, fs::copy_options::recursive | fs::copy_options::skip_existing);
  }

 private:
  std::string db_, copy_;
};

// What a failed or half-done run may leave: the archive as it was, or as the run would have it.
void check_whole(const Archive& archive, const std::string& before, const std::string& after) {
  const CliResult verify = archive.indexer("verify", {"--full"});
  CHECK_MESSAGE(verify.code == 0, verify.err);
  const std::string count = archive.search({"--count", "cầu"}).out;
  CHECK_MESSAGE((count == before || count == after), count);
}

}  // namespace

TEST_CASE("archive safety: a pointer or listing that cannot be read once removes nothing") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  const Kept kept(archive);
  for (const char* const error : {"EIO", "EMFILE", "EACCES", "ESTALE"}) {
    for (const std::string& path : {archive.db() + "/current", archive.db()}) {
      for (int when = 1;; ++when) {
        CAPTURE(error);
        CAPTURE(path);
        CAPTURE(when);
        kept.put_back();
        const FailedRun run = run_failing({"openat", error, when, path}, "indexer",
                                          {"update", "-q", "--db", archive.db()}, archive.folder());
        if (!run.happened) break;
        CHECK((run.result.code == 4 || run.result.code == 0));
        if (run.result.code == 4) CHECK(run.result.err.find("error: cannot ") != std::string::npos);
        check_whole(archive, "7\n", "7\n");
      }
    }
  }
}

TEST_CASE("archive safety: a new layer or generation never takes a live one's folder") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  for (int when = 1;; ++when) {
    CAPTURE(when);
    kept.put_back();
    const FailedRun run =
        run_failing({"openat", "EIO", when, archive.db()}, "indexer",
                    {"update", "-q", "--db", archive.db(), "more.txt"}, archive.folder());
    if (!run.happened) break;
    CHECK((run.result.code == 4 || run.result.code == 0));
    check_whole(archive, "7\n", "8\n");
  }
}

TEST_CASE("archive safety: a sync of Xapian's that fails is told, and nothing is made live") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  int failed = 0;
  for (int when = 1;; ++when) {
    CAPTURE(when);
    fs::remove_all(archive.db());
    const FailedRun run =
        run_failing({"fdatasync", "EIO", when}, "indexer",
                    {"update", "-q", "--db", archive.db(), "articles.jsonl"}, archive.folder());
    if (!run.happened) break;
    ++failed;
    CHECK(run.result.code == 4);
    CHECK(run.result.err.find("cannot sync '" + archive.db() + "/layer-") != std::string::npos);
    CHECK(archive.indexer("verify").code == 3);
  }
  CHECK(failed > 0);
}

TEST_CASE("archive safety: what cannot be synced is not made live") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  int failed = 0;
  for (int when = 1;; ++when) {
    CAPTURE(when);
    kept.put_back();
    const FailedRun run =
        run_failing({"fsync,fdatasync", "EIO", when}, "indexer",
                    {"update", "-q", "--db", archive.db(), "more.txt"}, archive.folder());
    if (!run.happened) break;
    ++failed;
    CHECK(run.result.code == 4);
    CHECK(run.result.err.find("Input/output error") != std::string::npos);
    check_whole(archive, "7\n", "7\n");
  }
  CHECK(failed > 10);
}

TEST_CASE("archive safety: each bit of the pointer flipped is damage, and recover brings it back") {
  const Archive archive(known_articles());
  const std::string pointer = archive.db() + "/current", bytes = read_file(pointer);
  const std::string before = listing(archive.db());
  for (size_t bit = 0; bit < bytes.size() * 8; bit += 5) {
    CAPTURE(bit);
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    write_file(pointer, flipped);
    const CliResult search = archive.search({"--count", "cầu"});
    CHECK(search.code == 3);
    CHECK(search.err.find("'indexer recover --db " + archive.db() + "'") != std::string::npos);
    CHECK(archive.update({}).code == 3);
    CHECK(read_file(pointer) == flipped);
    CHECK(listing(archive.db()) == before);
  }
  for (const std::string& cut :
       {std::string(), bytes.substr(0, bytes.find('\n') + 1), bytes.substr(0, bytes.size() - 1)}) {
    write_file(pointer, cut);
    CHECK(archive.update({}).code == 3);
    CHECK(archive.indexer("rebuild", {"articles.jsonl"}).code == 3);
    CHECK(archive.indexer("verify").code == 3);
    CHECK(listing(archive.db()) == before);
  }
  fs::remove(pointer);
  const CliResult update = archive.update({"articles.jsonl"});
  CHECK(update.code == 3);
  CHECK(update.err ==
        "indexer: error: index '" + archive.db() +
            "' is damaged: its pointer 'current' is missing\nhint: see which generations are "
            "whole, and bring the newest back, with 'indexer recover --db " +
            archive.db() + "'\n");
  CHECK(archive.indexer("rebuild", {"articles.jsonl"}).code == 3);
  const CliResult shown = archive.indexer("recover", {"--dry-run"});
  CHECK(shown.code == 0);
  CHECK(shown.out.find("generation-000001  written ") != std::string::npos);
  CHECK(shown.out.find(" articles, whole\n") != std::string::npos);
  CHECK_FALSE(fs::exists(pointer));
  const CliResult recovered = archive.indexer("recover");
  CHECK(recovered.code == 0);
  CHECK(recovered.out.find("'generation-000001' is live\n") != std::string::npos);
  CHECK(read_file(pointer) == bytes);
  CHECK(archive.search({"--count", "cầu"}).out == "7\n");
  CHECK(archive.indexer("recover").out.find("nothing to do") != std::string::npos);
}

TEST_CASE("archive safety: recover makes the newest whole generation live, or the one chosen") {
  const Archive archive(known_articles());
  const Kept kept(archive);
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  REQUIRE(archive.update({"more.txt"}).code == 0);
  kept.put_back_beside();  // as if a search still held it
  fs::remove(archive.db() + "/current");
  SUBCASE("the newest") {
    CHECK(archive.indexer("recover").code == 0);
    CHECK(archive.search({"--count", "cầu"}).out == "8\n");
  }
  SUBCASE("the newest is damaged") {
    fs::remove(archive.db() + "/generation-000002/facet.names");
    const CliResult recovered = archive.indexer("recover");
    CHECK(recovered.code == 0);
    CHECK(recovered.out.find("damaged: index '" + archive.db() +
                             "' is damaged: in generation-000002: 'facet.names' is missing\n") !=
          std::string::npos);
    CHECK(archive.search({"--count", "cầu"}).out == "7\n");
  }
  SUBCASE("an older one is chosen") {
    CHECK(archive.indexer("recover", {"--generation", "generation-000001"}).code == 0);
    CHECK(archive.search({"--count", "cầu"}).out == "7\n");
    CHECK(archive.indexer("recover", {"--generation", "generation-000003"}).code == 2);
  }
  SUBCASE("none is whole") {
    fs::remove(archive.db() + "/generation-000001/facet.names");
    fs::remove(archive.db() + "/generation-000002/facet.names");
    const std::string before = listing(archive.db());
    CHECK(archive.indexer("recover").code == 3);
    CHECK(archive.indexer("recover", {"--generation", "generation-000002"}).code == 3);
    CHECK(listing(archive.db()) == before);
    return;
  }
  REQUIRE(archive.update({"more.txt"}).code == 0);
  CHECK(archive.search({"--count", "cầu"}).out == "8\n");
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("archive safety: a folder that cannot be listed is named where articles would be lost") {
  if (!can_fail_calls()) return;
  const Archive archive;
  for (int i = 0; i < 3; ++i)
    archive.write("bao/" + std::to_string(i) + ".txt", "Tin\n\nThêm một bài về cầu.\n");
  REQUIRE(archive.update({"bao"}).code == 0);
  const FailedRun run = run_failing(
      {"getdents64", "EIO", 1, archive.folder() + "/bao"}, "indexer",
      {"rebuild", "-q", "--db", archive.db(), archive.folder() + "/bao"}, archive.folder());
  REQUIRE(run.happened);
  CHECK(run.result.code == 4);
  CHECK(run.result.err.starts_with(
      "indexer: error: root 'bao' would lose 3 of its 3 articles; skipped '" + archive.folder() +
      "/bao': cannot list the folder: Input/output error\n"));
  check_whole(archive, "3\n", "3\n");
}

TEST_CASE("archive safety: articles from standard input outlive all that does not name them") {
  const Archive archive(known_articles());
  REQUIRE(archive.update({"--add", "-"}, "{\"id\":\"chỉ-một-lần\",\"body\":\"Cầu mới.\"}\n").code ==
          0);
  const auto there = [&] { return archive.search({"--show", "chỉ-một-lần"}).code == 0; };
  CHECK(there());
  CHECK(archive.update({}).code == 0);
  CHECK(there());
  const CliResult rebuilt = archive.indexer("rebuild", {"articles.jsonl"});
  CHECK(rebuilt.code == 4);
  CHECK(rebuilt.err.find("1 article came by standard input and would be lost") !=
        std::string::npos);
  CHECK(there());
  write_file(archive.live_generation() + "/known.inputs", "damaged");
  CHECK(archive.update({}).code == 3);
  CHECK(archive.indexer("rebuild", {"articles.jsonl"}).code == 3);
  CHECK(there());
  CHECK(archive.indexer("rebuild", {"--allow-deletions", "articles.jsonl"}).code == 0);
  CHECK_FALSE(there());
}

TEST_CASE("archive safety: damage is not carried on under fresh checksums") {
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const std::string path = archive.only_layer() + "/index/docdata.glass";
  const std::string other = archive.only_layer() + "/index/postlist.glass";
  for (const std::string& damaged : {path, other}) {
    if (!fs::exists(damaged)) continue;
    const std::string bytes = read_file(damaged);
    std::string flipped = bytes;
    flipped[bytes.size() / 2] = static_cast<char>(flipped[bytes.size() / 2] ^ 4);
    write_file(damaged, flipped);
    const std::string before = listing(archive.db());
    const CliResult update = archive.update({"more.txt"});
    CHECK(update.code == 3);
    CHECK(update.err.find("in layer-000001: 'index/" + fs::path(damaged).filename().string() +
                          "' is not what was written") != std::string::npos);
    CHECK(listing(archive.db()) == before);
    write_file(damaged, bytes);
  }
  CHECK(archive.update({"more.txt"}).code == 0);
}

TEST_CASE("archive safety: settings change with the pointer, or not at all") {
  const Archive archive(known_articles());
  archive.write("bao/tin.txt", "Tin cũ\n\nCầu do Nhóm Mái Lá Thử xây.\n");
  archive.write("names.tsv", "Nhóm Mái Lá Thử\tNMLT\n");
  archive.write("corrections.jsonl",
                R"({"id": "bao/tin.txt", "field": "title", "value": "Tựa khác"})");
  REQUIRE(archive.update({"bao"}).code == 0);
  const auto state = [&] {
    return archive.search({"--show", "bao/tin.txt"}).out +
           archive.search({"--count", "--org", "NMLT"}).out;
  };
  const std::string before = state();
  fs::rename(archive.folder() + "/bao", archive.folder() + "/gone");
  SUBCASE("a run that stops takes no new ones") {
    const CliResult stopped =
        archive.update({"--names", "names.tsv", "--corrections", "corrections.jsonl"});
    CHECK(stopped.code == 4);
    CHECK(stopped.err.find("nothing was changed") != std::string::npos);
    fs::rename(archive.folder() + "/gone", archive.folder() + "/bao");
    CHECK(archive.update({}).code == 0);
    CHECK(state() == before);
  }
  SUBCASE("a run that stops forgets none") {
    fs::rename(archive.folder() + "/gone", archive.folder() + "/bao");
    REQUIRE(archive.update({"--names", "names.tsv", "--corrections", "corrections.jsonl"}).code ==
            0);
    const std::string set = state();
    CHECK(set != before);
    fs::rename(archive.folder() + "/bao", archive.folder() + "/gone");
    CHECK(archive.update({"--names", ""}).code == 4);
    fs::rename(archive.folder() + "/gone", archive.folder() + "/bao");
    CHECK(archive.update({}).code == 0);
    CHECK(state() == set);
  }
}

TEST_CASE("archive safety: settings that vanish are missed") {
  const Archive archive(known_articles());
  archive.write("bao/tin.txt", "Tin cũ\n\nCầu do Nhóm Mái Lá Thử xây.\n");
  archive.write("names.tsv", "Nhóm Mái Lá Thử\tNMLT\n");
  archive.write("corrections.jsonl",
                R"({"id": "bao/tin.txt", "field": "title", "value": "Tựa khác"})");
  REQUIRE(
      archive.update({"bao", "--names", "names.tsv", "--corrections", "corrections.jsonl"}).code ==
      0);
  const std::string generation = archive.live_generation();
  for (const std::string name : {"roots.json", "names.tsv", "corrections.jsonl"}) {
    CAPTURE(name);
    const std::string path = generation + "/" + name, bytes = read_file(path);
    fs::remove(path);
    const CliResult verify = archive.indexer("verify");
    CHECK(verify.code == 3);
    CHECK(verify.err.find(name + "' is missing\nhint: ") != std::string::npos);
    const CliResult update = archive.update({"bao"});
    CHECK(update.code == 3);
    CHECK(update.err.find(name + "' is missing\nhint: ") != std::string::npos);
    CHECK(archive.indexer("recover").code == 3);
    write_file(path, bytes);
  }
  CHECK(archive.indexer("verify").code == 0);
  fs::remove(generation + "/names.tsv");
  fs::remove(generation + "/corrections.jsonl");
  const CliResult given =
      archive.update({"--names", "names.tsv", "--corrections", "corrections.jsonl"});
  CHECK(given.code == 0);
  CHECK(given.err ==
        "indexer: the corrections that the archive remembered are lost: those given now hold "
        "alone\n");
  CHECK(archive.search({"--show", "bao/tin.txt"}).out.find("Tựa khác") != std::string::npos);
  CHECK(archive.search({"--count", "--org", "NMLT"}).out == "1\n");
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("archive safety: without a thread to be had, one does all the work") {
  if (!can_fail_calls()) return;
  const Archive archive;
  archive.write("articles.jsonl", json_lines(known_articles()));
  for (int when = 1; when < 8; ++when) {
    CAPTURE(when);
    fs::remove_all(archive.db());
    const FailedRun run =
        run_failing({"clone3,clone", "EAGAIN", when}, "indexer",
                    {"update", "-q", "--threads", "2", "--db", archive.db(), "articles.jsonl"},
                    archive.folder());
    if (!run.happened) break;
    CHECK_MESSAGE(run.result.code == 0, run.result.err);
    check_whole(archive, "7\n", "7\n");
  }
}

TEST_CASE("archive safety: standard streams that are closed or full") {
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const auto shell = [&](const std::string& redirected) {
    return run_program("/bin/sh", {"-c", std::string(KHOBAO_TEST_INDEXER) + " " + redirected},
                       {.input = {}, .folder = archive.folder(), .environment = {}});
  };
  CHECK(shell("verify --db db >&-").code == 4);
  CHECK(shell("verify --db db >/dev/full").code == 4);
  CHECK(shell("status --db db >/dev/full").code == 4);
  CHECK(shell("update --db db more.txt >&-").code == 4);
  CHECK(shell("update --db db <&- >&- 2>&-").code == 4);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
  CHECK(archive.search({"--count", "cầu"}).out == "8\n");
  // A reader that is gone ends no run half done.
  archive.write("last.txt", "Tin\n\nBài cuối về cầu.\n");
  const CliResult unread =
      run_program("/bin/bash",
                  {"-c", std::string("{ sleep 0.2; ") + KHOBAO_TEST_INDEXER +
                             " update --db db last.txt; } | true; exit ${PIPESTATUS[0]}"},
                  {.input = {}, .folder = archive.folder(), .environment = {}});
  CHECK(unread.code == 4);
  CHECK(unread.err.find("cannot write to standard output: Broken pipe\n") != std::string::npos);
  CHECK(archive.search({"--count", "cầu"}).out == "9\n");
}

// A segment's blocks are written by a commit of Xapian's, some of them in destructors, where an
// exception would end the program. The texts are invented.
TEST_CASE(
    "archive safety: whichever write or read of a segment fails, the run names it and the reason") {
  if (!can_fail_calls()) return;
  std::vector<TestArticle> articles;
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back({.id = "bai-" + number,
                        .date = "2020-07-02",
                        .title = "Cầu số " + number,
                        .body = "Xã Đồng Mây xây cầu số " + number + " qua kênh q" + number +
                                "a. Bà con góp công trong " + number + " ngày."});
  }
  const Archive archive(articles);
  // The loader reads twice before the program begins.
  for (const auto& [call, error, reason, first, step] :
       {std::tuple{"pwrite64", "ENOSPC", "No space left on device", 1, 2},
        {"pread64", "EIO", "Input/output error", 3, 5}}) {
    int failed = 0;
    for (int when = first;; when += step) {
      CAPTURE(call);
      CAPTURE(when);
      fs::remove_all(archive.db());
      const FailedRun run =
          run_failing({call, error, when}, "indexer",
                      {"update", "-q", "--threads", "1", "--db", archive.db(), "articles.jsonl"},
                      archive.folder());
      if (!run.happened) break;
      ++failed;
      CHECK(run.result.code == 4);
      CAPTURE(run.result.err);
      CHECK(run.result.err.starts_with("indexer: error: cannot "));
      CHECK(run.result.err.find(archive.db() + "/") != std::string::npos);
      CHECK(run.result.err.find(reason) != std::string::npos);
      CHECK(run.result.err.find("Modifications failed") == std::string::npos);
      CHECK(listing(archive.db()) == "current\nwriter.lock\n");
    }
    CHECK(failed >= 10);
  }
}

TEST_CASE("archive safety: a lock of Xapian's that cannot be taken once is taken again") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  for (int when = 1;; ++when) {
    CAPTURE(when);
    kept.put_back();
    const FailedRun run =
        run_failing({"fcntl", "ENOLCK", when}, "indexer",
                    {"update", "-q", "--db", archive.db(), "more.txt"}, archive.folder());
    if (!run.happened) break;
    CAPTURE(run.result.err);
    CHECK((run.result.code == 0 ||
           run.result.err.find(": No locks available\n") != std::string::npos));
    check_whole(archive, "7\n", "8\n");
  }
}

TEST_CASE("archive safety: a signal ends a run cleanly") {
  const Archive archive(known_articles());
  const Kept kept(archive);
  archive.write("more.jsonl", "{\"id\":\"mới\",\"body\":\"Thêm một bài về cầu.\"}\n");
  for (const auto& [name, code] :
       {std::pair{std::string("INT"), 130}, {"TERM", 143}, {"HUP", 129}}) {
    CAPTURE(name);
    kept.put_back();
    const CliResult run = run_program(
        "/bin/bash",
        {"-c", "(cat more.jsonl; sleep 1) | (trap - " + name + "; exec " + KHOBAO_TEST_INDEXER +
                   " update --db db -) & sleep 0.4; kill -" + name + " $!; wait $!"},
        {.input = {}, .folder = archive.folder(), .environment = {}});
    CHECK(run.code == code);
    CHECK(run.err == "indexer: error: stopped by SIG" + name + "; the archive is as it was\n");
    check_whole(archive, "7\n", "7\n");
    CHECK(listing(archive.db()) == listing(archive.folder() + "/kept"));
  }
}

TEST_CASE("archive safety: too few descriptors are never taken for another writer or for damage") {
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  for (int files = 4; files < 24; ++files) {
    CAPTURE(files);
    kept.put_back();
    // 127: the loader had no descriptor left for a library, and nothing of ours ran.
    const CliResult run =
        run_program("/bin/sh",
                    {"-c", "ulimit -n " + std::to_string(files) + "; " + KHOBAO_TEST_INDEXER +
                               " update -q --db db more.txt; code=$?; "
                               "[ $code -eq 127 ] && exit 4; exit $code"},
                    {.input = {}, .folder = archive.folder(), .environment = {}});
    CHECK_MESSAGE((run.code == 0 || run.code == 1 || run.code == 4), run.err);
    check_whole(archive, "7\n", "8\n");
  }
}

TEST_CASE("archive safety: articles of a damaged layer are read again, and the lost ones named") {
  const Archive archive(known_articles());
  REQUIRE(archive.update({"-"}, "{\"id\":\"một-lần\",\"body\":\"Cầu mới.\"}\n").code == 0);
  archive.write("bao/tin.txt", "Tin\n\nThêm một bài về cầu.\n");
  REQUIRE(archive.update({"bao"}).code == 0);
  const std::vector<std::string> ids = archive.ids();
  const auto damage = [&](const std::string& layer) {
    const std::string path = archive.db() + "/" + layer + "/index/postlist.glass";
    std::string bytes = read_file(path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_file(path, bytes);
  };
  std::vector<std::string> layers;
  for (const auto& entry : fs::directory_iterator(archive.db())) {
    if (entry.path().filename().string().starts_with("layer-"))
      layers.push_back(entry.path().filename());
  }
  std::sort(layers.begin(), layers.end());
  SUBCASE("all that the sources hold comes back") {
    damage(layers.front());
    if (layers.size() > 1) damage(layers.back());
    CHECK(archive.indexer("verify").code == 3);
    const CliResult repaired = archive.update({"--reread"});
    CHECK(archive.indexer("verify", {"--full"}).code == 0);
    std::vector<std::string> without = ids;
    if (repaired.code == 1) {
      CHECK(repaired.err.find("indexer: lost 'một-lần' from '-:1'\n") != std::string::npos);
      std::erase(without, "một-lần");
    }
    CHECK(archive.ids() == without);
    CHECK(archive.update({}).code == 0);
    CHECK(archive.ids() == without);
  }
  SUBCASE("sources that are not there keep what was") {
    damage(layers.back());
    const std::string pointer = read_file(archive.db() + "/current");
    fs::rename(archive.folder() + "/bao", archive.folder() + "/gone");
    fs::rename(archive.folder() + "/articles.jsonl", archive.folder() + "/gone.jsonl");
    CHECK(archive.update({"--reread"}).code == 4);
    CHECK(read_file(archive.db() + "/current") == pointer);
  }
  SUBCASE("nothing is damaged") {
    const CliResult repaired = archive.update({"--reread"});
    CHECK(repaired.code == 0);
    CHECK(repaired.err == "indexer: no layer is damaged\n");
    CHECK(archive.ids() == ids);
  }
}
