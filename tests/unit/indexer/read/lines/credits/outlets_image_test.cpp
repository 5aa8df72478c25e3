#include "indexer/read/lines/credits/tables/outlets_image.h"

#include <doctest/doctest.h>

#include "common/base/sorted_table.h"
#include "tests/support/temp_dir.h"

using namespace khobao;

extern "C" {
extern const char khobao_outlet_names_begin[], khobao_outlet_names_end[];
}

TEST_CASE("outlets: the image that is linked in is what the data file makes") {
  const std::string rows =
      test::read_file(std::string(KHOBAO_TEST_DATA) + "/../../indexer/read/data/outlets.tsv");
  const std::string_view linked(
      khobao_outlet_names_begin,
      static_cast<size_t>(khobao_outlet_names_end - khobao_outlet_names_begin));
  CHECK((read::outlets_image(rows) == linked));
}

TEST_CASE("outlets: hosts, tags and spellings lead to the name, of the first row where several do") {
  const std::string image =
      read::outlets_image("# invented\nBáo Sông Kon\tSK&B\tsongkon.vn\nTờ Khác\tSÔNG KON\tsk & b\n");
  const SortedTable names(image);
  CHECK(names.find("báo sông kon") == "Báo Sông Kon");
  CHECK(names.find("sk b") == "Báo Sông Kon");
  CHECK(names.find("songkon.vn") == "Báo Sông Kon");
  CHECK(names.find("sông kon") == "Tờ Khác");
  CHECK_FALSE(names.find("kon").has_value());
}
