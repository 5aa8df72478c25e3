// What goes wrong in years of nightly runs: processes killed, disks full, files damaged, readers
// and writers at once. The index stays whole, or the damage is named.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <thread>

#include "indexer/build.h"
#include "searcher/index.h"
#include "searcher/search.h"
#include "tests/support/changing_folder.h"
#include "tests/support/described_archive.h"
#include "tests/support/known_articles.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Ends the indexer with SIGKILL after so many seconds, unless it is done before.
CliResult killed_indexer(double seconds, std::vector<std::string> args, const std::string& folder) {
  args.insert(args.begin(), {"-s", "KILL", std::to_string(seconds), KHOBAO_TEST_INDEXER});
  return run_program("/usr/bin/timeout", args, {.input = {}, .folder = folder, .environment = {}});
}

std::string described(const std::string& db) {
  return described_archive(db, {"lúa gạo", "\"đại hội\"", "cầu OR hòa", "Covid -hội"}, false);
}

void build(const std::string& db, const std::string& folder, indexer::BuildMode mode,
           const names::Gazetteer& gazetteer) {
  indexer::BuildRequest request;
  request.mode = mode;
  request.targets = {{folder + "/a", ""}, {folder + "/b", ""}};
  request.pipeline.threads = 2;
  request.pipeline.gazetteer = &gazetteer;
  request.allow_deletions = true;
  pipeline::Progress progress;
  const auto report = indexer::build_archive(db, request, progress);
  REQUIRE_MESSAGE(report, (report ? "" : report.error().message));
}

CliResult shell(const std::string& script, const std::string& folder) {
  return run_program("/bin/sh", {"-c", script},
                     {.input = {},
                      .folder = folder,
                      .environment = {std::string("INDEXER=") + KHOBAO_TEST_INDEXER,
                                      std::string("SEARCHER=") + KHOBAO_TEST_SEARCHER}});
}

// With a file system of this size at `small` below the folder, for the script alone. Nothing, with a
// message that the test is skipped, without the right to mount one.
std::optional<CliResult> on_small_disk(const std::string& size, const std::string& script,
                                       const std::string& folder) {
  const CliResult run = shell(
      "exec 2>&1; unshare -rm true 2>/dev/null && with='unshare -rm' || with='unshare -m'\n"
      "$with true || { echo NO RIGHT; exit 0; }\n"
      "$with sh -c 'mount -t tmpfs -o size=" +
          size + " tmpfs small || { echo NO RIGHT; exit 0; }\n" + script + "'",
      folder);
  if (run.out.find("NO RIGHT") == std::string::npos) return run;
  MESSAGE("SKIPPED: no right to mount a small disk");
  return std::nullopt;
}

std::vector<TestArticle> many_articles(size_t count) {
  std::vector<TestArticle> articles;
  for (size_t i = 0; i < count; ++i) {
    std::string body;
    for (size_t n = 0; n < 200; ++n)
      body += "chữ" + std::to_string((i * 7919 + n * 104729) % 99991) + " ";
    articles.push_back(
        {.id = "nhiều-" + std::to_string(i), .date = "2021-01-01", .title = "Tin", .body = body});
  }
  return articles;
}

}  // namespace

