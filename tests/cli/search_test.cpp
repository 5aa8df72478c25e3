// Which articles match a query, how many, and in which period.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/known_articles.h"
#include "tests/support/spelling.h"

using namespace khobao::test;

namespace {

// The ids of the matches, sorted.
std::string matches_of(const std::vector<std::string>& args) {
  std::vector<std::string> all{"--sort", "newest", "--limit", "100"};
  all.insert(all.end(), args.begin(), args.end());
  auto ids = ids_of(known_archive().answer(all).hits);
  std::sort(ids.begin(), ids.end());
  return listed(ids);
}

}  // namespace

TEST_CASE("search: words, phrases, exclusions and operators") {
  struct Case {
    std::string name, query, want;
  };
  for (const Case& c : {
           Case{"one word", "lúa", "gao nfd so-tay"},
           Case{"every word is wanted", "lúa gạo sông", "gao"},
           Case{"letter case does not matter", "LÚA Gạo", "gao nfd so-tay"},
           Case{"accents do", "lũa", ""},
           Case{"a title's word", "lễ", "le-hoi"},
           Case{"a phrase", "\"hội nghị trực tuyến\"", "ky-uc truc-tuyen"},
           Case{"a phrase is in its own order", "\"trực tuyến hội nghị\"", ""},
           Case{"the same words in any order and place", "hội nghị trực tuyến",
                "ky-uc mua-lu truc-tuyen"},
           Case{"a phrase does not cross a sentence", "\"họp hội nghị\"", ""},
           Case{"nor from the title into the text", "\"được giá giá lúa\"", ""},
           Case{"a phrase of a single word", "\"cầu\"",
                "cau covid dai-hoi ky-uc le-hoi nfd truc-tuyen"},
           Case{"a phrase and a word", "\"lúa gạo\" sông", "gao"},
           Case{"two phrases", "\"lúa gạo\" \"cầu Bến Lội\"", "nfd"},
           Case{"a phrase inside OR", "\"cầu Bến Lội\" OR \"lúa gạo\"", "cau gao nfd so-tay"},
           Case{"a phrase inside NOT", "trực tuyến NOT \"hội nghị trực tuyến\"", "mua-lu"},
           Case{"a phrase behind a minus", "trực tuyến -\"hội nghị trực tuyến\"", "mua-lu"},
           Case{"a phrase inside brackets inside NOT",
                "sông NOT (\"lúa gạo\" OR \"hội nghị trực tuyến\")", "cau mua-lu"},
           Case{"a word excluded", "lúa gạo -sông", "nfd so-tay"},
           Case{"only an exclusion", "-cầu", "chay gao mua-lu so-tay thuy-loi"},
           Case{"OR binds looser than words side by side", "lúa sông OR ngư", "gao le-hoi"},
           Case{"brackets", "gạo (sông OR nếp)", "gao le-hoi"},
           Case{"AND is what words side by side mean", "gạo AND sông", "gao"},
           Case{"NOT NOT", "gạo NOT NOT sông", "gao"},
           Case{"operators in small letters are words", "lúa or gạo", ""},
           Case{"a word with a hyphen and a number", "Covid-19", "truc-tuyen"},
           Case{"as printed with a space", "Covid -19", "truc-tuyen"},
           Case{"the word alone", "covid", "covid truc-tuyen"},
           Case{"a document number", "18-NQ/TU", "cau"},
           Case{"whatever its dashes and spaces", "\"18 – NQ / TU\"", "cau"},
           Case{"another document number", "19-NQ/TU", ""},
           Case{"a number with its separator", "1.665", "chay"},
           Case{"and without", "1665", "chay"},
           Case{"a fraction of a percentage", "12,5%", "gao"},
           Case{"a day", "2/7", "cau"},
           Case{"eth for D with stroke, on either side", "đại hội đảng bộ", "dai-hoi"},
           Case{"eth typed", "\u00D0ại hội", "dai-hoi"},
           Case{"tones as older print places them", "thủy lợi", "dai-hoi thuy-loi"},
           Case{"tones as newer print places them", "thuỷ lợi", "dai-hoi thuy-loi"},
           Case{"Hòa and Hoà", "\"Hòa Bình\"", "nfd thuy-loi"},
           Case{"Hoà and Hòa", "\"Hoà Bình\"", "nfd thuy-loi"},
           Case{"a word that is nowhere", "xyzzy", ""},
           Case{"a word that is nowhere, excluded", "ngư -xyzzy", "le-hoi"},
           Case{"i and y are different letters", "thủi lợi", ""},
       }) {
    CAPTURE(c.name);
    CAPTURE(c.query);
    CHECK(matches_of({"--", c.query}) == c.want);
    CHECK(matches_of({"--", decomposed(c.query)}) == c.want);
  }
}

