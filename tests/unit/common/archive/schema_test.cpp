#include "common/archive/schema.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/archive/disk/hash.h"

using namespace khobao::archive;

TEST_CASE("schema: terms stay below Xapian's limit of 245 bytes, and long keys apart") {
  const std::string a(300, 'a'), b = a + "b";
  CHECK(prefixed_term("Q", "bao/cau.txt") == "Qbao/cau.txt");
  CHECK(prefixed_term("Q", std::string(200, 'a')) == "Q" + std::string(200, 'a'));
  CHECK(prefixed_term("XROOT", a).size() < 245);
  CHECK(prefixed_term("Q", a) != prefixed_term("Q", b));
  CHECK(prefixed_term("Q", a) == prefixed_term("Q", a));
  // A key cannot pass for another's hash.
  CHECK(prefixed_term("Q", prefixed_term("", a)) != prefixed_term("Q", a));
}

TEST_CASE("schema: publication dates as values and back") {
  CHECK(published_value("2020-07-02T08:43") == "202007020843");
  CHECK(published_value("2020-07-02") == "20200702");
  CHECK(published_value("") == "");
  CHECK(published_text("202007020843") == "2020-07-02T08:43");
  CHECK(published_text("20200702") == "2020-07-02");
  CHECK(published_text("") == "");
}

TEST_CASE("schema: order keys sort newest first, the undated last, equal dates by id") {
  const std::vector<std::string> want = {order_key("2021-01-01", "z"),
                                         order_key("2020-07-02T23:59", "a"),
                                         order_key("2020-07-02T08:43", "a"),
                                         order_key("2020-07-02T08:43", "b"),
                                         order_key("2020-07-02", "a"),
                                         order_key("1999-12-31", "a"),
                                         order_key("", "a"),
                                         order_key("", "b")};
  CHECK(std::is_sorted(want.begin(), want.end()));
  CHECK(std::adjacent_find(want.begin(), want.end()) == want.end());
  CHECK(order_key("2020-07-02", "bài").substr(kOrderDateBytes) == "bài");
}

TEST_CASE("schema: facet ids pack sorted, without repeats, and unpack") {
  const FacetId a = facet_id("Báo Sông Kon"), b = facet_id("Thông tấn xã Sông Kon");
  CHECK(a != b);
  CHECK(a < (FacetId{1} << 48));
  const std::string packed = pack_facet_ids({b, a, b});
  REQUIRE(facet_id_count(packed) == 2);
  CHECK(facet_id_at(packed, 0) == std::min(a, b));
  CHECK(facet_id_at(packed, 1) == std::max(a, b));
  CHECK(packed == pack_facet_ids({a, b}));
  CHECK(pack_facet_ids({}).empty());
  CHECK(facet_id_count(packed.substr(0, 8)) == 1);
}

TEST_CASE("schema: hashes are what the index format says") {
  CHECK(hash64("") == 0xEF46DB3751D8E999u);  // XXH64 of nothing, seed 0
  CHECK(to_hex(content_hash("")) ==
        "99aa06d3014798d86001c324468d497f");  // XXH3, 128 bits, of nothing
  CHECK(to_hex(std::string("\x00\xAB\x0F", 3)) == "00ab0f");
}