TEST_CASE(
    "faults: killed at any moment, the index is whole, and the next update equals a rebuild") {
  const names::Gazetteer gazetteer;
  const TempDir dir;
  const std::string db = dir / "db", fresh = dir / "fresh";
  ChangingFolder folder(dir.path(), 1);
  for (int i = 0; i < 20; ++i) folder.change();
  const std::vector<std::string> update = {
      "update", "--allow-deletions", "--quiet", "--db", db, "a", "b"};
  std::vector<std::string> rebuild = update;
  rebuild[0] = "rebuild";
  const auto start = Clock::now();
  REQUIRE(killed_indexer(60, update, dir.path()).code <= 1);
  const double whole_run = seconds_since(start);
  int killed = 0;
  for (int moment = 0; moment < 100; ++moment) {
    CAPTURE(moment);
    for (int i = 0; i < 3; ++i) folder.change();
    const double after =
        whole_run * 1.2 * static_cast<double>(folder.random()() % 1000) / 1000 + 0.001;
    const CliResult run = killed_indexer(after, moment % 2 == 0 ? update : rebuild, dir.path());
    killed += run.code > 1;
    const CliResult verified = run_cli("indexer", {"verify", "--full", "--db", db}, dir.path());
    CHECK_MESSAGE(verified.code == 0, verified.err);
    CHECK(described(db).size() > 100);
    if (moment % 4 != 3) continue;
    build(db, dir.path(), indexer::BuildMode::update, gazetteer);
    build(fresh, dir.path(), indexer::BuildMode::rebuild, gazetteer);
    CHECK(described(db) == described(fresh));
    size_t folders = 0;
    for (const auto& entry : fs::directory_iterator(db)) folders += entry.is_directory();
    CHECK(folders <= 9);  // one generation, eight layers: nothing of the killed runs is left
  }
  MESSAGE(killed << " of 100 runs were killed before their end");
  CHECK(killed > 20);
}

namespace {

// Searches without pause until the file `stop` is there, and writes what came of it to `report`:
// the number of answers, and the failures and wrong totals.
void read_without_pause(const std::string& db, const std::string& stop, const std::string& report) {
  uint64_t answers = 0;
  std::string failures;
  while (!fs::exists(stop)) {
    auto index = searcher::Index::open(db);
    if (!index) {
      failures += index.error().message + "\n";
      continue;
    }
    for (const auto& [query, want] :
         {std::pair{"\"bất biến\"", uint64_t{10}}, std::pair{"\"trạng thái\"", uint64_t{1}}}) {
      searcher::SearchRequest request;
      request.query = query;
      request.facets = {archive::FieldId::date};
      const auto response = searcher::search(*index, request);
      if (!response) {
        failures += response.error().message + "\n";
      } else if (response->total != want) {
        failures += std::string(query) + ": " + std::to_string(response->total) + "\n";
      }
      ++answers;
    }
  }
  write_file(report, std::to_string(answers) + "\n" + failures);
}

}  // namespace

TEST_CASE("faults: four readers see a whole archive while updates commit") {
  const char* wanted = std::getenv("KHOBAO_READERS_SECONDS");
  const double duration = wanted ? std::strtod(wanted, nullptr) : 3;
  const names::Gazetteer gazetteer;
  const TempDir dir;
  const std::string db = dir / "db";
  fs::create_directories(dir / "b");
  // Ten articles stay; one says now this, now that, but is always there; others come and go.
  for (int i = 0; i < 10; ++i)
    write_file(dir / ("a/" + std::to_string(i) + ".txt"), "Tin\n\nBà con bất biến bên sông Kon.\n");
  write_file(dir / "a/flip.txt", "Tin\n\nTrạng thái ban đầu.\n");
  build(db, dir.path(), indexer::BuildMode::rebuild, gazetteer);
  std::vector<pid_t> readers;
  for (int reader = 0; reader < 4; ++reader) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      read_without_pause(db, dir / "stop", dir / ("report" + std::to_string(reader)));
      _exit(0);
    }
    readers.push_back(child);
  }
  const auto start = Clock::now();
  int updates = 0;
  while (seconds_since(start) < duration) {
    ++updates;
    write_file(dir / "a/flip.txt", "Tin\n\nTrạng thái số " + std::to_string(updates) + ".\n");
    write_file(dir / ("b/" + std::to_string(updates % 7) + ".txt"),
               "Tin\n\nChuyện " + std::to_string(updates) + "\n");
    if (updates % 5 == 0) fs::remove(dir / ("b/" + std::to_string(updates % 3) + ".txt"));
    build(db, dir.path(),
          updates % 9 == 0 ? indexer::BuildMode::rebuild : indexer::BuildMode::update, gazetteer);
  }
  write_file(dir / "stop", "");
  uint64_t answers = 0;
  for (size_t reader = 0; reader < readers.size(); ++reader) {
    int status = 0;
    REQUIRE(waitpid(readers[reader], &status, 0) == readers[reader]);
    CHECK(status == 0);
    const std::string report = read_file(dir / ("report" + std::to_string(reader)));
    answers += std::strtoull(report.c_str(), nullptr, 10);
    CHECK(report.substr(report.find('\n') + 1) == "");
  }
  MESSAGE(answers << " answers during " << updates << " updates");
  CHECK(answers > 20);
  CHECK(updates > 3);
}