TEST_CASE("search: words may come as one argument or as several") {
  CHECK(matches_of({"lúa", "gạo"}) == matches_of({"lúa gạo"}));
  CHECK(matches_of({"--", "lúa", "-sông"}) == "nfd so-tay");
}

TEST_CASE("search: relevance order shows partial hits behind a total of matches alone") {
  const Answer answer = known_archive().answer({"lúa gạo nếp"});
  CHECK(answer.total == 0);
  REQUIRE(answer.hits.size() == 4);
  for (const AnswerHit& hit : answer.hits) CHECK_FALSE(hit.full);
  const Answer some = known_archive().answer({"lúa gạo sông"});
  CHECK(some.total == 1);
  CHECK(some.hits.at(0).id == "gao");
  CHECK(some.hits.at(0).full);
  CHECK(some.hits.size() > 1);
  CHECK(listed(ids_of(some.hits, true)) == "gao");
  double last = some.hits[0].score;
  for (size_t i = 0; i < some.hits.size(); ++i) {
    CHECK(some.hits[i].rank == i + 1);
    CHECK(some.hits[i].score <= last);
    last = some.hits[i].score;
  }
}

TEST_CASE("search: an excluded word is in no hit, partial ones included") {
  for (const char* query :
       {"lúa gạo nếp -sông", "lúa gạo -\"cầu Bến Lội\"", "lúa NOT (gạo OR cầu)"}) {
    CAPTURE(query);
    for (const AnswerHit& hit : known_archive().answer({"--", query}).hits) {
      CHECK_FALSE((std::string(query).find("-sông") != std::string::npos && hit.id == "gao"));
      CHECK_FALSE((std::string(query).find("Bến") != std::string::npos && hit.id == "nfd"));
    }
  }
}

TEST_CASE("search: --from and --to take years, months and days, both ends included") {
  struct Case {
    std::string name, from, to, want;
    size_t undated;
  };
  for (const Case& c : {
           Case{"a year", "2020", "2020", "cau chay dai-hoi gao truc-tuyen", 2},
           Case{"the last day of a year", "2021", "2021", "mua-lu nfd thuy-loi", 2},
           Case{"a month, to its last minute", "2020-07", "2020-07", "cau chay gao truc-tuyen", 2},
           Case{"February", "2021-02", "2021-02", "thuy-loi", 2},
           Case{"a day", "2020-07-15", "2020-07-15", "chay gao", 2},
           Case{"a day with a time", "2020-07-02", "2020-07-02", "cau", 2},
           Case{"from alone", "2022", "", "covid le-hoi", 2},
           Case{"to alone", "", "2020-07-14", "cau", 2},
           Case{"a year and a day", "2021", "2022-01-01", "le-hoi mua-lu nfd thuy-loi", 2},
           Case{"a period without articles", "1999", "2001", "", 2},
       }) {
    CAPTURE(c.name);
    std::vector<std::string> args;
    if (!c.from.empty()) args.insert(args.end(), {"--from", c.from});
    if (!c.to.empty()) args.insert(args.end(), {"--to", c.to});
    CHECK(matches_of(args) == c.want);
    CHECK(known_archive().answer(args).undated_hidden == c.undated);
  }
  CHECK(known_archive().answer({"lúa gạo", "--from", "2020"}).undated_hidden == 1);
  CHECK(known_archive().answer({"lúa gạo"}).undated_hidden == 0);
  CHECK(known_archive().answer({"lúa gạo"}).total == 3);
}

