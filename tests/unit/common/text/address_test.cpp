#include "common/text/address.h"

#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

TEST_SUITE("text/address") {
  TEST_CASE("addresses are compounds over their words") {
    check_tokens({
        {"scheme and path", "https://www.baosongkon.example/tin/12.htm",
         "baosongkon.example/tin/12.htm 0-41 address:5 | baosongkon 12-22 | example 23-30 | "
         "tin 31-34 | 12 35-37 | htm 38-41"},
        {"slash at the end", "(Theo https://baosongkon.example/)",
         "theo 1-5 | baosongkon.example 6-32 address:2 | baosongkon 14-24 | example 25-32"},
        {"in brackets, then a sentence", "(http://a.vn/x). Ông",
         "a.vn/x 1-14 address:3 | a 8-9 | vn 10-12 | x 13-14 | ông 17-21 sentence"},
        {"query string", "Xem http://a.vn/x?y=1&z=2.",
         "xem 0-3 | a.vn/x?y=1&z=2 4-25 address:7 | a 11-12 | vn 13-15 | x 16-17 | y 18-19 | "
         "1 20-21 | z 22-23 | 2 24-25"},
        {"port", "http://a.vn:8080/x",
         "a.vn:8080/x 0-18 address:4 | a 7-8 | vn 9-11 | 8080 12-16 | x 17-18"},
        {"upper case", "HTTPS://BAO.VN", "bao.vn 0-14 address:2 | bao 8-11 | vn 12-14"},
        {"www", "www.baosongkon.example.",
         "baosongkon.example 0-22 address:2 | baosongkon 4-14 | example 15-22"},
        {"host name", "Theo: baosongkon.com.vn",
         "theo 0-4 | baosongkon.com.vn 6-23 address:3 | baosongkon 6-16 | com 17-20 | vn 21-23"},
        {"capital in the name", "VietBao.net viết",
         "vietbao.net 0-11 address:2 | vietbao 0-7 | net 8-11 | viết 12-18"},
        {"a host named www", "www.vn", "www.vn 0-6 address:2 | www 0-3 | vn 4-6"},
        {"e-mail", "toasoan@baosongkon.example, gửi",
         "toasoan@baosongkon.example 0-26 address:3 | toasoan 0-7 | baosongkon 8-18 | "
         "example 19-26 | gửi 28-33"},
        {"e-mail with dots and marks", "toa_soan.dien-tu@bao.vn.",
         "toa_soan.dien-tu@bao.vn 0-23 address:6 | toa 0-3 | soan 4-8 | dien 9-13 | tu 14-16 | "
         "bao 17-20 | vn 21-23"},
        {"begins with digits", "24gio.com.vn",
         "24gio.com.vn 0-12 address:3 | 24gio 0-5 | com 6-9 | vn 10-12"},
        {"quoted", "\"bao.vn\"", "bao.vn 1-7 address:2 | bao 1-4 | vn 5-7"},
    });
  }

  TEST_CASE("what looks like one and is none") {
    check_tokens({
        {"a capital behind the dot", "Tin.Net", "tin 0-3 | net 4-7"},
        {"no known domain", "nam.bac", "nam 0-3 | bac 4-7"},
        {"a letter with a mark goes on", "bao.vnề", "bao 0-3 | vnề 4-9"},
        {"scheme alone", "http:// và http://_", "http 0-4 | và 8-11 | http 12-16"},
        {"no dot behind @", "anh@nha", "anh 0-3 | nha 4-7"},
        {"nothing behind @", "anh@ nha", "anh 0-3 | nha 5-8"},
        {"two sentences without a space", "mưa.nắng", "mưa 0-4 | nắng 5-11"},
    });
  }

  TEST_CASE("of an address too long for a term only the parts are kept") {
    std::string text = "http://bao.vn/";
    for (int i = 0; i < 60; ++i) text += "tin/";
    const std::vector<Token> tokens = tokenize(text);
    REQUIRE(tokens.size() == 62);
    CHECK(describe(tokens[0]) == "bao word 7-10 none 0");
    CHECK(describe(tokens[1]) == "vn word 11-13 none 0");
    CHECK(describe(tokens[61]) == "tin word 250-253 none 0");
  }

  TEST_CASE("an address has at most 200 parts") {
    std::string text = "http://a.vn/";
    for (int i = 0; i < 500; ++i) text += "b/";
    CHECK(tokenize(text).size() == 200);
  }

  TEST_CASE("address_end and strip_address") {
    CHECK(address_end("gửi a@b.vn.", 6) == 12);
    CHECK(address_end("không", 0) == 0);
    CHECK(address_end(std::string(300, 'a') + ".vn", 0) == 0);
    CHECK(strip_address("https://www.bao.vn/") == "bao.vn");
    CHECK(strip_address("www.vn") == "www.vn");
    CHECK(strip_address("bao.vn/tin//") == "bao.vn/tin");
  }
}
