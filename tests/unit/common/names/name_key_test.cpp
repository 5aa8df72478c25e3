#include "common/names/name_key.h"

#include <doctest/doctest.h>

using namespace khobao::names;

TEST_CASE("kept keys are the keys of their names, however many names there are") {
  NameKeys keys;
  CHECK(keys.of("Uỷ ban  nhân dân") == "ủy ban nhân dân");
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 20'000; ++i) {
      const std::string name = "Công ty Sông Kon " + std::to_string(i);
      const std::string key = "công ty sông kon " + std::to_string(i);
      if (keys.of(name) != key) FAIL_CHECK(name);
    }
  }
  CHECK(keys.of("") == "");
  const std::string longest(10'000, 'a');
  CHECK(keys.of(longest) == name_key(longest));
  CHECK(keys.of("UBND tỉnh") == "ubnd tỉnh");
}
