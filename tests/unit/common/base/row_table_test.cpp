#include "common/base/row_table.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/support/temp_dir.h"

using namespace khobao;

// The symbols of khobao_embed_rows().
extern "C" {
extern const char khobao_abbreviations_begin[], khobao_abbreviations_end[];
extern const char khobao_date_words_begin[], khobao_date_words_end[];
extern const char khobao_furniture_begin[], khobao_furniture_end[];
extern const char khobao_caption_openers_begin[], khobao_caption_openers_end[];
extern const char khobao_not_names_begin[], khobao_not_names_end[];
extern const char khobao_byline_words_begin[], khobao_byline_words_end[];
extern const char khobao_day_cues_begin[], khobao_day_cues_end[];
extern const char khobao_html_meta_begin[], khobao_html_meta_end[];
extern const char khobao_html_site_words_begin[], khobao_html_site_words_end[];
extern const char khobao_year_points_begin[], khobao_year_points_end[];
extern const char khobao_dated_events_begin[], khobao_dated_events_end[];
extern const char khobao_link_words_begin[], khobao_link_words_end[];
extern const char khobao_query_issuer_codes_begin[], khobao_query_issuer_codes_end[];
extern const char khobao_loose_words_begin[], khobao_loose_words_end[];
extern const char khobao_surnames_begin[], khobao_surnames_end[];
extern const char khobao_small_words_begin[], khobao_small_words_end[];
extern const char khobao_hidden_words_begin[], khobao_hidden_words_end[];
}

namespace {

std::vector<std::string> list_of(const PackedTexts& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

TEST_CASE("rows: the images that are linked in are what their files make") {
  struct Linked {
    const char *file, *begin, *end;
  };
  const Linked linked[] = {
      {"common/text/data/abbreviations.txt", khobao_abbreviations_begin, khobao_abbreviations_end},
      {"indexer/read/data/date_words.tsv", khobao_date_words_begin, khobao_date_words_end},
      {"indexer/read/data/furniture.tsv", khobao_furniture_begin, khobao_furniture_end},
      {"indexer/read/data/caption_openers.tsv", khobao_caption_openers_begin,
       khobao_caption_openers_end},
      {"indexer/read/data/not_names.txt", khobao_not_names_begin, khobao_not_names_end},
      {"indexer/read/data/byline_words.tsv", khobao_byline_words_begin, khobao_byline_words_end},
      {"indexer/read/data/day_cues.tsv", khobao_day_cues_begin, khobao_day_cues_end},
      {"indexer/read/data/html_meta.tsv", khobao_html_meta_begin, khobao_html_meta_end},
      {"indexer/read/data/html_site_words.txt", khobao_html_site_words_begin,
       khobao_html_site_words_end},
      {"indexer/read/data/year_points.tsv", khobao_year_points_begin, khobao_year_points_end},
      {"indexer/read/data/dated_events.tsv", khobao_dated_events_begin, khobao_dated_events_end},
      {"indexer/recognise/data/link_words.txt", khobao_link_words_begin, khobao_link_words_end},
      {"searcher/query/data/issuer_codes.tsv", khobao_query_issuer_codes_begin,
       khobao_query_issuer_codes_end},
      {"searcher/query/data/loose_words.tsv", khobao_loose_words_begin, khobao_loose_words_end},
      {"searcher/query/data/surnames.txt", khobao_surnames_begin, khobao_surnames_end},
      {"searcher/query/data/small_words.txt", khobao_small_words_begin, khobao_small_words_end},
      {"searcher/query/data/hidden_words.txt", khobao_hidden_words_begin, khobao_hidden_words_end},
  };
  for (const Linked& one : linked) {
    CAPTURE(std::string(one.file));
    const std::string file = test::read_file(std::string(KHOBAO_TEST_DATA) + "/../../" + one.file);
    const std::string_view image(one.begin, static_cast<size_t>(one.end - one.begin));
    CHECK((row_table(file) == image));
  }
}

TEST_CASE("rows: texts lead to their kinds and kinds to their texts, in the order of the rows") {
  const std::string image =
      row_table("# invented\nfruit\txoài\nfruit\tcam\r\n\ncolour\tcam\nday\tone\ttwo\nđỏ\n");
  const RowTable rows(image);
  CHECK(list_of(rows.texts("fruit")) == std::vector<std::string>{"xoài", "cam"});
  CHECK(list_of(rows.texts("day")) == std::vector<std::string>{"one\ttwo"});
  CHECK(list_of(rows.texts("")) == std::vector<std::string>{"đỏ"});
  CHECK(list_of(rows.texts("tree")).empty());
  CHECK(list_of(rows.kinds("cam")) == std::vector<std::string>{"fruit", "colour"});
  CHECK(rows.kind("cam") == "fruit");
  CHECK(rows.kind("chanh").empty());
  CHECK(rows.holds("đỏ"));
  CHECK_FALSE(rows.holds("fruit"));
  CHECK(rows.holds("colour", "cam"));
  CHECK_FALSE(rows.holds("colour", "xoài"));
  CHECK(rows.place("fruit", "cam") == 2);
  CHECK(rows.place("colour", "xoài") == 0);
}

TEST_CASE("rows: no rows are a table, too") {
  const std::string image = row_table("# nothing\n");
  CHECK_FALSE(RowTable(image).holds(""));
  CHECK(RowTable(image).texts("").empty());
  CHECK(RowTable(image).kind("a").empty());
}
