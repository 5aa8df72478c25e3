#include "searcher/reading/equivalents/equivalents.h"

#include <doctest/doctest.h>

#include "searcher/reading/equivalents/letter_habits.h"
#include "searcher/reading/equivalents/numbers/document_forms.h"
#include "searcher/reading/equivalents/numbers/numerals.h"
#include "searcher/reading/equivalents/query_words.h"
#include "searcher/reading/tables/reading_tables.h"
#include "tests/support/counts.h"

using namespace khobao::reading;
using namespace khobao;

namespace {

Words words_in(const std::string& text) {
  text::Tokenizer tokenizer;
  return words_of(tokenizer, text);
}

// "[typed] form | form; [typed] form", in the order found.
std::string listed(const Words& words, const std::vector<query::Equivalent>& found) {
  std::string out;
  for (size_t i = 0; i < found.size(); ++i) {
    const auto typed = std::span(words).subspan(found[i].begin, found[i].end - found[i].begin);
    const bool same =
        i > 0 && found[i - 1].begin == found[i].begin && found[i - 1].end == found[i].end;
    out += (same ? " | " : (out.empty() ? "[" : "; [") + joined(typed) + "] ") +
           joined(found[i].words);
  }
  return out;
}

bool finds(const std::vector<query::Equivalent>& found, const std::string& form) {
  const Words words = words_in(form);
  for (const query::Equivalent& e : found) {
    if (e.words == words) return true;
  }
  return false;
}

struct Pair {
  std::string name, typed, wanted;
};

}  // namespace

TEST_CASE("equivalents: spellings of names and loan words, whichever is typed") {
  for (const Pair& c : {
           Pair{"a city, transliterated", "Mát-xcơ-va", "Moskva"},
           Pair{"joined", "Matxcơva", "Moscow"},
           Pair{"by its Sino-Vietnamese name", "Mạc Tư Khoa", "Mát-xcơ-va"},
           Pair{"from the name abroad", "moskva", "Mátxcơva"},
           Pair{"without accents", "mat-xco-va", "Moskva"},
           Pair{"a country", "Cu-ba", "Cuba"},
           Pair{"of several words", "Ả-rập Xê-út", "Saudi Arabia"},
           Pair{"a person", "Vla-đi-mia Pu-tin", "Vladimir Putin"},
           Pair{"a province", "Đắc Lắc", "Đắk Lắk"},
           Pair{"joined, without accents", "Daklak", "Đắk Lắk"},
           Pair{"with mixed spellings", "Đắc Lắk", "Đắc Lắc"},
           Pair{"a town", "Plây Cu", "Pleiku"},
           Pair{"another province", "Bắc Cạn", "Bắc Kạn"},
           Pair{"a disease", "Covid-19", "Covid19"},
           Pair{"with a space", "covid 19", "covid19"},
           Pair{"a doctrine", "Mác – Lê-nin", "Mác Lênin"},
           Pair{"a loan word", "vắc-xin", "vaccine"},
       }) {
    SUBCASE(c.name.c_str()) {
      std::vector<query::Equivalent> found;
      spellings().find(words_in(c.typed), found);
      CHECK_MESSAGE(finds(found, c.wanted), listed(words_in(c.typed), found));
    }
  }
}

TEST_CASE("equivalents: hyphens alone make no other spelling") {
  CHECK(words_in("Thừa Thiên - Huế") == words_in("Thừa Thiên Huế"));
  CHECK(words_in("Bà Rịa - Vũng Tàu") == words_in("bà rịa vũng tàu"));
}

TEST_CASE("equivalents: abbreviations and what they stand for, both ways") {
  for (const Pair& c : {
           Pair{"an abbreviation", "HĐND", "Hội đồng nhân dân"},
           Pair{"what it stands for", "hội đồng nhân dân", "HĐND"},
           Pair{"typed without accents", "hdnd", "Hội đồng nhân dân"},
           Pair{"another", "MTTQ", "Mặt trận Tổ quốc"},
           Pair{"the likelier of two meanings", "BCH", "Ban Chấp hành"},
           Pair{"the other one", "BCH", "Bộ Chỉ huy"},
           Pair{"from the second meaning", "bộ chỉ huy", "BCH"},
           Pair{"of an organisation", "TANDTC", "Tòa án nhân dân tối cao"},
       }) {
    SUBCASE(c.name.c_str()) {
      std::vector<query::Equivalent> found;
      abbreviations().find(words_in(c.typed), found);
      CHECK_MESSAGE(finds(found, c.wanted), listed(words_in(c.typed), found));
    }
  }
  SUBCASE("a syllable is a word, whatever capitals may make of it") {
    std::vector<query::Equivalent> found;
    abbreviations().find(words_in("ca"), found);
    abbreviations().find(words_in("công an"), found);
    CHECK(listed(words_in("ca"), found) == "");
  }
  SUBCASE("a city by its short forms") {
    std::vector<query::Equivalent> found;
    spellings().find(words_in("TP.HCM"), found);
    CHECK(finds(found, "Thành phố Hồ Chí Minh"));
    CHECK(finds(found, "TPHCM"));
  }
}