TEST_CASE("faults: each file of the index cut or changed: verify says so, searches never crash") {
  const Archive archive(known_articles());
  archive.write("bao/tin.txt", "Tin\n\nThêm một bài về cầu, cho có hai lớp.\n");
  archive.write("ten.tsv", "Nhóm Mái Lá\tNML\n");
  archive.write("sua.jsonl",
                R"({"id": "bao/tin.txt", "field": "published", "value": "2020-07-02"})");
  REQUIRE(archive.update({"bao", "--names", "ten.tsv", "--corrections", "sua.jsonl"}).code == 0);
  // Records in other lines than they were written, articles marked as deleted.
  std::vector<TestArticle> other_lines = known_articles();
  std::swap(other_lines.front(), other_lines.back());
  archive.write("articles.jsonl", json_lines(other_lines));
  REQUIRE(archive.update({"articles.jsonl"}).code == 0);
  archive.write("bao/tin.txt", "Tin\n\nBài về cầu được sửa lại.\n");
  REQUIRE(archive.update({"bao"}).code == 0);
  REQUIRE(archive.indexer("verify").code == 0);
  const std::string want = archive.search({"cầu", "--facets", "date,org", "--format", "csv"}).out;
  size_t faults = 0, noticed = 0;
  for (const auto& entry : fs::recursive_directory_iterator(archive.db())) {
    const std::string path = entry.path();
    if (!entry.is_regular_file() || fs::file_size(entry.path()) == 0) continue;
    const std::string bytes = read_file(path);
    std::vector<std::string> damaged = {bytes.substr(0, bytes.size() / 2),
                                        bytes.substr(0, bytes.size() - 1), ""};
    for (const size_t at :
         {size_t{0}, bytes.size() / 7, bytes.size() / 3, bytes.size() / 2, bytes.size() - 2}) {
      damaged.push_back(bytes);
      damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ (1 << at % 8));
    }
    for (size_t i = 0; i < damaged.size(); ++i) {
      CAPTURE(path);
      CAPTURE(i);
      write_file(path, damaged[i]);
      const CliResult search =
          shell("exec timeout 20 \"$SEARCHER\" --db db cầu --facets date,org --format csv",
                archive.folder());
      CHECK(search.code <= 3);  // 124 would be a hang, from 128 a signal
      const bool pointer = fs::path(path).filename() == "current";
      const std::string way_out = pointer ? "indexer recover --db" : "indexer rebuild --db";
      if (search.code == 3) CHECK(search.err.find(way_out) != std::string::npos);
      noticed += search.code == 3;
      ++faults;
      const CliResult verify = archive.indexer("verify");
      CHECK(verify.code == 3);
      CHECK(verify.err.find("indexer ") != std::string::npos);
    }
    write_file(path, bytes);
  }
  MESSAGE(faults << " faults, all found by verify; " << noticed
                 << " noticed by the search at hand");
  CHECK(archive.search({"cầu", "--facets", "date,org", "--format", "csv"}).out == want);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("faults: two writers at once") {
  const Archive archive(known_articles());
  const int lock = open((archive.db() + "/writer.lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(lock >= 0);
  REQUIRE(flock(lock, LOCK_EX | LOCK_NB) == 0);
  const CliResult second = archive.update({});
  CHECK(second.code == 75);
  CHECK(second.err ==
        "indexer: error: index '" + archive.db() +
            "' is being written by another process\nhint: try again when that run has "
            "ended\n");
  CHECK(archive.answer({"cầu"}).total == 7);
  close(lock);
  CHECK(archive.update({}).code == 0);
}

TEST_CASE("faults: a full disk leaves the old index as it was") {
  const Archive archive;
  archive.write("few.jsonl", json_lines(known_articles()));
  archive.write("many.jsonl", json_lines(many_articles(3000)));
  fs::create_directory(archive.folder() + "/small");
  const std::optional<CliResult> run = on_small_disk(
      "4m",
      "\"$INDEXER\" update --db small/db few.jsonl; echo first $?\n"
      "\"$INDEXER\" update --db small/db many.jsonl; echo second $?\n"
      "\"$INDEXER\" verify --db small/db; echo verify $?\n"
      "\"$SEARCHER\" --db small/db --count cầu; echo search $?\n"
      "\"$INDEXER\" update --db small/db few.jsonl; echo third $?",
      archive.folder());
  if (!run) return;
  CAPTURE(run->out);
  CHECK(run->out.find("first 0\n") != std::string::npos);
  CHECK(run->out.find("second 4\n") != std::string::npos);
  CHECK((run->out.find("No space left on device") != std::string::npos ||
         run->out.find("too little room on the disk") != std::string::npos));
  CHECK(run->out.find("verify 0\n") != std::string::npos);
  CHECK(run->out.find("7\nsearch 0\n") != std::string::npos);
  CHECK(run->out.find("third 0\n") != std::string::npos);
}

TEST_CASE("faults: that a merge has too little room is told before it begins, with figures") {
  const Archive archive;
  archive.write("many.jsonl", json_lines(many_articles(3000)));
  archive.write("names.tsv", "Hội Trồng nấm Đồng Mây\tHTNĐM\n");
  fs::create_directory(archive.folder() + "/small");
  const std::optional<CliResult> run = on_small_disk(
      "140m",
      "\"$INDEXER\" update -q --db small/db many.jsonl; echo first $?\n"
      "room=$(df --output=avail -k small | tail -1); held=$(du -sk small/db | cut -f1)\n"
      // Room for the archive once more, but not twice.
      "head -c $(((room - held * 3 / 2) * 1024)) /dev/zero >small/full; ls small >before\n"
      "\"$INDEXER\" update -q --db small/db --names names.tsv; echo second $?\n"
      "\"$INDEXER\" verify --db small/db; echo verify $?; ls small/db\n"
      "rm small/full\n"
      "\"$INDEXER\" update -q --db small/db --names names.tsv; echo third $?",
      archive.folder());
  if (!run) return;
  CAPTURE(run->out);
  CHECK(run->out.find("first 0\n") != std::string::npos);
  CHECK(run->out.find("second 4\n") != std::string::npos);
  CHECK(run->out.find("too little room on the disk to merge layers in 'small/db': ") !=
        std::string::npos);
  CHECK(run->out.find(" MB are needed, and ") != std::string::npos);
  CHECK(run->out.find("verify 0\n") != std::string::npos);
  CHECK(run->out.find("layer-000002") == std::string::npos);
  CHECK(run->out.find("third 0\n") != std::string::npos);
}

TEST_CASE("faults: too little memory ends a run with a message") {
  const Archive archive(known_articles());
  archive.write("many.jsonl", json_lines(many_articles(2000)));
  const auto run_with = [&](int megabytes, const std::string& command) {
    return shell("ulimit -c 0; ulimit -v " + std::to_string(megabytes * 1024) +
                     "; exec timeout 100 \"$INDEXER\" " + command,
                 archive.folder());
  };
  int ended = 0;
  for (int megabytes = 80; megabytes <= 140; megabytes += 20) {
    CAPTURE(megabytes);
    if (run_with(megabytes, "--version").code != 0) continue;  // sanitizers take terabytes
    const CliResult run = run_with(megabytes, "update -q --threads 2 --db db many.jsonl 2>&1");
    CHECK_MESSAGE((run.code == 0 || run.code == 4), run.out);
    if (run.code == 0) break;
    ++ended;
    const bool says_why = run.out.find("out of memory") != std::string::npos ||
                          run.out.find("Cannot allocate memory") != std::string::npos;  // ENOMEM
    CHECK_MESSAGE(says_why, run.out);
    CHECK(archive.indexer("verify").code == 0);
    CHECK(archive.search({"--count", "cầu"}).out == "7\n");
  }
  MESSAGE(ended << " runs ended for want of memory");
}

TEST_CASE("faults: a folder that may not be written, and few open files") {
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  SUBCASE("a folder that may not be written") {
    fs::permissions(archive.folder(), fs::perms::others_exec | fs::perms::others_read,
                    fs::perm_options::add);
    const std::string as_nobody = geteuid() == 0
                                      ? "exec setpriv --reuid=65534 --regid=65534 --clear-groups "
                                      : "chmod -R a-w db; exec ";
    const CliResult update =
        shell(as_nobody + "\"$INDEXER\" update --db db more.txt", archive.folder());
    if (update.err.find("setpriv") != std::string::npos) {
      MESSAGE("SKIPPED: no right to become another user");
      return;
    }
    CHECK(update.code == 4);
    CHECK(update.err.find("Permission denied") != std::string::npos);
    const CliResult search =
        shell(as_nobody + "\"$SEARCHER\" --db db --count cầu", archive.folder());
    CHECK(search.code == 0);
    CHECK(search.out == "7\n");
    shell("chmod -R u+w db", archive.folder());
  }
  SUBCASE("few open files") {
    for (int files = 13; files < 40; files += 3) {
      CAPTURE(files);
      const std::string limit = "ulimit -n " + std::to_string(files) + "; exec ";
      archive.write("more.txt", "Tin\n\nThêm một bài về cầu, lần " + std::to_string(files) + ".\n");
      const CliResult update =
          shell(limit + "\"$INDEXER\" update --db db more.txt 2>&1", archive.folder());
      CHECK((update.code == 0 || update.code == 1 || update.code == 4 || update.code == 127));
      if (update.code == 4) CHECK(update.out.find("Too many open files") != std::string::npos);
      const CliResult search =
          shell(limit + "\"$SEARCHER\" --db db --count cầu 2>&1", archive.folder());
      CHECK((search.code == 0 || search.code == 3 || search.code == 4 || search.code == 127));
      CHECK(archive.indexer("verify").code == 0);
    }
    CHECK(archive.update({"more.txt"}).code == 0);
    CHECK(archive.search({"--count", "cầu"}).out == "8\n");
  }
}

TEST_CASE("faults: files that change and vanish while they are read") {
  const names::Gazetteer gazetteer;
  const TempDir dir;
  const std::string db = dir / "db", fresh = dir / "fresh";
  ChangingFolder folder(dir.path(), 5);
  for (int i = 0; i < 40; ++i) folder.change();
  std::atomic<bool> done{false};
  std::thread changer([&] {
    for (int i = 0; i < 2000 && !done; ++i) {
      folder.change();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  });
  for (int run = 0; run < 15; ++run) {
    const CliResult update =
        run_cli("indexer", {"update", "--allow-deletions", "--db", db, "a", "b"}, dir.path());
    CHECK_MESSAGE(update.code <= 1, update.err);
    CHECK(run_cli("indexer", {"verify", "--db", db}, dir.path()).code == 0);
  }
  done = true;
  changer.join();
  build(db, dir.path(), indexer::BuildMode::update, gazetteer);
  build(fresh, dir.path(), indexer::BuildMode::rebuild, gazetteer);
  CHECK(described(db) == described(fresh));
}
