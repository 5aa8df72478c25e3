#include "indexer/read/tables/read_images.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/base/row_table.h"
#include "common/base/sorted_table.h"
#include "indexer/read/encoding/charset_table.h"
#include "indexer/read/lines/credits/byline_words.h"
#include "indexer/read/lines/line_words.h"
#include "tests/support/temp_dir.h"

using namespace khobao;

extern "C" {
extern const char khobao_outlet_names_begin[], khobao_outlet_names_end[];
extern const char khobao_record_keys_begin[], khobao_record_keys_end[];
extern const char khobao_html_words_begin[], khobao_html_words_end[];
extern const char khobao_html_parts_begin[], khobao_html_parts_end[];
extern const char khobao_tcvn3_begin[], khobao_tcvn3_end[];
extern const char khobao_vni_begin[], khobao_vni_end[];
extern const char khobao_viscii_begin[], khobao_viscii_end[];
extern const char khobao_vietware_x_begin[], khobao_vietware_x_end[];
extern const char khobao_furniture_begin[], khobao_furniture_end[];
}

TEST_CASE("tables of reading: the images that are linked in are what their files make") {
  const auto data = [](const std::string& name) {
    return test::read_file(std::string(KHOBAO_TEST_DATA) + "/../../indexer/read/data/" + name +
                           ".tsv");
  };
  const auto same = [](const char* begin, const char* end, const std::string& made) {
    return std::string_view(begin, static_cast<size_t>(end - begin)) == made;
  };
  CHECK(same(khobao_outlet_names_begin, khobao_outlet_names_end,
             read::outlets_image(data("outlets"))));
  CHECK(same(khobao_record_keys_begin, khobao_record_keys_end,
             read::record_keys_image(data("record_keys"))));
  const std::string roles = data("html_roles");
  CHECK(
      same(khobao_html_words_begin, khobao_html_words_end, read::html_names_image(roles, "word")));
  CHECK(
      same(khobao_html_parts_begin, khobao_html_parts_end, read::html_names_image(roles, "part")));
  CHECK(same(khobao_tcvn3_begin, khobao_tcvn3_end, read::charset_image(data("tcvn3"))));
  CHECK(same(khobao_vni_begin, khobao_vni_end, read::charset_image(data("vni"))));
  CHECK(same(khobao_viscii_begin, khobao_viscii_end, read::charset_image(data("viscii"))));
  CHECK(same(khobao_vietware_x_begin, khobao_vietware_x_end,
             read::charset_image(data("vietware_x"))));
}

TEST_CASE(
    "outlets: hosts, tags and spellings lead to the name, of the first row where several do") {
  const std::string image = read::outlets_image(
      "# invented\nBáo Sông Kon\tSK&B\tsongkon.vn\nTờ Khác\tSÔNG KON\tsk & b\n");
  const SortedTable names(image);
  CHECK(names.find("báo sông kon") == "Báo Sông Kon");
  CHECK(names.find("sk b") == "Báo Sông Kon");
  CHECK(names.find("songkon.vn") == "Báo Sông Kon");
  CHECK(names.find("sông kon") == "Tờ Khác");
  CHECK_FALSE(names.find("kon").has_value());
}

TEST_CASE("records: keys are kept bare, each for the field that had it first") {
  const std::string image = read::record_keys_image(
      "body\tarticleBody\nbody\tarticle_body\ntitle\tNgày đăng\nbody\tngay-dang\n");
  const RowTable keys(image);
  CHECK(keys.kind("articlebody") == "body");
  CHECK(keys.kind("ngaydang") == "title");
  CHECK(keys.place("body", "articlebody") == 1);
  CHECK(keys.place("body", "ngaydang") == 0);
}

TEST_CASE("html names: words and parts stand apart") {
  const std::string rows = "furniture\tword\trelated menu\nfurniture\tpart\ttinlienquan\n";
  const std::string words = read::html_names_image(rows, "word"),
                    parts = read::html_names_image(rows, "part");
  CHECK(RowTable(words).kind("menu") == "furniture");
  CHECK_FALSE(RowTable(words).holds("tinlienquan"));
  CHECK(RowTable(parts).holds("furniture", "tinlienquan"));
}

TEST_CASE("charsets: a letter and its mark are one character, whatever the mark's case") {
  const std::string image = read::charset_image("# invented\n41E1\tÁ\nF1\tđ\n80\tU+2026\n");
  const read::CharsetTable table(image.data());
  CHECK(table.decode("A\xE1 A\xC1 A \xE1\xF1\x80") == "Á Á A \uFFFDđ…");
  CHECK(table.decode("A") == "A");
  CHECK(table.decode("\xC2") == "\uFFFD");
}

TEST_CASE("rows that are tried in their order are so in the file") {
  for (const std::string_view kind : {"author", "credit", "media"}) {
    size_t before = SIZE_MAX;
    for (const std::string_view words : read::byline_words(kind)) {
      CAPTURE(std::string(words));
      CHECK(words.size() <= before);
      before = words.size();
    }
  }
  // furniture.cpp looks for patterns of so many words.
  for (const std::string_view kind : {"begin", "end"}) {
    for (const std::string_view words :
         RowTable(khobao_furniture_begin, khobao_furniture_end).texts(kind)) {
      CAPTURE(std::string(words));
      CHECK(read::count_words(words) <= 8);
    }
  }
}
