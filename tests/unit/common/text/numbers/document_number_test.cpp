#include "common/text/numbers/document_number.h"

#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

TEST_SUITE("text/document_number") {
  TEST_CASE("party documents: number, kind, issuer") {
    check_tokens({
        {"plain", "Chỉ thị 35-CT/TW",
         "chỉ 0-5 | thị 6-11 | 35-ct/tw 12-20 document:3 | 35 12-14 number | ct 15-17 | tw 18-20"},
        {"full stop behind", "35-CT/TW.",
         "35-ct/tw 0-8 document:3 | 35 0-2 number | ct 3-5 | tw 6-8"},
        {"in brackets", "(35-CT/TW)", "35-ct/tw 1-9 document:3 | 35 1-3 number | ct 4-6 | tw 7-9"},
        {"leading zero", "04-NQ/TW", "4-nq/tw 0-8 document:3 | 4 0-2 number | nq 3-5 | tw 6-8"},
        {"provincial", "05-NQ/TU", "5-nq/tu 0-8 document:3 | 5 0-2 number | nq 3-5 | tu 6-8"},
        {"long issuer", "12-HD/BTCTW",
         "12-hd/btctw 0-11 document:3 | 12 0-2 number | hd 3-5 | btctw 6-11"},
        {"escaped slash", "09-NQ\\/TW", "9-nq/tw 0-9 document:3 | 9 0-2 number | nq 3-5 | tw 7-9"},
        {"decomposed letters", "99-Q\u0110/TU\u031B",
         "99-qđ/tw 0-11 document:3 | 99 0-2 number | qđ 3-6 | tw 7-11"},
        {"soft hyphen inside", "35-C\u00ADT/TW",
         "35-ct/tw 0-10 document:3 | 35 0-2 number | ct 3-7 | tw 8-10"},
    });
  }

  TEST_CASE("every dash, spacing and spelling of the issuer gives one term") {
    for (const char* in : {"35-CT/TW",       "35 -CT/TW",       "35- CT/TW",
                           "35 - CT/TW",     "35 - CT / TW",    "35-CT/ TW",
                           "35\u2010CT/TW",  "35\u2011CT/TW",   "35\u2012CT/TW",
                           "35\u2013CT/TW",  "35\u2014CT/TW",   "35\u2015CT/TW",
                           "35\u2212CT/TW",  "35 \u2013 CT/TW", "35\u00A0\u2013\u00A0CT/TW",
                           "35-CT/TƯ",       "35-CT/T.Ư",       "35-CT/T.W",
                           "35-CT/TU\u031B", "35-CT/T.U\u031B", "035-CT/TW",
                           "35-CT\\/TW",     "35-CT/T\u01A2"}) {
      CAPTURE(in);
      const std::vector<Token> tokens = tokenize(in);
      REQUIRE(tokens.size() == 4);
      CHECK(tokens[0].term == "35-ct/tw");
      CHECK(tokens[0].kind == TokenKind::document);
      CHECK(tokens[0].parts == 3);
      CHECK(tokens[0].begin_byte == 0);
      CHECK(tokens[0].end_byte == std::string_view(in).size());
      CHECK(tokens[1].term == "35");
      CHECK(tokens[1].kind == TokenKind::number);
      CHECK(tokens[2].term == "ct");
      CHECK(tokens[3].term == "tw");
      CHECK(tokens[3].end_byte == std::string_view(in).size());
    }
  }

  TEST_CASE("state documents: number, year or none, kind, issuer") {
    check_tokens({
        {"decree", "Nghị định 100/2019/NĐ-CP",
         "nghị 0-6 | định 7-14 | 100/2019/nđ-cp 15-30 document:4 | 100 15-18 number | "
         "2019 19-23 number | nđ 24-27 | cp 28-30"},
        {"spaces round the last hyphen", "100/2019/NĐ - CP",
         "100/2019/nđ-cp 0-17 document:4 | 100 0-3 number | 2019 4-8 number | nđ 9-12 | cp 15-17"},
        {"dash", "100/2019/NĐ\u2013CP",
         "100/2019/nđ-cp 0-17 document:4 | 100 0-3 number | 2019 4-8 number | nđ 9-12 | cp 15-17"},
        {"no year", "1234/QĐ-UBND",
         "1234/qđ-ubnd 0-13 document:3 | 1234 0-4 number | qđ 5-8 | ubnd 9-13"},
        {"a small letter inside", "35/CT-TTg",
         "35/ct-ttg 0-9 document:3 | 35 0-2 number | ct 3-5 | ttg 6-9"},
        {"a small letter in the kind", "107/TTr-STNMT",
         "107/ttr-stnmt 0-13 document:3 | 107 0-3 number | ttr 4-7 | stnmt 8-13"},
        {"one code with a term of office", "16/2020/UBTVQH14",
         "16/2020/ubtvqh14 0-16 document:3 | 16 0-2 number | 2020 3-7 number | ubtvqh14 8-16"},
        {"several issuers", "06/2018/TTLT-BCA-BQP",
         "6/2018/ttlt-bca-bqp 0-20 document:5 | 6 0-2 number | 2018 3-7 number | ttlt 8-12 | "
         "bca 13-16 | bqp 17-20"},
    });
  }

  TEST_CASE("where a document number ends") {
    check_tokens({
        {"a date behind", "35-CT/TW ngày 30/5/2019",
         "35-ct/tw 0-8 document:3 | 35 0-2 number | ct 3-5 | tw 6-8 | ngày 9-14 | "
         "30/5/2019 15-24 date:2 | 30/5 15-19 fraction | 2019 20-24 number"},
        {"a dash and words behind", "35-CT/TW - Người dân",
         "35-ct/tw 0-8 document:3 | 35 0-2 number | ct 3-5 | tw 6-8 | người 11-19 | dân 20-24"},
        {"capitals behind a dash", "35-CT/TW - HÀ NỘI",
         "35-ct/tw 0-8 document:3 | 35 0-2 number | ct 3-5 | tw 6-8 | hà 11-14 | nội 15-20"},
        {"a sentence without a space", "35-CT/TW.Ông nói",
         "35-ct/tw 0-8 document:3 | 35 0-2 number | ct 3-5 | tw 6-8 | ông 9-13 | nói 14-18"},
        {"dotted issuer, then a sentence", "35-CT/T.Ư. Ông nói",
         "35-ct/tw 0-10 document:3 | 35 0-2 number | ct 3-5 | tw 6-10 | ông 12-16 sentence | "
         "nói 17-21"},
        {"two of them", "18-NQ/TW, 19-NQ/TW",
         "18-nq/tw 0-8 document:3 | 18 0-2 number | nq 3-5 | tw 6-8 | 19-nq/tw 10-18 document:3 | "
         "19 10-12 number | nq 13-15 | tw 16-18"},
    });
  }

  TEST_CASE("what looks like one and is none") {
    check_tokens({
        {"a score", "3-2", "3 0-1 number | 2 2-3 number"},
        {"a range and a unit", "60-80km/h", "60 0-2 number | 80km 3-7 | h 8-9"},
        {"words of a sentence", "5-Người/xe", "5 0-1 number | người 2-10 | xe 11-13"},
        {"kind alone", "Chỉ thị số 35-CT",
         "chỉ 0-5 | thị 6-11 | số 12-16 | 35 17-19 number | ct 20-22"},
        {"a quarter", "quý III/2020", "quý 0-4 | iii 5-8 | 2020 9-13 number"},
        {"a price", "50.000-VND/USD", "50000 0-6 number | vnd 7-10 | usd 11-14"},
        {"seven digits", "1234567-CT/TW", "1234567 0-7 number | ct 8-10 | tw 11-13"},
        {"small letters", "35-ct/tw", "35 0-2 number | ct 3-5 | tw 6-8"},
    });
  }

  TEST_CASE("codes stay within a term") {
    std::string long_code = "1-A" + std::string(300, '1') + "/TW";
    for (const Token& token : tokenize(long_code)) {
      CHECK(token.kind != TokenKind::document);
      CHECK(token.term.size() <= kMaxTermBytes);
    }
  }
}
