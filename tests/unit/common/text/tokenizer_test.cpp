#include "common/text/tokenizer.h"

#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

TEST_SUITE("text/tokenizer") {
  TEST_CASE("syllables are terms in lower case, with offsets into the text as given") {
    check_tokens({
        {"tones keep words apart", "bão bảo báo bao", "bão 0-4 | bảo 5-10 | báo 11-15 | bao 16-19"},
        {"capitals fold", "ĐẢNG ỦY Hòa Bình", "đảng 0-7 | ủy 8-12 | hòa 13-17 | bình 18-23"},
        {"d is not đ", "đường Dương", "đường 0-9 | dương 10-17"},
        {"punctuation separates", "cây,quả; hoa (lá) [cành]",
         "cây 0-4 | quả 5-10 | hoa 12-15 | lá 17-20 | cành 23-28"},
        {"a hyphen joins nothing", "Mát-xcơ-va", "mát 0-4 | xcơ 5-9 | va 10-12"},
        {"dashes with spaces", "Mác – Lê-nin", "mác 0-4 | lê 9-12 | nin 13-16"},
        {"a stray hyphen before a number", "Covid -19", "covid 0-5 | 19 7-9 number"},
        {"years with a stray hyphen", "2020 -2025", "2020 0-4 number | 2025 6-10 number"},
        {"an apostrophe separates", "K'Ho và H\u2019Mông",
         "k 0-1 | ho 2-4 | và 5-8 | h 9-10 | mông 13-18"},
        {"nothing", "", ""},
        {"punctuation alone", " \t… – \"…\" ./.", ""},
    });
  }

  TEST_CASE("one spelling for each word, whatever was typed") {
    check_tokens({
        {"eth for Đ", "\u00D0ảng \u00D0à Nẵng", "đảng 0-7 | đà 8-12 | nẵng 13-19"},
        {"gha for ư", "t\u01A3 \u01A2ng", "tư 0-3 | ưng 4-8"},
        {"decomposed letters", "Tie\u0302\u0301ng Vie\u0323\u0302t", "tiếng 0-9 | việt 10-18"},
        {"decomposed in the other order", "Vie\u0302\u0323t", "việt 0-8"},
        {"newer tone style", "hoà khoẻ thuỷ uỷ", "hòa 0-4 | khỏe 5-11 | thủy 12-18 | ủy 19-23"},
        {"older tone style", "hòa khỏe thủy ủy", "hòa 0-4 | khỏe 5-11 | thủy 12-18 | ủy 19-23"},
        {"slips of the tone mark", "tụynh vịêt gíêng", "tuỵnh 0-7 | việt 8-15 | giếng 16-23"},
        {"q and g keep their glides", "quý quỳnh giặt gìn giếng",
         "quý 0-4 | quỳnh 5-12 | giặt 13-19 | gìn 20-24 | giếng 25-32"},
        {"rare vowels", "khuỷu ngoằn ngoèo xoong boong",
         "khuỷu 0-7 | ngoằn 8-15 | ngoèo 16-22 | xoong 23-28 | boong 29-34"},
    });
  }

  TEST_CASE("invisible characters inside words are ignored, and stay inside the offsets") {
    check_tokens({
        {"soft hyphen", "Vi\u00ADệt Nam", "việt 0-8 | nam 9-12"},
        {"zero-width space", "thủy\u200Bsản", "thủysản 0-14"},
        {"zero-width no-break space", "l\uFEFFúa mới", "lúa 0-7 | mới 8-13"},
        {"before a word", "\u200B\u200Bcầu", "cầu 6-11"},
        {"behind a word", "cầu\u200B mới", "cầu 0-8 | mới 9-14"},
        {"behind a number", "2020\u200B nay", "2020 0-4 number | nay 8-11"},
        {"inside digits", "20\u200B20", "2020 0-7"},
        {"alone between spaces", "cầu \u00AD mới", "cầu 0-5 | mới 9-14"},
        {"byte order mark first", "\uFEFFMở đầu", "mở 3-7 | đầu 8-14"},
    });
  }

  TEST_CASE("names of the highlands keep their own codas and clusters") {
    check_tokens({
        {"k as coda", "Đắk Lắk, Đăk Nông", "đắk 0-6 | lắk 7-12 | đăk 14-19 | nông 20-25"},
        {"decomposed", "\u0110a\u0306\u0301k La\u0306\u0301k", "đắk 0-8 | lắk 9-16"},
        {"clusters", "Kpă Krông Pắc", "kpă 0-4 | krông 5-11 | pắc 12-17"},
        {"hyphenated", "Ê-đê Ba-na", "ê 0-2 | đê 3-7 | ba 8-10 | na 11-13"},
        {"single letters", "Y Moan", "y 0-1 | moan 2-6"},
    });
  }

  TEST_CASE("foreign words and mixtures of letters and digits are one term") {
    check_tokens({
        {"foreign", "Covid SARS-CoV-2 café Straße",
         "covid 0-5 | sars 6-10 | cov 11-14 | 2 15-16 number | café 17-22 | straße 23-30"},
        {"digits inside", "U23 H5N1 5G 10h30 m2",
         "u23 0-3 | h5n1 4-8 | 5g 9-11 | 10h30 12-17 | m2 18-20"},
        {"superscripts separate", "3 km² 5 m³", "3 0-1 number | km 2-4 | 5 7-8 number | m 9-10"},
        {"other scripts", "北京 Москва", "北京 0-6 | москва 7-19"},
    });
  }

  TEST_CASE("dots inside abbreviations") {
    check_tokens({
        {"administrative unit", "TP.HCM", "tp 0-2 | hcm 3-6"},
        {"with a space", "TP. Hồ Chí Minh", "tp 0-2 | hồ 4-8 | chí 9-13 | minh 14-18"},
        {"single capitals are one term", "T.Ư Đảng", "tw 0-4 | đảng 5-12"},
        {"decomposed", "T.U\u031B \u0110ảng", "tw 0-5 | đảng 6-13"},
        {"three of them", "V.A.C gồm", "vac 0-5 | gồm 6-11"},
        {"the last dot stays out", "V.A.C. Gồm", "vac 0-5 | gồm 7-12"},
        {"a name right behind a dot", "T.Ông", "t 0-1 | ông 2-6"},
        {"small letters are words of their own", "v.v. và", "v 0-1 | v 2-3 | và 5-8"},
    });
  }

  TEST_CASE("tokens are appended, and the first of each text has no gap") {
    Tokenizer tokenizer;
    std::vector<Token> tokens;
    tokenizer.tokenize("Một. Hai", tokens);
    tokenizer.tokenize("Ba\nBốn", tokens);
    REQUIRE(tokens.size() == 4);
    CHECK(describe(tokens[0]) == "một word 0-5 none 0");
    CHECK(describe(tokens[1]) == "hai word 7-10 sentence 0");
    CHECK(describe(tokens[2]) == "ba word 0-2 none 0");
    CHECK(describe(tokens[3]) == "bốn word 3-8 paragraph 0");
  }

  TEST_CASE("a word before a text says nothing of a number that begins it") {
    Tokenizer tokenizer;
    std::vector<Token> tokens;
    tokenizer.tokenize("sáng", tokens);
    tokenizer.tokenize("16.12", tokens);
    CHECK(describe(tokens.back()) == "16,12 number 0-5 none 0");
  }

  TEST_CASE("malformed bytes separate words") {
    check_tokens({
        {"a lone continuation byte", "mưa\x80nắng", "mưa 0-4 | nắng 5-11"},
        {"a truncated letter at the end", "mưa \xE1\xBA", "mưa 0-4"},
        {"an encoded surrogate", "m\xED\xA0\x80n", "m 0-1 | n 4-5"},
        {"bytes that UTF-8 never has", "\xFF\xFEgió", "gió 2-6"},
    });
    const std::string_view with_zero("gió\0mưa", 9);
    CHECK(tokens_of(with_zero) == "gió 0-4 | mưa 5-9");
  }

  TEST_CASE("overlong words are cut as terms, not as surfaces") {
    std::string text = "đ";
    text.append(5000, 'x').append(" mưa");
    std::string term = "đ";
    term.append(kMaxTermBytes - 2, 'x');
    const std::vector<Token> tokens = tokenize(text);
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[0].term == term);
    CHECK(tokens[0].end_byte == 5002);
    CHECK(describe(tokens[1]) == "mưa word 5003-5007 none 0");

    std::string marks = "a";
    for (int i = 0; i < 2000; ++i) marks += "\u0301";
    REQUIRE(tokenize(marks).size() == 1);
    CHECK(tokenize(marks)[0].term.size() <= kMaxTermBytes);
    CHECK(tokenize(marks)[0].end_byte == marks.size());
  }

  TEST_CASE("long runs without spaces are read in linear time") {
    // A reader that looks ahead without bound from every place takes minutes for one of these.
    for (const char* unit :
         {"a.", "a-", "1,", "1, ", "1.", "1/", "1-", "A.", "1-A", "a@", "1\u200B", "(", "1-A/A-"}) {
      CAPTURE(unit);
      std::string text;
      while (text.size() < 300'000) text += unit;
      bool sound = true;
      for (const Token& token : tokenize(text)) {
        sound = sound && token.term.size() <= kMaxTermBytes && token.end_byte <= text.size();
      }
      CHECK(sound);
    }
  }
}
