#include <doctest/doctest.h>

#include "common/names/document_citation.h"
#include "common/names/recogniser.h"

using namespace khobao::names;

namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer instance;
  return instance;
}

std::vector<Document> documents(std::string_view paragraph) {
  Recogniser recogniser(gazetteer());
  return recogniser.documents(
      {.title = "", .paragraphs = {paragraph}, .published = "", .outlet = ""});
}

}  // namespace

TEST_CASE("numbered documents are found as printed and unified in their keys") {
  struct Case {
    const char* name;
    const char* in;
    const char* printed;
    const char* key;
  };
  const Case cases[] = {
      {"party number", "Theo Chỉ thị 35-CT/TW của cấp trên.", "Chỉ thị 35-CT/TW",
       "chỉ thị|35|ct/tw|"},
      {"TƯ is TW", "Theo Chỉ thị số 35 – CT/TƯ thì", "Chỉ thị số 35 – CT/TƯ", "chỉ thị|35|ct/tw|"},
      {"state number of the same kind", "Theo Chỉ thị 35/CT-TTg,", "Chỉ thị 35/CT-TTg",
       "chỉ thị|35|ct-ttg|"},
      {"dash and slash mixed up", "Nghị quyết số 57/NQ-TW", "Nghị quyết số 57/NQ-TW",
       "nghị quyết|57|nq/tw|"},
      {"leading zero", "Nghị quyết 04-NQ/TW", "Nghị quyết 04-NQ/TW", "nghị quyết|4|nq/tw|"},
      {"provincial", "Nghị quyết số 05-NQ/TU", "Nghị quyết số 05-NQ/TU", "nghị quyết|5|nq/tu|"},
      {"year in the number", "Nghị định 100/2019/NĐ-CP", "Nghị định 100/2019/NĐ-CP",
       "nghị định|100|nđ-cp|2019"},
      {"year behind it", "Chỉ thị số 35-CT/TW ngày 30/5/2019 nêu", "Chỉ thị số 35-CT/TW",
       "chỉ thị|35|ct/tw|2019"},
      {"bare number", "quán triệt Chỉ thị 35 của cấp trên", "Chỉ thị 35", "chỉ thị|35||"},
      {"announced number", "thực hiện kế hoạch số 155 của huyện", "kế hoạch số 155",
       "kế hoạch|155||"},
      {"plenum", "Nghị quyết Trung ương 4 khóa XII được", "Nghị quyết Trung ương 4 khóa XII",
       "nghị quyết trung ương|4|khóa 12|"},
      {"named law", "Luật Nuôi ong số 58/2014/QH13 quy định", "Luật Nuôi ong số 58/2014/QH13",
       "luật|58|qh13|2014"},
  };
  for (const Case& c : cases) {
    SUBCASE(c.name) {
      const auto found = documents(c.in);
      REQUIRE(found.size() == 1);
      CHECK(found[0].printed == c.printed);
      CHECK(found[0].key == c.key);
      REQUIRE(found[0].where.size() == 1);
      const Mention& where = found[0].where[0];
      CHECK(where.paragraph == 1);
      CHECK(std::string_view(c.in).substr(where.begin_byte, where.end_byte - where.begin_byte) ==
            c.printed);
    }
  }
}

TEST_CASE("counts, years and words without a number are no documents") {
  for (const char* text :
       {"Kế hoạch 5 năm của tỉnh", "Quyết định 3 vấn đề lớn", "Luật Đất đai năm 2013",
        "Nghị quyết của Đảng", "Kế hoạch 2020 được thông qua", "Quyết định 50% vốn"}) {
    CAPTURE(text);
    CHECK(documents(text).empty());
  }
}

TEST_CASE("a number without its kind joins the document cited before") {
  const auto found =
      documents("Thông tư 88/2020/TT-BTC sửa đổi; theo đó 88/2020/TT-BTC có hiệu lực.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].where.size() == 2);
}

TEST_CASE("a short citation may mean several documents") {
  const Lexicon& lexicon = gazetteer().lexicon();
  CHECK(may_mean(document_key(lexicon, "Chỉ thị 35"), "chỉ thị|35|ct/tw|2019"));
  CHECK(may_mean(document_key(lexicon, "chỉ thị số 35"), "chỉ thị|35|ct-ttg|"));
  CHECK_FALSE(may_mean(document_key(lexicon, "Chỉ thị 35-CT/TW"), "chỉ thị|35|ct-ttg|"));
  CHECK_FALSE(may_mean(document_key(lexicon, "Chỉ thị 35"), "kế hoạch|35||"));
}
