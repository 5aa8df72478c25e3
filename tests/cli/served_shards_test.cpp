// Searches of shards that servers have, one of which is away, slow, another's or lies: the answer is of
// the others and says so, or fails in time; nothing hangs. The articles are invented.
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "common/archive/publication/carried_article.h"
#include "common/archive/publication/publication_header.h"
#include "searcher/index.h"
#include "tests/support/archive.h"
#include "tests/support/random_requests.h"
#include "tests/support/served_shards.h"

using namespace khobao;
using namespace khobao::test;

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;
constexpr size_t kShards = 3;
constexpr size_t kArticles = 60;

// An archive, published and served; searches keep their tables in a cache of its own.
struct Served {
  explicit Served(size_t count = kArticles)
      : archive(numbered_articles(0, count)),
        into(archive.folder() + "/published"),
        published(publish()),
        servers(into, kShards) {}

  CliResult publish() const {
    return archive.indexer("publish", {"--into", into, "--shards", std::to_string(kShards)});
  }

  CliResult search(const std::vector<std::string>& addresses, const std::vector<std::string>& args,
                   const std::string& path = "") const {
    std::vector<std::string> all;
    for (const std::string& address : addresses) all.insert(all.end(), {"--db", address});
    all.insert(all.end(), args.begin(), args.end());
    all.insert(all.begin(), {"PATH=" + path + ":/usr/bin:/bin", KHOBAO_TEST_SEARCHER});
    return run_program("/usr/bin/env", all,
                       {.input = {},
                        .folder = archive.folder(),
                        .environment = {"XDG_CACHE_HOME=" + archive.folder() + "/cache"}});
  }
  Json answer(const std::vector<std::string>& addresses,
              const std::vector<std::string>& args = {}) const {
    std::vector<std::string> all{"--format", "json", "--facets", "date:year", "--shard-timeout", "1"};
    all.insert(all.end(), args.begin(), args.end());
    all.emplace_back("lúa");
    const CliResult run = search(addresses, all);
    CHECK(run.err == "");
    REQUIRE(run.code == 0);
    return Json::parse(run.out);
  }
  // Of how many articles the shard is.
  size_t articles_of(size_t shard) const {
    const Xapian::Database database(into + "/live/shard-0" + std::to_string(shard + 1));
    return database.get_doccount();
  }

  Archive archive;
  std::string into;
  CliResult published;
  ServedShards servers;
};

// The answer is of all shards but one, which it names.
void check_without(const Served& served, size_t shard, const Json& answer,
                   const std::string& named, const std::string& reason) {
  const size_t missing = served.articles_of(shard);
  CHECK(answer["total"] == Json{{"value", kArticles - missing},
                                {"exact", false},
                                {"groups", kArticles - missing},
                                {"most", kArticles}});
  CHECK(answer["facet_details"]["date"]["exact"] == false);
  REQUIRE(answer["missing_shards"].size() == 1);
  CHECK(answer["missing_shards"][0]["shard"] == named);
  const std::string why = answer["missing_shards"][0]["reason"];
  CAPTURE(why);
  CHECK(why.find(reason) != std::string::npos);
  REQUIRE(answer["warnings"].size() == 1);
  CHECK(answer["warnings"][0]["message"] == "a part of the archive is missing: " + why);
}

}  // namespace

TEST_CASE("served shards: all of them answer as the archive does") {
  if (!can_serve()) return;
  const Served served;
  REQUIRE(served.published.code == 0);
  const Json answer = served.answer(served.servers.addresses());
  CHECK(answer["total"]["value"] == kArticles);
  CHECK(answer["total"]["exact"] == true);
  CHECK_FALSE(answer.contains("missing_shards"));
  const auto& all = served.servers.addresses();
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"--count", "lúa"}, {"-l", "gặt lúa"}, {"--list", "source"},
        {"--timeline", "lúa"}, {"--show", "bai-5"}, {"--show", "bai-5", "--cite", "lúa"},
        {"--history", "bai-5"}, {"--format", "csv", "--sort", "oldest", "lúa"},
        {"--format", "jsonl", "thon 7"}, {"--facets", "date"}, {"--table", "source,date"}}) {
    CAPTURE(args.front());
    const CliResult run = served.search(all, args);
    const CliResult own = served.archive.search(args);
    if (args.front() != "--facets" && args.front() != "--table") CHECK(run.out == own.out);
    CHECK(run.err == own.err);
    CHECK(run.code == own.code);
  }
}

TEST_CASE("served shards: a reader that has seen enough ends the search quietly") {
  if (!can_serve()) return;
  const Served served;
  std::vector<std::string> args{"-c", "{ \"$@\"; echo $? >&2; } | true", "sh", KHOBAO_TEST_SEARCHER};
  for (const std::string& address : served.servers.addresses())
    args.insert(args.end(), {"--db", address});
  args.insert(args.end(), {"-l", "lúa"});
  const CliResult run =
      run_program("/bin/sh", args,
                  {.input = {},
                   .folder = served.archive.folder(),
                   .environment = {"XDG_CACHE_HOME=" + served.archive.folder() + "/cache"}});
  CHECK(run.err == "141\n");  // by SIGPIPE
}

