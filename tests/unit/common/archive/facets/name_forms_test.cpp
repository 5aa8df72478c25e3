#include "common/archive/facets/name_forms.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/archive/facets/place_kinds.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using archive::FieldId;

TEST_CASE("place kinds are told from names") {
  CHECK(archive::without_place_kind("tỉnh bình định") == "bình định");
  CHECK(archive::without_place_kind("thành phố hồ chí minh") == "hồ chí minh");
  CHECK(archive::without_place_kind("tp hồ chí minh") == "hồ chí minh");
  CHECK(archive::without_place_kind("tỉnh") == "tỉnh");
  CHECK(archive::without_place_kind("hà nội") == "hà nội");
  CHECK(archive::with_kind_in_full("tp hồ chí minh") == "thành phố hồ chí minh");
  CHECK(archive::with_kind_in_full("tỉnh bình định") == "");
  CHECK(archive::with_kind_in_full("hà nội") == "");
  CHECK(archive::is_place_kind("thị trấn"));
  CHECK_FALSE(archive::is_place_kind("hà nội"));
}

TEST_CASE("name forms: a folded name means every value called so, places without their kind, too") {
  const test::TempDir folder;
  REQUIRE(
      archive::write_facet_names(folder / "facet.names", {{FieldId::person, "Trần Văn Kha"},
                                                          {FieldId::person, "Trần Vân Kha"},
                                                          {FieldId::place, "tỉnh Bình Định"},
                                                          {FieldId::place, "Bình Định"},
                                                          {FieldId::organisation, "Hội Bình Định"},
                                                          {FieldId::source, "Báo Sông Quê"}}));
  const auto names = archive::FacetNames::open(folder / "facet.names");
  REQUIRE(names);
  REQUIRE(archive::write_name_forms(folder / "name.forms", *names));
  const auto forms = archive::NameForms::open(folder / "name.forms");
  REQUIRE(forms);
  const auto meant = [&](std::string_view folded) {
    std::vector<std::string> found;
    for (const size_t value : forms->find(folded)) found.emplace_back((*names)[value].name);
    std::sort(found.begin(), found.end());
    return found;
  };
  using Names = std::vector<std::string>;
  CHECK(meant("tran van kha") == Names{"Trần Vân Kha", "Trần Văn Kha"});
  CHECK(meant("binh dinh") == Names{"Bình Định", "tỉnh Bình Định"});
  CHECK(meant("tinh binh dinh") == Names{"tỉnh Bình Định"});
  CHECK(meant("hoi binh dinh") == Names{"Hội Bình Định"});
  CHECK(meant("bao song que") == Names{});
  CHECK(meant("tran van") == Names{});
  CHECK(meant("") == Names{});
  CHECK(forms->goes_on("tran van"));
  CHECK_FALSE(forms->goes_on("tran van kha"));
  CHECK_FALSE(forms->goes_on("tran va"));
}

TEST_CASE("name forms: an archive without names has none, and a damaged file is told") {
  const test::TempDir folder;
  REQUIRE(archive::write_facet_names(folder / "facet.names", {}));
  const auto names = archive::FacetNames::open(folder / "facet.names");
  REQUIRE(names);
  REQUIRE(archive::write_name_forms(folder / "name.forms", *names));
  const auto forms = archive::NameForms::open(folder / "name.forms");
  REQUIRE(forms);
  CHECK(forms->size() == 0);
  CHECK(forms->find("x").empty());
  test::write_file(folder / "short.forms", "KBNF\1");
  const auto damaged = archive::NameForms::open(folder / "short.forms");
  REQUIRE_FALSE(damaged);
  CHECK(damaged.error().code == ErrorCode::index_corrupt);
}
