#include "indexer/recognise/corrections.h"

#include <doctest/doctest.h>

#include "common/names/gazetteer.h"
#include "indexer/recognise/corrector.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;
using archive::Correctable;
using recognise::Corrections;

namespace {

// What a file of corrections says, "" where it is taken in.
std::string fault_of(const std::string& lines) {
  const TempDir dir;
  write_file(dir / "sua.jsonl", lines);
  Corrections corrections;
  const auto taken = corrections.merge_file(dir / "sua.jsonl");
  if (taken) return "";
  const std::string& message = taken.error().message;
  return message.substr(message.find("sua.jsonl")) + " | " + taken.error().hint;
}

Corrections corrections_of(const std::string& lines) {
  const TempDir dir;
  write_file(dir / "sua.jsonl", lines);
  Corrections corrections;
  REQUIRE(corrections.merge_file(dir / "sua.jsonl"));
  return corrections;
}

archive::Article bridge() {
  archive::Article article;
  article.id = "cau";
  article.title = article.display_title = "Cầu Bến Lội thông xe";
  article.published = "2020-07-02";
  article.published_from = archive::PublishedFrom::dateline;
  article.source = "TTXVN";
  article.outlet = "songkon.example";
  article.credit = "Thông tấn xã Việt Nam";
  article.author = "LAN MÂY";
  article.paragraphs = {{.text = "UBND tỉnh Phú Thọ và Bộ Nội vụ dự lễ thông xe cầu Bến Lội."}};
  return article;
}

std::string organisations_of(const archive::Article& article) {
  std::string out;
  for (const auto& organisation : article.organisations)
    out += (out.empty() ? "" : " · ") + organisation.name;
  return out;
}

}  // namespace

