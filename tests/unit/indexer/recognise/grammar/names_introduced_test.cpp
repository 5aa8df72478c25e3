#include <doctest/doctest.h>

#include "common/text/tokenizer.h"
#include "indexer/recognise/grammar/introduced.h"

using namespace khobao;

namespace {

std::string introduced(const std::string& text) {
  text::Tokenizer tokenizer;
  std::vector<text::Token> tokens;
  tokenizer.tokenize(text, tokens);
  std::vector<recognise::Introduced> found;
  recognise::find_introduced(text, tokens, found);
  std::string out;
  for (const auto& [abbreviation, name] : found)
    out += (out.empty() ? "" : "; ") + abbreviation + " = " + name;
  return out;
}

}  // namespace

TEST_CASE("introduced abbreviations: what an article says in brackets") {
  struct Case {
    std::string name, text, want;
  };
  for (const Case& c : {
           Case{"behind the name", "Liên đoàn Lao động (LĐLĐ) tỉnh họp.",
                "lđlđ = liên đoàn lao động"},
           Case{"common words", "công tác giải phóng mặt bằng (GPMB) chậm",
                "gpmb = giải phóng mặt bằng"},
           Case{"in front of the name", "Ông nói GPMB (giải phóng mặt bằng) còn chậm.",
                "gpmb = giải phóng mặt bằng"},
           Case{"with a word that has no letter", "Sở Giáo dục và Đào tạo (SGDĐT) báo cáo",
                "sgdđt = sở giáo dục và đào tạo"},
           Case{"with a dash in the name", "phát triển kinh tế - xã hội (KTXH)",
                "ktxh = kinh tế xã hội"},
           Case{"followed by a comma", "Hợp tác xã (HTX, thành lập năm 2019)", "htx = hợp tác xã"},
           Case{"two of them", "Câu lạc bộ (CLB) và vận động viên (VĐV)",
                "clb = câu lạc bộ; vđv = vận động viên"},
           Case{"letters that do not fit", "Tổ chức Y tế Thế giới (WHO)", ""},
           Case{"across a sentence", "Họp ở huyện. Lao động (HLĐ)", ""},
           Case{"a place in brackets", "Cầu Bến Lội (Bình Định)", ""},
           Case{"small letters", "liên đoàn lao động (lđlđ)", ""},
           Case{"an abbreviation in its own sentence", "Ông nói (GPMB) rồi.", ""},
           Case{"a bracket at the beginning", "(LĐLĐ) Liên đoàn", ""},
           Case{"an open bracket at the end", "Liên đoàn Lao động (LĐLĐ", ""},
           Case{"no text", "", ""},
       }) {
    SUBCASE(c.name.c_str()) { CHECK(introduced(c.text) == c.want); }
  }
}

TEST_CASE("introduced abbreviations: any bytes are read") {
  CHECK(introduced("(\xff(\xfe) (AB) (CD (EF") == "");
  std::string brackets;
  for (int i = 0; i < 20000; ++i) brackets += "A (A) ";
  CHECK(introduced(brackets) == "");
}