TEST_CASE("served shards: one that is away is told, and --all-shards fails") {
  if (!can_serve()) return;
  Served served;
  const auto& all = served.servers.addresses();
  served.servers.end(1);
  for (int again = 0; again < 2; ++again)  // with tables from the other shards, then from the cache
    check_without(served, 1, served.answer(all), all[1], "cannot be asked: ");
  const CliResult none = served.search(all, {"--all-shards", "lúa"});
  CHECK(none.code == 3);
  CHECK(none.out == "");
  CHECK(none.err.find("error: a part of the archive is missing: '" + all[1] + "' cannot be asked: ") !=
        std::string::npos);
  const CliResult text = served.search(all, {"lúa"});
  CHECK(text.out.find("warning: a part of the archive is missing: '" + all[1]) != std::string::npos);
  CHECK(text.out.find("at least ") != std::string::npos);
  const CliResult count = served.search(all, {"--count", "lúa"});
  CHECK(count.out == std::to_string(kArticles - served.articles_of(1)) + "\n");
  CHECK(count.err.find("warning: a part of the archive is missing: ") != std::string::npos);
  served.servers.end(0);
  served.servers.end(2);
  const CliResult away = served.search(all, {"lúa"});
  CHECK(away.code == 3);
  CHECK(away.err.find("cannot be asked") != std::string::npos);
}

TEST_CASE("served shards: another place of a shard is asked where the first is away") {
  if (!can_serve()) return;
  Served served;
  auto all = served.servers.addresses();
  all[1] = "tcp://127.0.0.1:" + std::to_string(free_port()) + "," + all[1].substr(std::string("tcp://").size());
  const Json answer = served.answer(all);
  CHECK(answer["total"]["value"] == kArticles);
  CHECK_FALSE(answer.contains("missing_shards"));
}

TEST_CASE("served shards: one that is cut or falls silent in the middle is told in time") {
  if (!can_serve()) return;
  const Served served;
  // First all tables are kept, so that what fails is the search.
  REQUIRE(served.answer(served.servers.addresses())["total"]["exact"] == true);
  for (const std::string fault : {"--cut-after", "--hang-after"}) {
    for (const std::string bytes : {"10", "1700", "2500", "4000"}) {
      CAPTURE(fault);
      CAPTURE(bytes);
      const SlowProxy proxy(served.servers.port(2), {fault, bytes});
      auto all = served.servers.addresses();
      all[2] = proxy.address();
      const auto begin = Clock::now();
      const Json answer = served.answer(all);
      CHECK(Clock::now() - begin < std::chrono::seconds(15));
      check_without(served, 2, answer, all[2],
                    fault == "--cut-after" ? "cannot be asked: "
                                                        : "did not answer within 1");
    }
  }
}

TEST_CASE("served shards: far away, the answer is the same") {
  if (!can_serve()) return;
  const Served served;
  std::vector<std::unique_ptr<SlowProxy>> proxies;
  std::vector<std::string> far;
  for (size_t n = 0; n < kShards; ++n) {
    proxies.push_back(std::make_unique<SlowProxy>(served.servers.port(n),
                                                  std::vector<std::string>{"--delay-ms", "30"}));
    far.push_back(proxies.back()->address());
  }
  Json near = served.answer(served.servers.addresses()), answer = served.answer(far);
  near.erase("took_ms");
  answer.erase("took_ms");
  CHECK(answer == near);
}

TEST_CASE("served shards: another's shard, and what is none, are told") {
  if (!can_serve()) return;
  const Served served, other;
  auto all = served.servers.addresses();
  all[0] = other.servers.addresses()[0];
  check_without(served, 0, served.answer(all), all[0], "is a shard of another publication");

  const std::string none = served.archive.folder() + "/none";
  Xapian::WritableDatabase(none, Xapian::DB_CREATE).commit();
  const unsigned port = free_port();
  const ServerProcess server = serve_databases({none}, port);
  all[0] = "tcp://127.0.0.1:" + std::to_string(port);
  check_without(served, 0, served.answer(all), all[0], "is no shard of a published archive");

  const std::string old = served.archive.folder() + "/old";
  {
    Xapian::WritableDatabase shard(old, Xapian::DB_CREATE);
    std::string header = Xapian::Database(served.into + "/live/shard-01")
                             .get_metadata(archive::kPublicationHeaderKey);
    const std::string version = "\"version\": ";
    header.replace(header.find(version) + version.size(), 1, "1");
    shard.set_metadata(archive::kPublicationHeaderKey, header);
    shard.commit();
  }
  const unsigned old_port = free_port();
  const ServerProcess old_server = serve_databases({old}, old_port);
  all[0] = "tcp://127.0.0.1:" + std::to_string(old_port);
  check_without(served, 0, served.answer(all), all[0], "was written by another version");
}

