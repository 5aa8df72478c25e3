#include <doctest/doctest.h>

#include "indexer/read/lines/credits/byline.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/credits/person_name.h"
#include "indexer/read/lines/credits/source.h"

using namespace khobao::read;

TEST_SUITE("read/byline") {
  TEST_CASE("the line that signs an article names author and credit") {
    struct Case {
      const char *name, *in, *author, *credit;
    };
    for (const Case& c :
         {Case{"capitals", "LÊ NA", "LÊ NA", ""},
          {"initials", "T.NA", "T.NA", ""},
          {"a dash behind", "Lê Na -", "Lê Na", ""},
          {"two names", "Lê Na - Trần Mẫn", "Lê Na - Trần Mẫn", ""},
          {"reporter", "PV", "PV", ""},
          {"label", "Tác giả: Lê Na (TP.HCM)", "Lê Na", ""},
          {"text and photos", "Bài, ảnh: Lê Na", "Lê Na", ""},
          {"remark", "Lê Na (tổng hợp)", "Lê Na", ""},
          {"agency in brackets", "Lê Na (TTXVN)", "Lê Na", "TTXVN"},
          {"outlet behind a slash", "CTV Lê Na/VOV.VN", "CTV Lê Na", "VOV.VN"},
          {"credit in brackets", "L.N (theo Mây Báo)", "L.N", "Mây Báo"},
          {"credit then name", "Theo Lê Na (Dân Việt)", "Lê Na", "Dân Việt"},
          {"credit", "Theo TTXVN", "", "TTXVN"},
          {"credit with a colon", "Theo: dangcongsan.vn", "", "dangcongsan.vn"},
          {"credit with an address", "(Theo https://may.example/)", "", "https://may.example"},
          {"source line", "Nguồn: VnExpress", "", "VnExpress"},
          {"printed twice", "Theo Vnexpress Theo Vnexpress", "", "Vnexpress"},
          {"a known outlet alone", "TTXVN/Tin Tức", "", "TTXVN/Tin Tức"},
          {"an unknown outlet behind Theo", "Theo Mây Báo", "", "Mây Báo"},
          {"photo credit", "Ảnh: Lê Na", "", ""},
          {"photo credit without a colon", "Ảnh Lê Na", "", ""},
          {"a place", "Quảng Nam", "", ""},
          {"a sentence", "Theo ông Lê Na, nước sẽ còn lên.", "", ""},
          {"collected", "(Tổng hợp)", "", ""},
          {"a number", "163", "", ""}}) {
      CAPTURE(c.name);
      CHECK(read_signature(c.in) == Signature{c.author, c.credit});
    }
  }

  TEST_CASE("a signature may stand behind the last sentence") {
    CHECK(read_closing_signature("Nước đã rút. Bà con dọn bùn. Lê Na").author == "Lê Na");
    CHECK(read_closing_signature("“Nước rút rồi”, bà Tư nói. LÊ NA").author == "LÊ NA");
    CHECK(read_closing_signature("Nước đã rút./. CTV Lê Na/VOV.VN") ==
          Signature{"CTV Lê Na", "VOV.VN"});
    CHECK(read_closing_signature("Nước đã rút Theo Dân Việt").credit == "Dân Việt");
    CHECK_FALSE(read_closing_signature("Bùn ngập chợ. Ảnh: Lê Na"));
    CHECK_FALSE(read_closing_signature("Nước rút ở TP. Hồ Chí Minh"));
    CHECK_FALSE(read_closing_signature("Lê Na"));
  }

  TEST_CASE("names are told from places and phrases") {
    for (const char* name : {"Lê Na", "LÊ NA", "L.Na", "H.N", "PV", "Lê Thị Na", "Lê Na, Trần Mẫn"})
      CHECK(is_byline_name(name));
    for (const char* other :
         {"Lê", "Quảng Nam", "Lê Na nói", "một ngày", "Đội Than Mỏ", "", "12 Lê"})
      CHECK_FALSE(is_byline_name(other));
  }

  TEST_CASE("the line above a signatory is known") {
    CHECK(is_signatory_post("KT. BỘ TRƯỞNG"));
    CHECK_FALSE(is_signatory_post("Bộ trưởng nói chuyện với bà con."));
  }
}

TEST_SUITE("read/source") {
  TEST_CASE("a tag stands in front of the lede") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {Case{"known", "VHO - Sáng 16.12, tại Huế, mưa.", "VHO"},
                          {"no space", "GD&TĐ- Ngày 8/2, trường mở cửa.", "GD&TĐ"},
                          {"host in brackets", "(mayxanh.vn) - Tối 30/3, hội mở.", "mayxanh.vn"},
                          {"unknown acronym in brackets", "(MXO) – Hội mở.", "MXO"},
                          {"a place", "ĐÀ NẴNG - Mưa lớn.", ""},
                          {"a subject", "SEN - Loài hoa của đồng nước.", ""},
                          {"a remark in brackets", "(Kỳ 2) - Chuyện bến sông.", ""},
                          {"no tag", "Nước lên từ sáng.", ""}}) {
      CAPTURE(c.name);
      CHECK(read_head_tag(c.in).name == c.want);
    }
    CHECK(read_head_tag("VHO - Sáng nay").end == 6);
  }

  TEST_CASE("the first sentence may credit an agency") {
    CHECK(opening_credit("Theo AFP, ngày 8/2, mưa lớn ở Mây.") == "AFP");
    CHECK(opening_credit("Reuters/AP đưa tin ngày 10/5, mưa lớn.") == "Reuters/AP");
    CHECK(opening_credit("Theo tờ The Sun, mưa lớn.") == "The Sun");
    CHECK(opening_credit("Theo Sở Y tế, ca bệnh giảm.") == "");
    CHECK(opening_credit("Theo Chính phủ, giá ổn định.") == "");
    CHECK(opening_credit("Ông Lê Na cho biết nước đã rút.") == "");
  }

  TEST_CASE("outlets come under one name") {
    for (const char* printed :
         {"TTXVN", "Thông tấn xã Việt Nam", "ttxvn", "https://vnanet.vn/tin.htm"}) {
      CAPTURE(printed);
      CHECK(unified_outlet(printed) == "Thông tấn xã Việt Nam");
    }
    for (const char* printed :
         {"TTO", "tuoitre.vn", "www.tuoitre.vn", "Báo Tuổi Trẻ", "cuoi.tuoitre.vn"}) {
      CAPTURE(printed);
      CHECK(unified_outlet(printed) == "Tuổi Trẻ Online");
    }
    CHECK(unified_outlet("https://www.maybao.example/a") == "maybao.example");
    CHECK(unified_outlet("Mây Báo") == "Mây Báo");
    CHECK(unified_outlet("") == "");
    CHECK(known_outlet("163").empty());
    CHECK(host_of("TP.HCM") == "");
    CHECK(host_of("http://a.bc") == "a.bc");
  }
}
