// Files that carry their own checksum: no changed byte and no cut goes unseen.
#include "common/archive/disk/own_checksum.h"

#include <doctest/doctest.h>

using namespace khobao;
using namespace khobao::archive;

TEST_CASE("own checksum: what was written comes back, anything else is refused") {
  struct Case {
    const char* name;
    std::string bytes;
    std::string_view behind;
  };
  for (const Case& c :
       {Case{"JSON", "{\n  \"roots\": [],\n  \"checksum\": \"\"\n}\n", kBehindInJson},
        Case{"JSON Lines", "{\"id\": \"a\"}\n{\"checksum\": \"\"}\n", kBehindInJsonLines},
        Case{"a table", "Nhóm Mái Lá\tNML\n# checksum \n", kBehindInTable},
        Case{"nothing but its end", "\n", kBehindInTable}}) {
    CAPTURE(c.name);
    const std::string written = with_checksum(c.bytes, c.behind);
    CHECK(written.size() == c.bytes.size() + 32);
    const auto back = without_checksum(written, c.behind, "db/roots.json");
    REQUIRE(back);
    CHECK(*back == c.bytes);
    for (size_t i = 0; i < written.size(); ++i) {
      std::string changed = written;
      changed[i] = static_cast<char>(changed[i] ^ 4);
      CHECK_FALSE(without_checksum(changed, c.behind, "db/roots.json"));
      const auto cut = without_checksum(written.substr(0, i), c.behind, "db/roots.json");
      REQUIRE_FALSE(cut);
      CHECK((cut.error().code == ErrorCode::index_corrupt));
      CHECK(cut.error().message == "'db/roots.json' is not what was written");
    }
  }
}