TEST_CASE("served shards: addresses that cannot be are refused, and too few of them, or one twice") {
  if (!can_serve()) return;
  const Served served;
  const auto& all = served.servers.addresses();
  const auto refused = [&](const std::vector<std::string>& addresses,
                           const std::vector<std::string>& args, const std::string& told) {
    const CliResult run = served.search(addresses, args);
    CAPTURE(told);
    CAPTURE(run.err);
    CHECK(run.code == 2);
    CHECK(run.out == "");
    CHECK(run.err.find(told) != std::string::npos);
  };
  refused({"tcp://-x:1"}, {"lúa"}, "'tcp://-x:1' is no address of a shard");
  refused({"ssh://-oProxyCommand=reboot/x"}, {"lúa"}, "is no address of a shard");
  refused({all[0]}, {"lúa"}, "1 shard was named, and the published archive has 3");
  refused({all[0], all[1], "tcp://127.0.0.1:" + std::to_string(served.servers.port(1)) + ",127.0.0.1:1"},
          {"lúa"}, "are the same shard");
  refused({all[0], served.into}, {"lúa"}, "they are not searched together");
  refused(all, {"--shard-timeout", "0", "lúa"}, "--shard-timeout takes 1 to ");
  refused(all, {"--similar", "bai-5"}, "--similar reads more of an archive");
  refused(all, {"--story", "bai-5"}, "--story reads more of an archive");
  refused(all, {"--trace", "Bà con ra đồng."}, "--trace reads more of an archive");
  refused(all, {"--timeline", "--per-mille", "lúa"}, "--per-mille reads more of an archive");
  refused(all, {"--offset", "5000", "lúa"}, "pages reach to hit ");
}

TEST_CASE("served shards: republished under load, every answer is of one publication") {
  if (!can_serve()) return;
  const Served served;
  std::atomic<bool> done = false;
  std::atomic<size_t> answers = 0;
  std::vector<std::string> wrong;
  std::thread reader([&] {
    while (!done) {
      const CliResult run = served.search(served.servers.addresses(), {"--format", "json", "lúa"});
      const Json answer = run.code == 0 ? Json::parse(run.out) : Json();
      // Each publication has five articles more.
      if (run.code != 0 || answer["total"]["exact"] != true ||
          answer["total"]["value"].get<size_t>() % 5 != 0)
        wrong.push_back(run.err + run.out);
      ++answers;
    }
  });
  for (size_t held = kArticles; held < kArticles + 20; held += 5) {
    served.archive.write("more.jsonl", json_lines(numbered_articles(kArticles, held + 5)));
    REQUIRE(served.archive.update({"more.jsonl"}).code == 0);
    REQUIRE(served.publish().code == 0);
  }
  const size_t by_now = answers;
  while (answers < by_now + 2 && wrong.empty())
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  done = true;
  reader.join();
  for (const std::string& answer : wrong) FAIL_CHECK(answer);
  CHECK(answers > 3);
  CHECK(served.answer(served.servers.addresses())["total"]["value"] == kArticles + 20);
}

TEST_CASE("served shards: of more than are fetched, totals and facets are the least, and said to be") {
  if (!can_serve()) return;
  constexpr size_t kMany = 2300, kFetched = 2000;
  const Served served(kMany);
  for (const char* sort : {"relevance", "newest", "oldest"}) {
    CAPTURE(sort);
    const Json answer = served.answer(served.servers.addresses(), {"--sort", sort});
    CHECK(answer["total"]["value"] == kFetched);
    CHECK(answer["total"]["exact"] == false);
    CHECK(answer["total"]["most"] == kMany);
    CHECK(answer["facet_details"]["date"]["exact"] == false);
    const std::string note =
        "counted among the first 2000 of the articles that may match; 300 more may: a narrower query or "
        "range of dates counts all";
    CHECK(std::find(answer["notes"].begin(), answer["notes"].end(), note) != answer["notes"].end());
    const Answer own = served.archive.answer({"--sort", sort, "lúa"});
    std::vector<std::string> ids;
    for (const Json& hit : answer["hits"]) ids.push_back(hit["id"]);
    CHECK(ids == ids_of(own.hits));
  }
  const CliResult count = served.search(served.servers.addresses(), {"--count", "lúa"});
  CHECK(count.out == "2000\n");
  CHECK(count.err.find("warning: counted among the first 2000") != std::string::npos);
  const CliResult timeline = served.search(served.servers.addresses(), {"--timeline", "lúa"});
  CHECK(timeline.out.find("lúa: at least 2000 articles match") == 0);
  CHECK(timeline.err.find("warning: counted among the first 2000") != std::string::npos);
  const CliResult text = served.search(served.servers.addresses(), {"lúa"});
  CHECK(text.out.find("at least 2000 articles match") != std::string::npos);
  const Json narrow = served.answer(served.servers.addresses(), {"--to", "2021-03-15"});
  CHECK(narrow["total"]["exact"] == true);
  CHECK(narrow["total"]["value"] == served.archive.answer({"--to", "2021-03-15", "lúa"}).total);
}

