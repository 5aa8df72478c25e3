#include "searcher/query/words/forms.h"

#include <doctest/doctest.h>

using namespace khobao::query;

namespace {

// "a+b 1 | a+c 0.5": the forms in hundredths.
std::string shown(const std::vector<Form>& forms) {
  std::string out;
  for (const Form& form : forms) {
    if (!out.empty()) out += " | ";
    for (size_t i = 0; i < form.terms.size(); ++i) out += (i > 0 ? "+" : "") + form.terms[i];
    out += " " + std::to_string(static_cast<int>(form.weight * 100 + 0.5));
  }
  return out;
}

}  // namespace

TEST_CASE("forms: every way to put the pieces side by side, likeliest first") {
  const std::vector<Piece> pieces = {
      {0, 1, {"a"}, 1},   {0, 1, {"á"}, 0.5},      {1, 2, {"b"}, 1},   {2, 3, {"c"}, 1},
      {0, 2, {"x"}, 0.8}, {1, 3, {"y", "z"}, 0.6}, {2, 4, {"w"}, 0.9}, {1, 1, {"q"}, 1}};
  CHECK(shown(forms_of(pieces, 0, 1)) == "a 100 | á 50");
  CHECK(shown(forms_of(pieces, 0, 2)) == "a+b 100 | x 80 | á+b 50");
  CHECK(shown(forms_of(pieces, 0, 3)) == "a+b+c 100 | x+c 80 | a+y+z 60 | á+b+c 50 | á+y+z 30");
  CHECK(shown(forms_of(pieces, 2, 4)) == "w 90");
  CHECK(shown(forms_of(pieces, 0, 4)) == "a+b+w 90 | x+w 72 | á+b+w 45");
  CHECK(shown(forms_of(pieces, 3, 4)) == "");      // nothing stands for the fourth alone
  CHECK(shown(forms_of(pieces, 1, 1)) == " 100");  // no word, one way to write it
}

TEST_CASE("forms: no more than the likeliest, and long ones as typed") {
  std::vector<Piece> pieces;
  for (size_t i = 0; i < 500; ++i) {
    pieces.push_back({i, i + 1, {"a"}, 1});
    pieces.push_back({i, i + 1, {"b"}, 0.9});
  }
  const auto forms = forms_of(pieces, 0, 10);
  CHECK(forms.size() == kMaxForms);
  CHECK(forms.front().weight == 1);
  const auto longer = forms_of(pieces, 0, 500);
  REQUIRE(longer.size() == 1);
  CHECK(longer.front().terms == std::vector<std::string>(500, "a"));
  CHECK(forms_of(pieces, 400, 501).empty());
}
