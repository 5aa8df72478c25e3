#include "common/archive/facets/author_names.h"

#include <doctest/doctest.h>

using namespace khobao;

TEST_CASE("bylines name their authors one by one, as names are written") {
  struct Case {
    std::string byline;
    std::vector<std::string> want;
  };
  for (const Case& c : {
           Case{"Lan Hồ", {"Lan Hồ"}},
           Case{"LAN HỒ", {"Lan Hồ"}},
           Case{"LAN HỒ;TTXVN", {"Lan Hồ", "TTXVN"}},
           Case{"THUỲ MÂY; Thùy Mây", {"Thùy Mây"}},
           Case{"Lan Hồ - Trần Mai và Đ.Nhạn (ghi)", {"Lan Hồ", "Trần Mai", "Đ.Nhạn"}},
           Case{"HỒNG MÂY;ẢNH: D.GIÓ", {"Hồng Mây", "D.GIÓ"}},
           Case{"Theo Lan Hồ/Báo Sông Quê", {"Lan Hồ", "Báo Sông Quê"}},
           Case{"Bài và ảnh: Mây Hạ", {"Mây Hạ"}},
           Case{"M.V", {"M.V"}},
           Case{"Y Sa-ha Mlô", {"Y Sa-ha Mlô"}},
           Case{"Ảnh", {}},
           Case{"(ghi)", {}},
           Case{" ; , ", {}},
           Case{"", {}},
       }) {
    CAPTURE(c.byline);
    CHECK(archive::author_names(c.byline) == c.want);
  }
}
