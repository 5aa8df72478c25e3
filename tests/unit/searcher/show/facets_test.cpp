#include "searcher/show/facets.h"

#include <doctest/doctest.h>

#include "common/archive/schema.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using archive::FieldId;

namespace {

std::string listed(const searcher::Facet& facet) {
  std::string out(archive::field(facet.field).name);
  for (const searcher::FacetCount& c : facet.counts)
    out += " " + c.value + ":" + std::to_string(c.count);
  return out;
}

std::string dates_of(const std::vector<std::string>& dates) {
  const archive::FacetNames names;
  const auto counter = show::facet_counter(FieldId::date, searcher::DateStep::own, names);
  for (const std::string& date : dates) {
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(archive::Slot::published),
                       archive::published_value(date));
    (*counter)(document, 0);
  }
  return listed(counter->facet(1));  // the limit is not for dates
}

}  // namespace

TEST_CASE("facets: dates by day within two months, by month within four years, else by year") {
  CHECK(dates_of({"2020-07-02T08:43", "2020-07-02", "2020-08-31"}) ==
        "date 2020-07-02:2 2020-08-31:1");
  CHECK(dates_of({"2020-07-02", "2020-12-31", "2023-07-01", "2020-12-01"}) ==
        "date 2020-07:1 2020-12:2 2023-07:1");
  CHECK(dates_of({"2015-07-02", "2020-12-31", "2020-01-01"}) == "date 2015:1 2020:2");
}

TEST_CASE("facets: the undated are counted last") {
  CHECK(dates_of({"", "2020-07-02", ""}) == "date 2020-07-02:1 undated:2");
  CHECK(dates_of({""}) == "date undated:1");
  CHECK(dates_of({}) == "date");
}

TEST_CASE("facets: names by falling count, equal ones by name, as many as asked for") {
  const test::TempDir dir;
  const std::vector<std::string> outlets = {"Báo Sông Kon", "Báo Bến Lội", "Đồng Mây Online"};
  std::vector<std::pair<FieldId, std::string>> written;
  for (const std::string& outlet : outlets) written.emplace_back(FieldId::source, outlet);
  REQUIRE(archive::write_facet_names(dir / "names", written));
  const auto names = archive::FacetNames::open(dir / "names");
  REQUIRE(names);
  const auto counter = show::facet_counter(FieldId::source, searcher::DateStep::own, *names);
  const auto count = [&](const std::vector<std::string>& sources) {
    std::vector<archive::FacetId> ids;
    for (const std::string& source : sources) ids.push_back(archive::facet_id(source));
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(archive::Slot::source),
                       archive::pack_facet_ids(ids));
    (*counter)(document, 0);
  };
  count({outlets[0], outlets[1]});
  count({outlets[2]});
  count({outlets[2]});
  count({});
  CHECK(listed(counter->facet(10)) == "source Đồng Mây Online:2 Báo Bến Lội:1 Báo Sông Kon:1");
  CHECK(listed(counter->facet(2)) == "source Đồng Mây Online:2 Báo Bến Lội:1");
  CHECK(listed(counter->facet(0)) == "source");
}
