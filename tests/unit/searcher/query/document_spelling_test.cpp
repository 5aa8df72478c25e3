#include "searcher/query/document_spelling.h"

#include <doctest/doctest.h>

using khobao::query::with_printed_documents;

TEST_CASE("document spelling: typed numbers become printed ones") {
  struct Case {
    std::string name, typed, want;
  };
  for (const Case& c : {
           Case{"small letters", "35-ct/tw", "35-CT/TW"},
           Case{"a space for the dash", "35 CT/TW", "35-CT/TW"},
           Case{"both", "chỉ thị 35 ct/tw về", "chỉ thị 35-CT/TW về"},
           Case{"other dashes and spaces", "35 – ct / tư", "35-CT/TW"},
           Case{"a dash for the slash", "35-ct-tw", "35-CT/TW"},
           Case{"a slash for the dash", "35/ct-tw", "35-CT/TW"},
           Case{"only spaces", "35 ct tw", "35-CT/TW"},
           Case{"a province's", "05-nq/tu", "05-NQ/TU"},
           Case{"a decree without accents", "100/2019/nd-cp", "100/2019/NĐ-CP"},
           Case{"with them", "100/2019/nđ-cp", "100/2019/NĐ-CP"},
           Case{"a decision", "1234/qd-ubnd", "1234/QĐ-UBND"},
           Case{"the prime minister's", "667/qd-ttg", "667/QĐ-TTg"},
           Case{"a law", "45/2019/qh14", "45/2019/QH14"},
           Case{"an issuer that is not listed", "12/qd-abc", "12/QĐ-ABC"},
           Case{"inside brackets", "(35-ct/tw)", "(35-CT/TW)"},
           Case{"as printed", "35-CT/TW", "35-CT/TW"},
           Case{"a score", "3-2 ct", "3-2 ct"},
           Case{"a date", "2/9/2020 tại", "2/9/2020 tại"},
           Case{"a fraction", "2/3 chặng", "2/3 chặng"},
           Case{"a consumption", "5 l/100 km", "5 l/100 km"},
           Case{"a year and words", "2020 kh - vn", "2020 kh - vn"},
           Case{"nothing behind the kind", "35-ct", "35-ct"},
           Case{"an unknown kind", "35-xy/tw", "35-xy/tw"},
           Case{"digits inside a word", "covid19-ct/tw", "covid19-ct/tw"},
           Case{"no text", "", ""},
       }) {
    SUBCASE(c.name.c_str()) { CHECK(with_printed_documents(c.typed) == c.want); }
  }
}