TEST_CASE("search: totals, --count, facets and -l speak of the same matches") {
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"cầu"},
                                             {"\"hội nghị trực tuyến\""},
                                             {"lúa gạo OR \"thuỷ lợi\""},
                                             {"cầu", "--from", "2020-07", "--to", "2021"},
                                             {"sông NOT \"lúa gạo\""},
                                             {"xyzzy"},
                                             {"--from", "2021"}}) {
    CAPTURE(listed(args));
    std::vector<std::string> with_facets = args;
    with_facets.insert(with_facets.end(), {"--facets", "date"});
    const Answer answer = known_archive().answer(with_facets);
    uint64_t sum = 0;
    for (const auto& [value, count] : answer.facets.at("date")) sum += count;
    CHECK(sum == answer.total);
    std::vector<std::string> counted = args, paths = args;
    counted.push_back("--count");
    paths.push_back("-l");
    CHECK(known_archive().search(counted).out == std::to_string(answer.total) + "\n");
    const CliResult list = known_archive().search(paths);
    CHECK(static_cast<uint64_t>(std::count(list.out.begin(), list.out.end(), '\n')) ==
          answer.total);
    CHECK(list.code == (answer.total > 0 ? 0 : 1));
  }
}

TEST_CASE("search: date facets go by day, month or year") {
  struct Case {
    std::string name, from, to;
    FacetCounts want;
  };
  for (const Case& c : {
           Case{"days within two months",
                "2020-07",
                "2020-07",
                {{"2020-07-02", 1}, {"2020-07-15", 2}, {"2020-07-31", 1}}},
           Case{"months within four years",
                "2020",
                "2022",
                {{"2020-07", 4},
                 {"2020-08", 1},
                 {"2021-01", 1},
                 {"2021-02", 1},
                 {"2021-12", 1},
                 {"2022-01", 1},
                 {"2022-03", 1}}},
       }) {
    CAPTURE(c.name);
    CHECK(known_archive()
              .answer({"--from", c.from, "--to", c.to, "--facets", "date"})
              .facets.at("date") == c.want);
  }
  const FacetCounts all = known_archive().answer({"lúa gạo", "--facets", "date"}).facets.at("date");
  CHECK(all == FacetCounts{{"2020-07", 1}, {"2021-01", 1}, {"undated", 1}});
  std::vector<TestArticle> long_ago = known_articles();
  long_ago.push_back({.id = "xua",
                      .date = "1999-04-30",
                      .title = "Chuyện xưa",
                      .body = "Chuyện xưa kể lại bên bếp lửa."});
  const Archive archive(long_ago);
  CHECK(archive.answer({"--from", "1990", "--facets", "date"}).facets.at("date") ==
        FacetCounts{{"1999", 1}, {"2020", 5}, {"2021", 3}, {"2022", 2}});
}

TEST_CASE("search: filters or facets alone stand for every article") {
  CHECK(known_archive().answer({"--facets", "date"}).total == 12);
  CHECK(known_archive().answer({"--from", "2020"}).total == 10);
  CHECK(listed(ids_of(known_archive().answer({"--from", "2021"}).hits)) ==
        "covid le-hoi mua-lu thuy-loi nfd");
}

TEST_CASE("search: a query may come from a file or from standard input") {
  const Archive& archive = known_archive();
  archive.write("query.txt", "\"hội nghị trực tuyến\" -\"nhà văn hóa\"\r\n");
  const CliResult file = archive.search({"--query-file", "query.txt", "--count"});
  CHECK(file.out == "1\n");
  const CliResult input = archive.search({"--query-file", "-", "--count"}, "-cầu\n");
  CHECK(input.out == "5\n");
  const CliResult both = archive.search({"--query-file", "query.txt", "cầu"});
  CHECK(both.code == 2);
  CHECK(both.err ==
        "searcher: error: a query was given both as words and with --query-file\nhint: leave out "
        "one of them\n");
}