TEST_SUITE("corrections") {
  TEST_CASE("the later of two holds, across files too, and a withdrawn one is gone") {
    const Corrections corrections = corrections_of(
        R"({"id": "a", "field": "title", "value": "Một"}
{"id": "a", "field": "title", "value": "Hai"}
{"id": "a", "field": "author", "value": null}

{"id": "b", "field": "date", "value": "2020-07-02T08:43"}
{"id": "c", "field": "title", "value": "Ba"}
{"id": "c", "field": "title", "withdraw": true}
{"id": "d", "field": "title", "value": "Bốn"}
{"id": "d", "field": "source", "value": "TTXVN"}
{"id": "d", "withdraw": true}
{"id": "never", "field": "title", "withdraw": true}
)");
    CHECK(corrections.count() == 3);
    REQUIRE(corrections.of("a") != nullptr);
    CHECK(corrections.of("a")->at(Correctable::title).values == std::vector<std::string>{"Hai"});
    CHECK(corrections.of("a")->at(Correctable::author).values.empty());
    CHECK(corrections.of("b")->at(Correctable::published).values[0] == "2020-07-02T08:43");
    CHECK(corrections.of("c") == nullptr);
    CHECK(corrections.of("d") == nullptr);
  }

  TEST_CASE("what an archive remembers comes back") {
    const TempDir db;
    const Corrections corrections = corrections_of(
        "{\"id\": \"a\\u001b\\n\\\"\", \"field\": \"title\", \"value\": \"Một “hai”\"}\n"
        "{\"id\": \"a\", \"field\": \"title\", \"value\": null}\n"
        "{\"id\": \"a\", \"field\": \"organisations\", \"value\": [\"Bộ Mây\", \"Sở Gió\"]}\n"
        "{\"id\": \"b\", \"field\": \"organisations\", \"value\": []}\n"
        "{\"id\": \"b\", \"field\": \"people\", \"value\": [\"Trần Văn Kha\"]}\n"
        "{\"id\": \"b\", \"field\": \"places\", \"value\": \"xã Mây\"}\n");
    write_file(db / "kept.jsonl", corrections.kept_bytes());
    const auto back = Corrections::load(db.path(), db / "kept.jsonl");
    REQUIRE(back);
    CHECK((back->all() == corrections.all()));
    CHECK(Corrections().kept_bytes() == "");
    CHECK(Corrections::load(db.path(), db / "lost").error().code == ErrorCode::index_corrupt);
    const auto none = Corrections::load(db.path(), "");
    REQUIRE(none);
    CHECK(none->empty());
  }

  TEST_CASE("a bad line is named with its number, what it lacks and what to write") {
    struct Case {
      std::string name, line, want;
    };
    for (const Case& c : {
             Case{"no JSON", "title: Một",
                  "not a JSON object | write lines such as "
                  "{\"id\": \"…\", \"field\": \"title\", \"value\": \"…\"}"},
             Case{"no id", R"({"field": "title", "value": "x"})",
                  "no \"id\" | give the article's id, as 'searcher --format json' prints it"},
             Case{"no field", R"({"id": "a", "value": "x"})",
                  "no \"field\" | fields are title, published, source, author, organisations, "
                  "people and "
                  "places"},
             Case{"another field", R"({"id": "a", "field": "body", "value": "x"})",
                  "no field is called 'body' | fields are title, published, source, author, "
                  "organisations, people and places"},
             Case{"no value", R"({"id": "a", "field": "title"})",
                  "no \"value\" | give one, null for what the article does not have, or "
                  "\"withdraw\": true"},
             Case{"a number", R"({"id": "a", "field": "title", "value": 7})",
                  "\"value\" is no text | give a text in quotes, or null for what the article does "
                  "not have"},
             Case{"an empty text", R"({"id": "a", "field": "author", "value": "  "})",
                  "\"value\" is no text | give a text in quotes, or null for what the article does "
                  "not have"},
             Case{"a list of numbers", R"({"id": "a", "field": "organisations", "value": [1]})",
                  "\"value\" is no text | give a list of names, as in \"value\": [\"Bộ Nội vụ\"]"},
             Case{"people as numbers", R"({"id": "a", "field": "people", "value": 7})",
                  "\"value\" is no text | give a list of names, as in \"value\": [\"Trần Văn "
                  "Kha\"]"},
             Case{"places with an empty name", R"({"id": "a", "field": "places", "value": [""]})",
                  "\"value\" is no text | give a list of names, as in \"value\": [\"tỉnh Gia "
                  "Lai\"]"},
             Case{"a day that is none",
                  R"({"id": "a", "field": "published", "value": "2021-02-30"})",
                  "'2021-02-30' is no date | write YYYY-MM-DD or YYYY-MM-DDTHH:MM, as in "
                  "\"2020-07-02\""},
             Case{"a date in another form", R"({"id": "a", "field": "date", "value": "2/7/2020"})",
                  "'2/7/2020' is no date | write YYYY-MM-DD or YYYY-MM-DDTHH:MM, as in "
                  "\"2020-07-02\""},
             Case{"both", R"({"id": "a", "field": "title", "value": "x", "withdraw": true})",
                  "both \"value\" and \"withdraw\" | write one of them"},
             Case{"withdraw as text", R"({"id": "a", "field": "title", "withdraw": "yes"})",
                  "\"withdraw\" is not true | write \"withdraw\": true, or a \"value\" instead"},
         }) {
      CAPTURE(c.name);
      const std::string good = R"({"id": "a", "field": "title", "value": "Một"})";
      CHECK(fault_of(good + "\n" + c.line + "\n") == "sua.jsonl:2': " + c.want);
    }
  }

  TEST_CASE("corrected values stand in the article, and what was read comes back") {
    const names::Gazetteer gazetteer;
    const Corrections none;
    archive::Article read = bridge();
    recognise::Corrector(none, gazetteer).finish(read);
    CHECK(organisations_of(read) == "Ủy ban nhân dân tỉnh Phú Thọ · Bộ Nội vụ");

    const Corrections corrections = corrections_of(
        R"({"id": "cau", "field": "title", "value": "Phú Thọ: thông xe cầu"}
{"id": "cau", "field": "published", "value": "2021-07-02"}
{"id": "cau", "field": "source", "value": "laodongthudo.vn"}
{"id": "cau", "field": "author", "value": null}
{"id": "cau", "field": "organisations", "value": ["UBND tỉnh Phú Thọ", "Hội Bến Lội"]}
)");
    archive::Article corrected = bridge();
    recognise::Corrector(corrections, gazetteer).finish(corrected);
    CHECK(corrected.title == "Phú Thọ: thông xe cầu");
    CHECK(corrected.display_title == "Phú Thọ: thông xe cầu");
    CHECK(corrected.published == "2021-07-02");
    CHECK((corrected.published_from == archive::PublishedFrom::manual));
    CHECK(corrected.source == "laodongthudo.vn");
    CHECK(corrected.credit == "");
    CHECK(corrected.author == "");
    CHECK(organisations_of(corrected) == "Ủy ban nhân dân tỉnh Phú Thọ · Hội Bến Lội");
    CHECK(corrected.as_read.corrected.size() == 5);

    archive::Article stored = read;
    for (int again = 0; again < 2; ++again) {
      CHECK(recognise::Corrector(corrections, gazetteer).finish_stored(stored).size() == 2);
      CHECK((stored == corrected));
    }
    CHECK(recognise::Corrector(none, gazetteer).finish_stored(stored).size() == 2);
    CHECK((stored == read));
    CHECK(recognise::Corrector(none, gazetteer).finish_stored(stored).empty());
    CHECK((stored == read));
  }

  TEST_CASE("people and places are corrected, and what was read of them comes back") {
    const names::Gazetteer gazetteer;
    const Corrections none;
    archive::Article read = bridge();
    recognise::Corrector(none, gazetteer).finish(read);
    const Corrections corrections = corrections_of(
        R"({"id": "cau", "field": "people", "value": ["Trần Văn Kha", "Trần Văn Kha"]}
{"id": "cau", "field": "places", "value": null}
)");
    archive::Article corrected = bridge();
    recognise::Corrector(corrections, gazetteer).finish(corrected);
    REQUIRE(corrected.people.size() == 1);
    CHECK(corrected.people.front().name == "Trần Văn Kha");
    CHECK(corrected.people.front().mentions == 1);
    CHECK(corrected.places.empty());
    CHECK((corrected.as_read.places == read.places));
    archive::Article stored = read;
    CHECK(recognise::Corrector(corrections, gazetteer).finish_stored(stored).size() == 2);
    CHECK((stored == corrected));
    CHECK(recognise::Corrector(none, gazetteer).finish_stored(stored).size() == 2);
    CHECK((stored == read));
  }

  TEST_CASE("a value known to be absent is absent, and the shown title is made") {
    const names::Gazetteer gazetteer;
    const Corrections corrections = corrections_of(
        R"({"id": "cau", "field": "title", "value": null}
{"id": "cau", "field": "published", "value": null}
{"id": "cau", "field": "organisations", "value": null}
)");
    archive::Article article = bridge();
    recognise::Corrector(corrections, gazetteer).finish(article);
    CHECK(article.title == "");
    CHECK(article.display_title.starts_with("UBND tỉnh Phú Thọ"));
    CHECK(article.published == "");
    CHECK((article.published_from == archive::PublishedFrom::manual));
    CHECK(article.organisations.empty());
  }
}
