#include <doctest/doctest.h>

#include "indexer/read/lines/caption.h"
#include "indexer/read/lines/furniture.h"
#include "indexer/read/lines/line_words.h"

using namespace khobao::read;

TEST_SUITE("read/furniture") {
  TEST_CASE("lines of the page are told from lines of the article") {
    using enum FurnitureKind;
    struct Case {
      const char *name, *in;
      FurnitureKind want;
    };
    for (const Case& c : {Case{"counter", "467 lượt xem", furniture},
                          {"counter with its label", "Lượt xem: 1.032", furniture},
                          {"place holder", "[img]", furniture},
                          {"caption without words", "Minh hoạ ảnh:", furniture},
                          {"share buttons", "Chia sẻ Facebook Zalo", furniture},
                          {"masthead", "Giấy phép số 12/GP-MAY do Sở Mây cấp", furniture},
                          {"archive by day", "Xem tin theo ngày", furniture},
                          {"signs alone", "***", furniture},
                          {"markup", "</div>", furniture},
                          {"code", "var mayAds = { id: 7 };", furniture},
                          {"heading of related articles", "Tin cùng chuyên mục", related},
                          {"with a sign", "TIN LIÊN QUAN »", related},
                          {"a paragraph that begins alike",
                           "Chia sẻ với bà con, ông Tư nói nước sẽ rút trước tết và sen lại nở "
                           "khắp đồng, ai cũng mừng cho vụ mùa mới sắp đến của cả xã.",
                           none},
                          {"a short sentence", "Ông Tư đọc báo.", none},
                          {"English", "Mây Xanh Wins", none}}) {
      CAPTURE(c.name);
      CHECK(furniture_kind(c.in) == c.want);
    }
  }

  TEST_CASE("furniture inside a text is cut out") {
    struct Case {
      const char *name, *in, *want;
      size_t cut;
    };
    for (const Case& c :
         {Case{"front",
               "Lưu bài viết thành công Bạn có thể xem lại bài viết đã lưu ở trangTin bài đã lưu "
               "Nước lên.",
               "Nước lên.", 3},
          {"teaser", "Nước lên. [Bão Mây vào bờ trong đêm nay] Chợ vẫn họp.",
           "Nước lên. Chợ vẫn họp.", 1},
          {"a remark in brackets stays", "Nước [ở bến] lên.", "Nước [ở bến] lên.", 0},
          {"an open bracket stays", "Nước lên [Bão Mây vào bờ", "Nước lên [Bão Mây vào bờ", 0},
          {"nothing", "Nước lên.", "Nước lên.", 0}}) {
      CAPTURE(c.name);
      std::string text = c.in;
      std::vector<std::string> cut;
      cut_inline_furniture(text, cut);
      CHECK(text == c.want);
      CHECK(cut.size() == c.cut);
    }
  }

  TEST_CASE("a menu prints a section's name twice") {
    CHECK(is_doubled("TIN MÂY XÃ MÂY TIN MÂY XÃ MÂY"));
    CHECK_FALSE(is_doubled("Tin Mây xã Mây"));
  }

  TEST_CASE("captions are short lines with a credit or a caption's words") {
    CHECK(is_caption("Bà con dọn bùn sau lũ. Ảnh: LÊ NA", false));
    CHECK(is_caption("Quang cảnh buổi lễ.", false));
    CHECK(is_caption("Ông Tư phát biểu tại hội nghị", false));
    CHECK(is_caption("Bà con dọn bùn", true));
    CHECK_FALSE(is_caption("Bà con dọn bùn", false));
    CHECK_FALSE(is_caption("Nguồn: Mây Báo", false));
    CHECK_FALSE(is_caption("Ông Tư cho biết nước lên. Chợ vẫn họp. Bến đò nghỉ.", true));
    CHECK(leading_caption_bytes("Bùn ngập sân. (Nguồn: TTXVN) Theo đài, nước lên.") ==
          std::string("Bùn ngập sân. (Nguồn: TTXVN)").size());
    CHECK(leading_caption_bytes("Nước lên (nguồn tin của xã).") == 0);
  }

  TEST_CASE("comparison knows no case, signs and figures") {
    CHECK(comparison_form("Lượt xem: 1.032") == "lượt xem #");
    CHECK(comparison_form("  HOÀ Bình – 24/7 ") == "hòa bình #");
    CHECK(comparison_form("") == "");
  }
}