TEST_CASE("served shards: by ssh, without questions, as their names say") {
  if (!can_serve()) return;
  const Served served;
  // Starts here what ssh would start there.
  const std::string folder = served.archive.folder() + "/bin";
  served.archive.write("bin/ssh",
                       "#!/bin/sh\necho \"$@\" >>" + folder + "/asked\n"
                       "while [ \"$1\" != -- ]; do shift; done\nshift 2\nexec \"$@\"\n");
  std::filesystem::permissions(folder + "/ssh", std::filesystem::perms::owner_all);
  const std::string live = std::filesystem::canonical(served.into + "/live");
  std::vector<std::string> far;
  for (size_t n = 1; n <= kShards; ++n)
    far.push_back("ssh://doc@may-chu" + live + "/shard-0" + std::to_string(n));
  const CliResult run = served.search(far, {"--count", "lúa"}, folder);
  CHECK(run.err == "");
  CHECK(run.out == std::to_string(kArticles) + "\n");
  far[1] = "ssh://doc@may-chu/nowhere";
  const CliResult away = served.search(far, {"--count", "--shard-timeout", "5", "lúa"}, folder);
  CHECK(away.code == 0);
  CHECK(away.err.find("a part of the archive is missing: 'ssh://doc@may-chu/nowhere'") !=
        std::string::npos);
}

TEST_CASE("served shards: one that lies is told to be damaged") {
  if (!can_serve()) return;
  const Served served;
  const std::string lying = served.archive.folder() + "/lying";
  std::filesystem::copy(std::filesystem::canonical(served.into + "/live/shard-01.db"), lying,
                        std::filesystem::copy_options::recursive);
  {
    Xapian::WritableDatabase shard(lying, Xapian::DB_OPEN);
    for (Xapian::docid docid = 1; docid <= shard.get_lastdocid(); ++docid) {
      Xapian::Document document = shard.get_document(docid);
      std::string carried = document.get_value(archive::kCarriedSlot);
      carried[carried.size() / 3] = static_cast<char>(carried[carried.size() / 3] ^ 1);
      document.add_value(archive::kCarriedSlot, carried);
      shard.replace_document(docid, document);
    }
    shard.commit();
  }
  const unsigned port = free_port();
  const ServerProcess server = serve_databases({lying}, port);
  auto all = served.servers.addresses();
  const std::string good = all[0];
  all[0] = "tcp://127.0.0.1:" + std::to_string(port);
  check_without(served, 0, served.answer(all), all[0], "is damaged: what an article carries");
  all[0] += "," + good;  // its next address holds what was written
  CHECK(served.answer(all)["total"]["exact"] == true);
}

TEST_CASE("served shards: an index that stays open goes on where shards change in place, or one goes") {
  if (!can_serve()) return;
  Served served;
  auto index = searcher::Index::open(served.servers.addresses(),
                                     {served.archive.folder() + "/cache", ""}, {.timeout_s = 2});
  REQUIRE(index);
  searcher::SearchRequest request;
  request.query = "lúa";
  const std::string first = json_answer(*index, request);
  CHECK(Json::parse(first)["total"]["value"] == kArticles);

  // As replicas are brought up to date: commits into what is served, until it is another publication.
  for (const std::string id : {"", "", "", "1111", "2222"}) {
    for (size_t n = 1; n <= kShards; ++n) {
      Xapian::WritableDatabase shard(served.into + "/live/shard-0" + std::to_string(n) + ".db",
                                     Xapian::DB_OPEN);
      auto header = *archive::read_publication_header(shard, "shard");
      if (!id.empty()) header.publication = id;
      shard.set_metadata(archive::kPublicationHeaderKey, archive::publication_header_bytes(header));
      shard.set_metadata("other", id + std::to_string(n));
      shard.commit();
    }
    CHECK(json_answer(*index, request) == first);
  }

  served.servers.end(1);
  const Json rest = Json::parse(json_answer(*index, request));
  CHECK(rest["total"]["value"] == kArticles - served.articles_of(1));
  CHECK(rest["total"]["most"] == kArticles);
  CHECK(rest["missing_shards"].size() == 1);
  request.all_shards = true;
  CHECK(json_answer(*index, request).starts_with("exit 3 a part of the archive is missing: "));
}
