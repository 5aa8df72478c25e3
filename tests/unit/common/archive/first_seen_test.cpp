#include "common/archive/first_seen.h"

#include <doctest/doctest.h>

#include "tests/support/temp_dir.h"

using namespace khobao::archive;
using khobao::test::TempDir;
using Keys = std::vector<uint64_t>;

TEST_CASE("first seen: what came after a moment is new, what was held then is not") {
  const FirstSeen first = FirstSeen().next({1, 2}, 100);
  const FirstSeen second = first.next({1, 2, 3}, 200);
  CHECK(second.stamp() == 200);
  CHECK(second.new_since(100) == Keys{3});
  CHECK(second.new_since(99) == Keys{1, 2, 3});
  CHECK(second.new_since(200).empty());
}

TEST_CASE("first seen: an article that went and came back is new to whom it was gone for") {
  const FirstSeen back = FirstSeen().next({1, 2}, 100).next({1}, 200).next({1, 2}, 300);
  CHECK(back.new_since(100).empty());
  CHECK(back.new_since(250) == Keys{2});
  CHECK(FirstSeen().next({1, 2}, 100).next({1}, 200).new_since(50) == Keys{1});
}

TEST_CASE("first seen: stamps ascend where the clock does not") {
  const FirstSeen first = FirstSeen().next({1}, 100), second = first.next({1, 2}, 90);
  CHECK(second.stamp() == 101);
  CHECK(second.new_since(first.stamp()) == Keys{2});
}

TEST_CASE("first seen: what an older program's archive held is not new") {
  const FirstSeen now = FirstSeen().next({1, 2, 3}, 100, {1, 2});
  CHECK(now.new_since(0) == Keys{3});
}

TEST_CASE("first seen: a file says the same, and one that is cut or another is refused") {
  const TempDir dir;
  const FirstSeen written = FirstSeen().next({7, 1}, 100).next({7}, 200);
  REQUIRE(written.write(dir / "seen"));
  const auto read = FirstSeen::open(dir / "seen");
  REQUIRE(read);
  CHECK(read->stamp() == 200);
  CHECK(read->new_since(50) == Keys{7});
  const std::string whole = khobao::test::read_file(dir / "seen");
  for (const std::string& bytes :
       {whole.substr(0, whole.size() - 1), whole + "x", std::string("KBFS"), std::string()}) {
    khobao::test::write_file(dir / "seen", bytes);
    const auto refused = FirstSeen::open(dir / "seen");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == khobao::ErrorCode::index_corrupt);
  }
  CHECK_FALSE(FirstSeen::open(dir / "none"));
}
