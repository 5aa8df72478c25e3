#include "searcher/reading/spelling/slips.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/reading/spelling/keyboard.h"

using namespace khobao::reading;

namespace {

// The cost of having meant `word`; 0 where that is no single slip.
double cost(const std::string& typed, const std::string& word) {
  for (const Slip& slip : slips_of(typed)) {
    if (slip.word == word) return slip.cost;
  }
  return 0;
}

}  // namespace

TEST_CASE("slips: what one slip of the keyboard makes") {
  struct Case {
    std::string name, typed, meant;
    bool found = true;
  };
  for (const Case& c : {
           Case{"a letter twice", "hộii", "hội"},
           Case{"a key beside", "hoj", "hoi"},
           Case{"two letters swapped", "bệhn", "bệnh"},
           Case{"a letter left out", "trưng", "trương"},
           Case{"left out, without accents", "trung", "truong"},
           Case{"one letter of an accented word", "đườg", "đường"},
           Case{"one too many", "quốcx", "quốc"},
           Case{"other marks", "bão", "bảo"},
           Case{"Telex's tone key left over", "hôij", "hội"},
           Case{"the key beside Telex's tone key", "quôcd", "quốc"},
           Case{"nothing wrong is no slip", "hội", "hội", false},
           Case{"two slips", "hhộii", "hội", false},
       }) {
    CAPTURE(c.name);
    CHECK((cost(c.typed, c.meant) > 0) == c.found);
  }
}

TEST_CASE("slips: likelier ones cost less") {
  CHECK(cost("hộii", "hội") < cost("hộig", "hội"));
  CHECK(cost("hoj", "hoi") < cost("hoq", "hoi"));
  CHECK(cost("hôij", "hội") < cost("bệhn", "bệnh"));
}

TEST_CASE("slips: every word once, in order, for words of a sensible length only") {
  const auto slips = slips_of("quốcc");
  CHECK(std::is_sorted(slips.begin(), slips.end(),
                       [](const Slip& a, const Slip& b) { return a.word < b.word; }));
  CHECK(std::adjacent_find(slips.begin(), slips.end(), [](const Slip& a, const Slip& b) {
          return a.word == b.word;
        }) == slips.end());
  CHECK(slips_of("a").empty());
  CHECK(slips_of("").empty());
  CHECK(slips_of(std::string(100, 'x')).empty());
  CHECK_FALSE(slips_of("\xff\xfe\x80").empty());  // broken bytes are letters like any other
}

TEST_CASE("keyboard: neighbours go both ways, Telex keys end with the tone") {
  for (char a = 'a'; a <= 'z'; ++a) {
    for (const char b : keys_beside(a)) {
      CAPTURE(a);
      CAPTURE(b);
      CHECK(keys_beside(b).find(a) != std::string_view::npos);
    }
  }
  CHECK(keys_beside('-') == "");
  CHECK(telex_keys("hội") == "hooij");
  CHECK(telex_keys("đường") == "dduwowngf");
  CHECK(telex_keys("quôcd") == "quoocd");
  CHECK(telex_keys("abc") == "abc");
}

TEST_CASE("slips: where no word goes on after some letters, only those left out that begin so") {
  const std::string typed = "khongco";
  for (const size_t known : {0, 3, 6, 7, 100}) {
    CAPTURE(known);
    const std::vector<Slip> all = slips_of(typed), some = slips_of(typed, known);
    for (const Slip& slip : all) {
      const bool kept = std::any_of(some.begin(), some.end(), [&](const Slip& other) {
        return other.word == slip.word && other.cost == slip.cost;
      });
      CAPTURE(slip.word);
      CHECK((kept || slip.word.starts_with(typed.substr(0, known + 1))));
    }
    CHECK(some.size() <= all.size());
  }
  CHECK(slips_of(typed, 3).size() < slips_of(typed).size() * 2 / 3);
  CHECK(slips_of("khôngco", 1).size() == slips_of("khôngco").size());
}