TEST_CASE("equivalents: numerals behind their cues") {
  struct Case {
    std::string name, typed, want;
  };
  for (const Case& c : {
           Case{"a congress", "Đại hội XIII",
                "[đại hội xiii] đại hội 13 | đại hội mười ba | đại hội thứ 13 | đại hội thứ xiii | "
                "đại hội thứ mười ba | đại hội lần thứ 13 | đại hội lần thứ xiii | "
                "đại hội lần thứ mười ba"},
           Case{"a quarter", "quý III", "[quý iii] quý 3 | quý ba"},
           Case{"a month in words", "tháng tư", "[tháng tư] tháng 4 | tháng bốn"},
           Case{"the fifth day", "thứ năm", "[thứ năm] thứ 5 | thứ v"},
           Case{"an army's region", "quân khu 7", "[quân khu 7] quân khu vii"},
           Case{"without a cue", "xiii", ""},
           Case{"a year is no five", "kỳ họp năm 2020", ""},
           Case{"a number without a Roman form", "khóa 2020", ""},
       }) {
    SUBCASE(c.name.c_str()) {
      std::vector<query::Equivalent> found;
      find_numerals(words_in(c.typed), found);
      CHECK(listed(words_in(c.typed), found) == c.want);
    }
  }
  for (const Pair& c : {
           Pair{"from words to Roman letters", "Đại hội lần thứ mười ba", "đại hội xiii"},
           Pair{"from the ordinal", "kỳ họp thứ ba", "kỳ họp thứ 3"},
           Pair{"a term", "khóa XV", "khóa 15"},
           Pair{"the tone elsewhere", "khoá 15", "khóa xv"},
           Pair{"the first", "lần thứ nhất", "lần thứ i"},
           Pair{"in the middle", "nghị quyết đại hội đảng XII về", "đại hội đảng 12"},
       }) {
    SUBCASE(c.name.c_str()) {
      std::vector<query::Equivalent> found;
      find_numerals(words_in(c.typed), found);
      CHECK_MESSAGE(finds(found, c.wanted), listed(words_in(c.typed), found));
    }
  }
  SUBCASE("X is no beginning of XIV") {
    std::vector<query::Equivalent> found;
    find_numerals(words_in("đại hội X"), found);
    CHECK(finds(found, "đại hội 10"));
    CHECK_FALSE(finds(found, "đại hội xiv"));
    CHECK_FALSE(finds(found, "đại hội lần thứ mười"));
  }
}

TEST_CASE("equivalents: i and y where spelling alone differs") {
  struct Case {
    std::string word, want;
  };
  for (const Case& c : {
           Case{"kĩ", "kỹ"},
           Case{"kỹ", "kĩ"},
           Case{"mỹ", "mĩ"},
           Case{"lí", "lý"},
           Case{"sĩ", "sỹ"},
           Case{"quí", "quý"},
           Case{"ti", "ty"},
           Case{"hy", "hi"},
           Case{"vi", ""},
           Case{"bí", ""},
           Case{"kính", ""},
           Case{"thủy", ""},
           Case{"covid", ""},
       }) {
    CAPTURE(c.word);
    CHECK(with_other_i(c.word) == c.want);
  }
}

TEST_CASE("equivalents: the ways to cite a document") {
  for (const Pair& c : {
           Pair{"a kind and a number", "chỉ thị 35", "chỉ thị số 35"},
           Pair{"with số", "chỉ thị số 35", "chỉ thị 35"},
           Pair{"to the printed number", "chỉ thị số 35", "35 ct"},
           Pair{"by the kind's letters", "NQ 18", "nghị quyết số 18"},
           Pair{"a decree", "nghị định 100", "100 nđ"},
           Pair{"with its year", "nghị định 100/2019", "nghị định số 100 2019"},
           Pair{"the whole number", "35-CT/TW", "chỉ thị 35"},
           Pair{"a state number", "100/2019/NĐ-CP", "nghị định 100 2019"},
       }) {
    SUBCASE(c.name.c_str()) {
      std::vector<query::Equivalent> found;
      find_document_forms(words_in(c.typed), found);
      CHECK_MESSAGE(finds(found, c.wanted), listed(words_in(c.typed), found));
    }
  }
  SUBCASE("a number of something else") {
    std::vector<query::Equivalent> found;
    find_document_forms(words_in("quyết định mua 35 xe"), found);
    CHECK(found.empty());
  }
}

TEST_CASE("equivalents: only what the archive can hold, surest first") {
  const auto statistics = test::statistics_of({"Hội đồng nhân dân tỉnh họp, HĐND đã bàn.",
                                               "Đại hội XIII thành công.", "kỹ thuật, kĩ thuật"});
  const Words words = words_in("HĐND bàn đại hội 13, kĩ thuật ở Mát-xcơ-va");
  const auto found = find_equivalents(words, statistics);
  CHECK(listed(words, found) == "[hđnd] hội đồng nhân dân; [đại hội 13] đại hội xiii; [kĩ] kỹ");
  CHECK(describe(words, found) ==
        "also read: 'hđnd' as hội đồng nhân dân; 'đại hội 13' as đại hội xiii; 'kĩ' as kỹ");
  for (const auto& e : found) CHECK(e.weight < 1);
}

TEST_CASE("equivalents: no words, no forms; long queries stay as they are") {
  const auto statistics = test::statistics_of({"hội"});
  CHECK(find_equivalents({}, statistics).empty());
  CHECK(find_equivalents(Words(500, "hđnd"), statistics).empty());
  CHECK(describe({}, {}) == "");
}
