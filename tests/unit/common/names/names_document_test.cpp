#include <doctest/doctest.h>

#include "common/names/document_citation.h"
#include "common/names/document_term.h"
#include "indexer/recognise/recogniser.h"

using namespace khobao::recognise;
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
       "chỉ thị|35|ct/tw|khóa 12"},
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

TEST_CASE("numbers of party documents belong to a term") {
  struct Case {
    const char* name;
    const char* published;
    const char* in;
    const char* key;
  };
  const Case cases[] = {
      {"of the year printed", "2022-03-01", "Chỉ thị 35-CT/TW, ngày 30-5-2019 nêu",
       "chỉ thị|35|ct/tw|khóa 12"},
      {"of the year in brackets", "2022-03-01", "Chỉ thị 35-CT/TW (2019) nêu",
       "chỉ thị|35|ct/tw|khóa 12"},
      {"of the term printed", "2022-03-01",
       "Nghị quyết 04-NQ/TW của Ban Chấp hành Trung ương khóa XI nêu",
       "nghị quyết|4|nq/tw|khóa 11"},
      {"of the article", "2024-07-01", "Chỉ thị 35-CT/TW nêu", "chỉ thị|35|ct/tw|khóa 13"},
      {"of no term where the article is undated", "", "Chỉ thị 35-CT/TW nêu", "chỉ thị|35|ct/tw|"},
      {"of provinces by years", "2017-07-01", "Nghị quyết 05-NQ/TU nêu",
       "nghị quyết|5|nq/tu|2016-2020"},
      {"state numbers have none", "2017-07-01", "Chỉ thị 35/CT-TTg nêu", "chỉ thị|35|ct-ttg|"},
  };
  for (const Case& c : cases) {
    SUBCASE(c.name) {
      Recogniser recogniser(gazetteer());
      const auto found = recogniser.documents(
          {.title = "", .paragraphs = {c.in}, .published = c.published, .outlet = ""});
      REQUIRE(found.size() == 1);
      CHECK(found[0].key == c.key);
    }
  }
}

TEST_CASE("citations of one article complete each other") {
  const auto found = documents("Chỉ thị 35-CT/TW ngày 30/5/2019 rõ; Chỉ thị 35 đã nêu.");
  REQUIRE(found.size() == 2);
  CHECK(found[1].printed == "Chỉ thị 35");
  CHECK(found[0].key == found[1].key);
  const auto two = documents("Chỉ thị 35-CT/TW và Chỉ thị 35/CT-TTg rõ; Chỉ thị 35 đã nêu.");
  REQUIRE(two.size() == 3);
  CHECK(two[2].key == "chỉ thị|35||");
}

TEST_CASE("a document's name says what is not known of it") {
  const std::pair<const char*, const char*> cases[] = {
      {"chỉ thị|35|ct/tw|khóa 12", "Chỉ thị 35-CT/TW (khóa XII)"},
      {"chỉ thị|35|ct/tw|", "Chỉ thị 35-CT/TW (không rõ khóa)"},
      {"nghị quyết|5|nq/tu|2016-2020", "Nghị quyết 5-NQ/TU (2016-2020)"},
      {"chỉ thị|35||", "Chỉ thị 35 (không rõ cơ quan)"},
      {"chỉ thị|35|ct-ttg|2019", "Chỉ thị 35/2019/CT-TTg"},
      {"quyết định|12||2020", "Quyết định 12 (2020, không rõ cơ quan)"},
      {"quyết định|12|qđ-ubnd|", "Quyết định 12/QĐ-UBND (không rõ năm)"},
      {"nghị định|100|nđ-cp|2019", "Nghị định 100/2019/NĐ-CP"},
      {"nghị quyết trung ương|4|khóa 12|", "Nghị quyết trung ương 4 khóa XII"},
      {"luật|58|qh13|2014", "Luật 58/QH13 (2014)"}};
  for (const auto& [key, name] : cases) CHECK(document_name(key) == name);
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
  CHECK(may_mean(document_key(lexicon, "Chỉ thị 35"), "chỉ thị|35|ct/tw|khóa 12"));
  CHECK(may_mean(document_key(lexicon, "chỉ thị số 35"), "chỉ thị|35|ct-ttg|"));
  CHECK_FALSE(may_mean(document_key(lexicon, "Chỉ thị 35-CT/TW"), "chỉ thị|35|ct-ttg|"));
  CHECK_FALSE(may_mean(document_key(lexicon, "Chỉ thị 35"), "kế hoạch|35||"));
}
