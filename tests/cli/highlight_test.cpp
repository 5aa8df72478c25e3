// Highlights stand on the words of the query as the article spells them, to the code point.
#include <doctest/doctest.h>

#include <algorithm>

#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"
#include "common/text/tokenizer.h"
#include "tests/support/known_articles.h"
#include "tests/support/spelling.h"

using namespace khobao::test;

namespace {

// The terms of a text, as the index knows them.
std::vector<std::string> terms_of(const std::string& text) {
  std::vector<khobao::text::Token> tokens;
  khobao::text::Tokenizer().tokenize(text, tokens);
  std::vector<std::string> terms;
  for (const auto& token : tokens) terms.push_back(token.term);
  return terms;
}

}  // namespace

TEST_CASE("highlight: the typed words, whatever the composition and the tones on either side") {
  struct Case {
    std::string name, query, id, want;  ///< `want`: a highlighted piece
  };
  const Case cases[] = {
      {"a single word", "nếp", "le-hoi", "nếp"},
      {"neighbours are one piece", "lúa gạo", "gao", "lúa gạo"},
      {"in an article of NFD", "hợp tác xã Hòa Bình", "nfd", "Hợp tác xã Hòa Bình"},
      {"tones of newer print in the article", "thủy lợi", "thuy-loi", "thuỷ lợi"},
      {"tones of newer print in the query", "đảng uỷ", "dai-hoi", "Đảng uỷ"},
      {"tones of older print in the query", "đảng ủy", "dai-hoi", "Đảng uỷ"},
      {"capitals", "BẾN LỘI", "cau", "Bến Lội"},
      {"a number and its separator", "1665", "chay", "1.665"},
  };
  for (const Case& c : cases) {
    for (const std::string& query : {c.query, decomposed(c.query), tones_swapped(c.query),
                                     decomposed(tones_swapped(c.query))}) {
      CAPTURE(c.name);
      CAPTURE(query);
      bool found = false;
      for (const AnswerHit& hit : known_archive().answer({query}).hits) {
        if (hit.id != c.id) continue;
        for (const std::string& piece : hit.highlighted()) {
          found = found || piece == c.want;
          // Nothing else is marked: each piece is made of the query's words.
          const std::vector<std::string> asked = terms_of(query);
          for (const std::string& term : terms_of(piece))
            CHECK(std::find(asked.begin(), asked.end(), term) != asked.end());
        }
      }
      CHECK(found);
    }
  }
}

TEST_CASE("highlight: offsets are right behind characters of every length") {
  const Archive archive({{.id = "wide",
                          .date = "",
                          .title = "Đa dạng",
                          .body = "Trước chữ 日本語, 😀 và e\u0301 tổ\u200Bhợp là cụm từ\u00AD cần "
                                  "tìm: thuyền rồng ở đây."}});
  const AnswerHit hit = archive.answer({"thuyền rồng"}).hits.at(0);
  CHECK(listed(hit.highlighted()) == "thuyền rồng");
}

TEST_CASE("highlight: a snippet is about as long as asked, and begins and ends with what is cut") {
  std::string body = "Mở đầu bản tin là một câu ngắn.";
  for (int i = 0; i < 60; ++i)
    body += " Câu thứ " + std::to_string(i) + " kể chuyện đồng áng và mùa màng ở quê.";
  body += " Cuối cùng thuyền rồng cập bến.";
  for (int i = 0; i < 60; ++i) body += " Lại câu thứ " + std::to_string(i) + " kể chuyện chợ búa.";
  const Archive archive({{.id = "long", .date = "", .title = "Bài dài", .body = body}});
  for (const size_t chars : {60u, 120u, 240u}) {
    CAPTURE(chars);
    const AnswerHit hit =
        archive.answer({"thuyền rồng", "--snippet-chars", std::to_string(chars)}).hits.at(0);
    CHECK(listed(hit.highlighted()) == "thuyền rồng");
    CHECK(khobao::text::count_code_points(hit.snippet) <= chars + 10);
    CHECK(hit.snippet.starts_with("…"));
    CHECK(hit.snippet.ends_with("…"));
  }
}

TEST_CASE("highlight: an excluded word is not marked") {
  const AnswerHit hit = known_archive().answer({"--", "lúa -sông"}).hits.at(0);
  for (const std::string& piece : hit.highlighted()) CHECK(piece.find("sông") == std::string::npos);
}
