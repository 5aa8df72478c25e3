#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/recognise/recogniser.h"

using namespace khobao::names;
using namespace khobao::recognise;

namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer instance;
  return instance;
}

std::vector<std::string> names(std::vector<std::string_view> paragraphs,
                               std::string_view published = "") {
  Recogniser recogniser(gazetteer());
  std::vector<std::string> out;
  for (const auto& organisation : recogniser.organisations({.title = "",
                                  .paragraphs = std::move(paragraphs),
                                  .published = published,
                                  .outlet = ""})) {
    out.push_back(organisation.name);
  }
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("organisations get their canonical names") {
  struct Case {
    const char* name;
    const char* in;
    Names want;
  };
  const Case cases[] = {
      {"tone placement and small letters",
       "ông gặp Uỷ ban nhân dân tỉnh Bình Định hôm qua",
       {"Ủy ban nhân dân tỉnh Bình Định"}},
      {"a list shares level and place",
       "lãnh đạo HĐND, UBND tỉnh Phú Yên dự lễ",
       {"Hội đồng nhân dân tỉnh Phú Yên", "Ủy ban nhân dân tỉnh Phú Yên"}},
      {"a bare place gets its level", "Công an Nghệ An cho biết", {"Công an tỉnh Nghệ An"}},
      {"abbreviated field of work",
       "Sở GD&ĐT TP.HCM vừa thông báo",
       {"Sở Giáo dục và Đào tạo thành phố Hồ Chí Minh"}},
      {"fields of work share a head",
       "lãnh đạo Sở Tài chính, Công Thương và Y tế",
       {"Sở Tài chính", "Sở Công Thương", "Sở Y tế"}},
      {"the body inside a post",
       "Ủy viên Trung ương Đảng, Thủ tướng Chính phủ phát biểu",
       {"Ban Chấp hành Trung ương Đảng", "Chính phủ"}},
      {"a person ends a name", "Chủ tịch UBND tỉnh Trần Văn Tám nói", {"Ủy ban nhân dân tỉnh"}},
      {"a district's command is a smaller one",
       "Ban Chỉ huy Quân sự huyện Hoài Ân tặng quà",
       {"Ban Chỉ huy Quân sự huyện Hoài Ân"}},
      {"a committee of a numbered place keeps the level",
       "Bí thư Quận ủy quận 4 phát biểu",
       {"Quận ủy quận 4"}},
      {"the full stop of an abbreviated level goes with it",
       "Ông Kha làm ở Hội Trồng sen TP. HCM từ năm 2011.",
       {"Hội Trồng sen thành phố Hồ Chí Minh"}},
      {"abbreviations inside a name",
       "ông Kha của Công ty TNHH TM&DV Sao Kon",
       {"Công ty TNHH Thương mại và Dịch vụ Sao Kon"}},
      {"BCH is a command before Quân sự",
       "BCH Quân sự tỉnh Đồng Tháp tặng quà",
       {"Bộ Chỉ huy Quân sự tỉnh Đồng Tháp"}},
      {"ĐH is a congress before a numeral",
       "trước thềm ĐH XIII của Đảng bộ tỉnh Sơn La",
       {"Đảng bộ tỉnh Sơn La"}},
      {"a body of a body counts once",
       "Ban Thường vụ Tỉnh ủy Gia Lai họp",
       {"Ban Thường vụ Tỉnh ủy Gia Lai"}},
      {"a body of another country", "Bộ Ngoại giao Nga tuyên bố", {"Bộ Ngoại giao Nga"}},
      {"school levels are spelled out",
       "em học Trường THCS Đồi Sim ở quê",
       {"Trường Trung học cơ sở Đồi Sim"}},
      {"common words join inside a company",
       "Công ty cổ phần Đầu tư và Xây dựng Hoài Sơn 2 trúng thầu",
       {"Công ty cổ phần Đầu tư và Xây dựng Hoài Sơn 2"}},
      {"a known bank behind its class word",
       "ngân hàng Vietcombank tăng lãi suất",
       {"Ngân hàng Thương mại cổ phần Ngoại thương Việt Nam"}},
      {"what is known as a whole has one spelling",
       "em học ĐH Kinh tế thành phố Hồ Chí Minh",
       {"Trường Đại học Kinh tế Thành phố Hồ Chí Minh"}},
      {"small words behind a proper name are the sentence's",
       "Ngân hàng Sông Kon dự báo Bình Định tăng",
       {"Ngân hàng Sông Kon"}},
      {"a person behind a known body",
       "Tổng thư ký Liên hiệp Quốc Johan Petrov nói",
       {"Liên hợp quốc"}},
      {"a sentence begins behind a name",
       "theo Bệnh viện Hoài Sơn Tuy nhiên",
       {"Bệnh viện Hoài Sơn"}},
      {"a person behind a country",
       "Hội đồng An ninh Nga Ivan Petrov nói",
       {"Hội đồng An ninh Nga"}},
      {"an office of the police with its place",
       "Phòng CSGT Quảng Bình kiểm tra",
       {"Phòng Cảnh sát giao thông Công an tỉnh Quảng Bình"}},
      {"words of two syllables stay whole",
       "Viện Lão khoa Sông Kon mở cửa",
       {"Viện Lão khoa Sông Kon"}},
  };
  for (const Case& c : cases) {
    SUBCASE(c.name) { CHECK(names({c.in}) == c.want); }
  }
}

TEST_CASE("generic words, places, persons, events and credits are no organisations") {
  for (const char* text :
       {"các sở, ngành và địa phương", "lãnh đạo UBND các xã dự họp",
        "du khách đến Hội An và Trường Sa", "cán bộ Đảng viên làm nhiệm vụ", "cơ sở Đảng vững mạnh",
        "Ảnh: AFP", "thị trường Việt Nam khởi sắc", "anh Đinh Bộ Lĩnh kể", "Vụ Cầu Mây gây xôn xao",
        "Hội nghị lần này", "Đại hội XIII", "Cổ phiếu HPG và VNM tăng giá, mã FPT giảm.",
        "Premier League mùa này hấp dẫn.", "Khách dự ở Trung tâm Hội nghị Quốc gia.",
        "Chị mua giày trên Shopee.", "Em dự chương trình Sen Vàng tối qua."}) {
    CAPTURE(text);
    CHECK(names({text}).empty());
  }
}

TEST_CASE("the article supplies the place that a body leaves out") {
  SUBCASE("of the province") {
    CHECK(names({"Tại thành phố Quy Nhơn, UBND tỉnh họp."}, "2024-05-01") ==
          Names{"Ủy ban nhân dân tỉnh Bình Định"});
  }
  SUBCASE("of the merged province since July 2025") {
    CHECK(names({"Tại thành phố Quy Nhơn, UBND tỉnh họp."}, "2025-08-01") ==
          Names{"Ủy ban nhân dân tỉnh Gia Lai"});
  }
  SUBCASE("of a district named before") {
    CHECK(names({"Ở huyện Hoài Ân mưa lớn.", "UBND huyện chỉ đạo khắc phục."}) ==
          Names{"Ủy ban nhân dân huyện Hoài Ân"});
  }
  SUBCASE("of none, where the article names none") {
    CHECK(names({"UBND tỉnh chỉ đạo khắc phục."}) == Names{"Ủy ban nhân dân tỉnh"});
  }
}

TEST_CASE("canonical names go no further than what is printed") {
  CHECK(names({"Công an Q.9 bắt giữ hai người."}) == Names{"Công an quận 9"});
  CHECK(names({"Ông báo cáo UBND TP. Sau đó cuộc họp kết thúc."}) ==
        Names{"Ủy ban nhân dân thành phố"});
  CHECK(names({"Bộ Giáo dục New Zealand công bố kết quả."}) == Names{"Bộ Giáo dục New Zealand"});
  CHECK(names({"Sinh viên Đại học Sông Kon đoạt giải."}) == Names{"Đại học Sông Kon"});
  CHECK(names({"Sinh viên Trường Đại học Sông Kon và Đại học Sông Kon đoạt giải."}) ==
        Names{"Trường Đại học Sông Kon"});
  CHECK(names({"Sở Xây dựng, UBND phường Hàm Rồng cùng kiểm tra."}) ==
        Names{"Sở Xây dựng", "Ủy ban nhân dân phường Hàm Rồng"});
}

TEST_CASE("short forms and abbreviations of the article are unified") {
  Recogniser recogniser(gazetteer());
  const auto found = recogniser.organisations(
      {.title = "",
       .paragraphs = {"Hiệp hội Nuôi ong Sông Kon (NOSK) ra mắt. NOSK có 30 hội viên.",
                      "Công ty TNHH Hoài Sơn góp vốn; Công ty Hoài Sơn nộp thuế."},
       .published = "",
       .outlet = ""});
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Hiệp hội Nuôi ong Sông Kon");
  CHECK(found[0].mentions == 3);
  CHECK(found[1].name == "Công ty TNHH Hoài Sơn");
  CHECK(found[1].mentions == 2);
}

TEST_CASE("mentions slice back to the surfaces") {
  const std::string_view title = "UBND TP Cần Thơ họp",
                         body = "Ông dẫn lời Bộ Y tế và UBND TP Cần Thơ.";
  Recogniser recogniser(gazetteer());
  for (const auto& organisation : recogniser.organisations(
           {.title = title, .paragraphs = {body}, .published = "", .outlet = ""})) {
    CHECK(static_cast<size_t>(organisation.mentions) == organisation.where.size());
    for (const Mention& where : organisation.where) {
      const std::string surface((where.paragraph == 0 ? title : body)
                                    .substr(where.begin_byte, where.end_byte - where.begin_byte));
      CHECK(std::count(organisation.surfaces.begin(), organisation.surfaces.end(), surface) == 1);
    }
  }
}

TEST_CASE("any bytes are accepted") {
  std::string text;
  unsigned state = 7;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1103515245u + 12345u;
    text += static_cast<char>(state >> 16);
  }
  CHECK_NOTHROW(names({text, "UBND", "(", "TP.", "Sở", "\xC3"}));
  std::string heads;
  for (int i = 0; i < 20'000; ++i) heads += "Ban Thường vụ Đảng ủy ";
  CHECK_NOTHROW(names({heads}));
}

TEST_CASE("a list that names the class of its bodies once shares it") {
  CHECK(names({"Lãnh đạo các tập đoàn Konmay, Simtex cùng dự."}) ==
        Names{"Tập đoàn Konmay", "Tập đoàn Simtex"});
  CHECK(names({"Cơ quan đại diện Bộ GD-ĐT tại TP.HCM trả lời."}) ==
        Names{"Bộ Giáo dục và Đào tạo tại thành phố Hồ Chí Minh"});
}

TEST_CASE("a parliament abroad that begins like a council at home keeps its name") {
  CHECK(names({"Chủ tịch Hội đồng Nhân dân Tối cao Triều Tiên dự lễ."}) ==
        Names{"Hội đồng Nhân dân Tối cao"});
}
