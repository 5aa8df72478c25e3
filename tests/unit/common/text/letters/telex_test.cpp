#include "common/text/letters/telex.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace khobao;

namespace {

struct Case {
  std::string typed, want;  // "" for none
};

}  // namespace

TEST_SUITE_BEGIN("telex");

TEST_CASE("syllables in Telex") {
  for (const Case& c : std::vector<Case>{
           {"ddaij", "đại"},
           {"dodong", ""},
           {"nguoiwf", "người"},
           {"nguwowif", "người"},
           {"tuwr", "tử"},
           {"thuowr", "thuở"},
           {"thuwowr", "thuở"},
           {"quowr", "quở"},
           {"dduwowngf", "đường"},
           {"bao", ""},
           {"luwowt", ""},
           {"ddh", ""},
       }) {
    CAPTURE(c.typed);
    CHECK(text::read_telex(c.typed).value_or("") == c.want);
  }
}

TEST_CASE("abbreviations and names in Telex") {
  for (const Case& c : std::vector<Case>{
           {"ddh", "đh"},
           {"lddtbxh", "lđtbxh"},
           {"ootoo", "ôtô"},
           {"ddawks", "đắk"},
           {"maddagui", "mađagui"},
           {"book", "bôk"},
           {"bao", ""},
           {"s", ""},
           {"", ""},
           {"dd9", ""},
       }) {
    CAPTURE(c.typed);
    CHECK(text::read_telex_letters(c.typed).value_or("") == c.want);
  }
}

TEST_SUITE_END();
