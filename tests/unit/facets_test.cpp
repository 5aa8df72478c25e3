#include <doctest/doctest.h>

#include "common/archive/schema.h"
#include "searcher/facets.h"

using namespace khobao;
using searcher::FacetCount;

namespace {

std::string facet_of(const std::vector<std::string>& dates) {
  searcher::DateCounter counter;
  for (const std::string& date : dates) {
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(archive::Slot::published), archive::published_value(date));
    counter(document, 0);
  }
  const searcher::Facet facet = counter.facet();
  CHECK(facet.name == "date");
  std::string out;
  for (const FacetCount& c : facet.counts) out += (out.empty() ? "" : " ") + c.value + ":" + std::to_string(c.count);
  return out;
}

}  // namespace

TEST_CASE("facets: by day within two months, by month within four years, else by year") {
  CHECK(facet_of({"2020-07-02T08:43", "2020-07-02", "2020-08-31"}) == "2020-07-02:2 2020-08-31:1");
  CHECK(facet_of({"2020-07-02", "2020-12-31", "2023-07-01", "2020-12-01"}) == "2020-07:1 2020-12:2 2023-07:1");
  CHECK(facet_of({"2015-07-02", "2020-12-31", "2020-01-01"}) == "2015:1 2020:2");
}

TEST_CASE("facets: the undated are counted last") {
  CHECK(facet_of({"", "2020-07-02", ""}) == "2020-07-02:1 undated:2");
  CHECK(facet_of({""}) == "undated:1");
  CHECK(facet_of({}) == "");
}
