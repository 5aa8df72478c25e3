#include "common/names/linked/linked_names.h"

#include <doctest/doctest.h>

#include "common/base/embedded.h"
#include "common/names/image/name_images.h"
#include "common/names/linked/expansions.h"
#include "common/names/places/name_aliases.h"
#include "common/names/places/place_size.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::names;

extern "C" {
extern const char khobao_table_name_forms_begin[], khobao_table_name_forms_end[];
extern const char khobao_table_expansions_begin[], khobao_table_expansions_end[];
extern const char khobao_table_place_kinds_begin[], khobao_table_place_kinds_end[];
extern const char khobao_table_document_letters_begin[], khobao_table_document_letters_end[];
}

using Names = std::vector<std::string>;

TEST_CASE("tables of names: the images that are linked in are what the data files make") {
  const auto same = [](const char* begin, const char* end, const std::string& made) {
    return std::string_view(begin, static_cast<size_t>(end - begin)) == made;
  };
  CHECK(same(khobao_table_name_forms_begin, khobao_table_name_forms_end, name_forms_image()));
  CHECK(same(khobao_table_expansions_begin, khobao_table_expansions_end, expansions_image()));
  CHECK(same(khobao_table_place_kinds_begin, khobao_table_place_kinds_end, place_kinds_image()));
  CHECK(same(khobao_table_document_letters_begin, khobao_table_document_letters_end,
             document_letters_image()));
}

TEST_CASE("tables of names: other forms of places and foreign people") {
  CHECK(places_called("TP.HCM") == Names{"thành phố Hồ Chí Minh"});
  CHECK(places_called("sai gon") == Names{"thành phố Hồ Chí Minh"});
  CHECK(places_called("Hoa Kỳ") == Names{"Mỹ"});
  CHECK(places_called("Xứ Mây").empty());
  CHECK(people_called("Đô-nan Trăm") == Names{"Donald Trump"});
  CHECK(people_called("Hoa Kỳ").empty());
  CHECK(province_of_district("quy nhơn") == "bình định");
  CHECK(province_of_district("châu thành").empty());  // several have one
  CHECK(province_of_district("xứ mây").empty());
  CHECK(is_central_city("cần thơ"));
  CHECK_FALSE(is_central_city("quy nhơn"));
  CHECK(place_size("thành phố", "cần thơ") == PlaceSize::province);
}

TEST_CASE("tables of names: abbreviations in any case, with and without accents") {
  CHECK(expansion_of("UBND") == "Ủy ban nhân dân");
  CHECK(expansion_of("hđnd") == "Hội đồng nhân dân");
  CHECK(expansion_of("hdnd") == "Hội đồng nhân dân");
  CHECK(expansion_of("mây").empty());
}

TEST_CASE("tables of names: issuers stand by their letters without accents and capitals") {
  const std::string rows = test::read_file(std::string(KHOBAO_TEST_DATA) +
                                           "/../../searcher/query/data/issuer_codes.tsv");
  for_each_data_line(rows, [](std::string_view row) {
    const size_t tab = row.find('\t');
    CAPTURE(std::string(row));
    CHECK(row.substr(0, tab) == text::fold(text::normalise_word(row.substr(tab + 1))));
  });
}
