// All places beside provinces are invented.
#include "indexer/recognise/place_ties.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/text/tokenizer.h"

using namespace khobao;

namespace {

// What a paragraph ties, of an article that names `places`.
std::string tied(const std::vector<std::string>& places, const std::string& text) {
  archive::Article article;
  article.title = "Mưa lớn";
  article.paragraphs = {{.text = text, .role = archive::Role::body}};
  for (const std::string& place : places) article.places.push_back({.name = place, .mentions = 1});
  text::Tokenizer tokenizer;
  names::NameKeys keys;
  std::string out;
  for (const auto& tie :
       recognise::place_ties(article, recognise::tokenise(tokenizer, article), keys)) {
    const bool became = tie.kind == recognise::PlaceTie::Kind::became;
    out += (out.empty() ? "" : "; ") + tie.from + (became ? " > " : " < ") + tie.to;
  }
  return out;
}

}  // namespace

TEST_CASE("place ties: what an article prints of places and those around them") {
  struct Case {
    std::string name;
    std::vector<std::string> places;
    std::string text, want;
  };
  const std::vector<std::string> three = {"xã Đồi Sim", "huyện Sông Kon", "tỉnh Bình Định"};
  for (const Case& c : {
           Case{"an address", three, "Ở xã Đồi Sim, huyện Sông Kon, tỉnh Bình Định.",
                "xã Đồi Sim < huyện Sông Kon; huyện Sông Kon < tỉnh Bình Định; xã Đồi Sim < tỉnh "
                "Bình Định"},
           Case{"without the last kind", three, "Ở xã Đồi Sim (huyện Sông Kon, Bình Định) mưa.",
                "xã Đồi Sim < huyện Sông Kon; huyện Sông Kon < tỉnh Bình Định; xã Đồi Sim < tỉnh "
                "Bình Định"},
           Case{"in words", three, "Xã Đồi Sim thuộc huyện Sông Kon có mưa.",
                "xã Đồi Sim < huyện Sông Kon"},
           Case{"short kinds", three, "Dân xã Đồi Sim, H.Sông Kon kể.",
                "xã Đồi Sim < huyện Sông Kon"},
           Case{"the city's short name",
                {"huyện Đồi Sim", "thành phố Hồ Chí Minh"},
                "Về huyện Đồi Sim, TP.HCM.",
                "huyện Đồi Sim < thành phố Hồ Chí Minh"},
           Case{"a list",
                {"xã Đồi Sim", "xã Hàng Cói", "huyện Sông Kon"},
                "Các xã Đồi Sim, Hàng Cói (huyện Sông Kon) mất điện.",
                "xã Đồi Sim < huyện Sông Kon; xã Hàng Cói < huyện Sông Kon"},
           Case{"two lists",
                {"xã Đồi Sim", "xã Hàng Cói", "huyện Sông Kon", "huyện Mây Hạ"},
                "Ở xã Đồi Sim (huyện Sông Kon), xã Hàng Cói (huyện Mây Hạ).",
                "xã Đồi Sim < huyện Sông Kon; xã Hàng Cói < huyện Mây Hạ"},
           Case{"a larger one first", three, "Từ huyện Sông Kon, xã Đồi Sim gọi.", ""},
           Case{"of one size", {"xã Đồi Sim", "xã Hàng Cói"}, "Xã Đồi Sim, xã Hàng Cói.", ""},
           Case{"a sentence between", three, "Ở xã Đồi Sim. Huyện Sông Kon vắng.", ""},
           Case{"something between", three, "Từ xã Đồi Sim đến huyện Sông Kon xa lắm.", ""},
           Case{"a place that the article does not name",
                {"xã Đồi Sim"},
                "Ở xã Đồi Sim, huyện Sông Kon.",
                ""},
           Case{"renamed",
                {"xã Đồi Sim", "phường Sim Thượng"},
                "Xã Đồi Sim (nay là phường Sim Thượng) có lễ.",
                "xã Đồi Sim > phường Sim Thượng"},
           Case{"formerly",
                {"xã Đồi Sim", "phường Sim Thượng"},
                "Phường Sim Thượng (xã Đồi Sim cũ) có lễ.",
                "xã Đồi Sim > phường Sim Thượng"},
           Case{"formerly, in words",
                {"huyện Sông Kon", "đặc khu Sông Kon"},
                "Đặc khu Sông Kon (trước đây là huyện Sông Kon).",
                "huyện Sông Kon > đặc khu Sông Kon"},
           Case{"several merged",
                {"xã Đồi Sim", "xã Hàng Cói", "phường Sim Thượng"},
                "Các xã Đồi Sim, Hàng Cói, nay là phường Sim Thượng.",
                "xã Đồi Sim > phường Sim Thượng; xã Hàng Cói > phường Sim Thượng"},
           Case{"the last of a list renamed",
                {"huyện Sông Kon", "huyện Mây Hạ", "thị xã Mây Hạ"},
                "Các huyện Sông Kon, Mây Hạ (nay là thị xã Mây Hạ).",
                "huyện Mây Hạ > thị xã Mây Hạ"},
           Case{"a district that is known in another province",
                {"huyện Gia Lâm", "tỉnh Hưng Yên"},
                "Đi qua huyện Gia Lâm, Hưng Yên.",
                ""},
           Case{"in a former province",
                {"xã Đồi Sim", "tỉnh Gia Lai", "tỉnh Bình Định"},
                "Ở xã Đồi Sim, tỉnh Gia Lai (Bình Định cũ).",
                "xã Đồi Sim < tỉnh Gia Lai"},
           Case{"now in another one",
                {"xã Đồi Sim", "tỉnh Gia Lai"},
                "Xã Đồi Sim (nay thuộc tỉnh Gia Lai).",
                "xã Đồi Sim < tỉnh Gia Lai"},
       }) {
    SUBCASE(c.name.c_str()) { CHECK(tied(c.places, c.text) == c.want); }
  }
}

TEST_CASE("place ties: any bytes are read, and an article ties so many places at most") {
  CHECK(tied({"xã \xff", "xã ", "huyện (", "tỉnh Bình Định"}, "xã \xff(\xfe, huyện (, Bình Định") ==
        "");
  std::string text;
  std::vector<std::string> places;
  for (int i = 0; i < 600; ++i) {
    const std::string number = std::to_string(i);
    places.push_back("phường " + number);
    places.push_back("quận " + number);
    text += "phường " + number + ", quận " + number + "; ";
  }
  const std::string all = tied(places, text);
  CHECK(std::count(all.begin(), all.end(), ';') == 199);
}
