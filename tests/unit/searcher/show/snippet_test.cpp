#include "searcher/show/snippet.h"

#include <doctest/doctest.h>

#include "common/text/letters/utf8.h"

using namespace khobao;
using searcher::Snippet;
using show::SnippetMaker;

namespace {

archive::Article article_of(const std::vector<std::string>& paragraphs) {
  archive::Article article;
  for (const std::string& text : paragraphs)
    article.paragraphs.push_back({.text = text, .role = archive::Role::body});
  return article;
}

// The text with its highlights in square brackets.
std::string marked(const Snippet& snippet) {
  std::string out;
  size_t at = 0;
  for (const searcher::Span& span : snippet.highlights) {
    REQUIRE(span.begin_byte >= at);
    REQUIRE(span.end_byte <= snippet.text.size());
    out += snippet.text.substr(at, span.begin_byte - at) + "[" +
           snippet.text.substr(span.begin_byte, span.end_byte - span.begin_byte) + "]";
    at = span.end_byte;
  }
  return out + snippet.text.substr(at);
}

// Each a word, its syllables with spaces between, other forms after "|".
std::vector<std::vector<query::Form>> words_of(const std::vector<std::string>& typed) {
  std::vector<std::vector<query::Form>> words;
  for (const std::string& word : typed) {
    auto& forms = words.emplace_back(1);
    forms.back().terms.emplace_back();
    for (const char c : word) {
      if (c == '|') {
        forms.emplace_back().terms.emplace_back();
      } else if (c == ' ') {
        forms.back().terms.emplace_back();
      } else {
        forms.back().terms.back() += c;
      }
    }
  }
  return words;
}

Snippet snippet_of(std::vector<std::vector<query::Form>> words, size_t max_chars,
                   const archive::Article& article) {
  text::Tokenizer tokenizer;
  return SnippetMaker(std::move(words), max_chars, tokenizer).make(article);
}

}  // namespace

TEST_CASE("snippet: the sentence that shows best why the article was found") {
  struct Case {
    std::string name;
    std::vector<std::string> terms, paragraphs;
    size_t max_chars;
    std::string want;
  };
  for (const Case& c : {
           Case{"a whole sentence", {"cầu"}, {"Xã có cầu mới."}, 200, "Xã có [cầu] mới."},
           Case{"neighbours are one highlight",
                {"lúa", "gạo"},
                {"Giá lúa gạo tăng."},
                200,
                "Giá [lúa gạo] tăng."},
           Case{"words apart are two", {"lúa", "gạo"}, {"Gạo và lúa."}, 200, "[Gạo] và [lúa]."},
           Case{"the sentence that holds more of the words",
                {"lúa", "gạo"},
                {"Có lúa non. Có lúa gạo thơm. Có gạo nếp."},
                20,
                "…Có [lúa gạo] thơm.…"},
           Case{"the earlier of two equal ones",
                {"cầu"},
                {"Cầu cũ hỏng. Cầu mới xong."},
                14,
                "[Cầu] cũ hỏng.…"},
           Case{"the next sentence where it fits",
                {"lúa"},
                {"Có lúa. Rồi gặt. Rồi phơi."},
                20,
                "Có [lúa]. Rồi gặt.…"},
           Case{"another paragraph does not follow",
                {"lúa"},
                {"Có lúa.", "Rồi gặt."},
                200,
                "Có [lúa].…"},
           Case{"the beginning where nothing matches",
                {"xyz"},
                {"Một câu.", "Hai câu."},
                200,
                "Một câu.…"},
           Case{"the spelling is the article's",
                {"hòa", "đảng"},
                {"\u00D0ẢNG bộ Hoà xã."},
                200,
                "[\u00D0ẢNG] bộ [Hoà] xã."},
           Case{"a number with its separator",
                {"1665"},
                {"Có 1.665 người."},
                200,
                "Có [1.665] người."},
           Case{"a document number, once",
                {"35-ct/tw", "35", "ct", "tw"},
                {"Theo Chỉ thị 35 - CT/TW mới."},
                200,
                "Theo Chỉ thị [35 - CT/TW] mới."},
           Case{"a word with signs at the end of a phrase",
                {"trình c++"},
                {"Học lập trình C++ khó."},
                200,
                "Học lập [trình C++] khó."},
           Case{"a word of two syllables whole, not its syllables elsewhere",
                {"hà nội"},
                {"Nội thành Hà Nội mưa, hà bá nói vậy."},
                200,
                "Nội thành [Hà Nội] mưa, hà bá nói vậy."},
           Case{"nor where the article holds it nowhere, though they choose the sentence",
                {"hà nội"},
                {"Trời mưa to. Nội thành ngập."},
                20,
                "…Nội thành ngập."},
           Case{"not across the end of a sentence",
                {"hà nội"},
                {"Qua sông Hà. Nội thành mưa. Về Hà Nội."},
                200,
                "…Về [Hà Nội]."},
           Case{"another form of the word",
                {"hđnd|hội đồng nhân dân"},
                {"Họp Hội đồng  nhân dân xã, HĐND bàn."},
                200,
                "Họp [Hội đồng  nhân dân] xã, [HĐND] bàn."},
           Case{"a second sentence for the rest of the query",
                {"cầu", "hà nội"},
                {"Một. Cầu mới. Hai ba bốn. Ở Hà Nội mưa. Hết."},
                60,
                "…[Cầu] mới. … Ở [Hà Nội] mưa.…"},
           Case{"which need not follow the first",
                {"hà nội", "cầu"},
                {"Cầu mới.", "Hai ba bốn.", "Ở Hà Nội mưa."},
                60,
                "[Cầu] mới. … Ở [Hà Nội] mưa."},
           Case{"grammar words explain little",
                {"của", "cầu"},
                {"Nhà của dân, của làng. Cầu mới. Ba."},
                14,
                "…[Cầu] mới. Ba."},
           Case{"quotation marks stay with their sentence",
                {"cầu"},
                {"Ông nói. “Cầu mới.” Rồi đi."},
                14,
                "…“[Cầu] mới.”…"},
           Case{"no paragraphs", {"cầu"}, {}, 200, ""},
       }) {
    CAPTURE(c.name);
    CHECK(marked(snippet_of(words_of(c.terms), c.max_chars, article_of(c.paragraphs))) == c.want);
  }
}

TEST_CASE("snippet: a long sentence is cut between words round its matches") {
  std::string sentence = "Mở đầu";
  for (int i = 0; i < 80; ++i) sentence += " chữ" + std::to_string(i);
  sentence += " lúa gạo";
  for (int i = 0; i < 80; ++i) sentence += " chữ" + std::to_string(i);
  for (const size_t chars : {40u, 100u, 200u}) {
    CAPTURE(chars);
    const Snippet snippet =
        snippet_of(words_of({"lúa", "gạo"}), chars, article_of({sentence + "."}));
    CHECK(text::count_code_points(snippet.text) <= chars);
    CHECK(marked(snippet).find("[lúa gạo]") != std::string::npos);
    CHECK(snippet.text.starts_with("…chữ"));
    CHECK(snippet.text.ends_with("…"));
    CHECK(text::is_valid_utf8(snippet.text));
  }
}

TEST_CASE("snippet: a word longer than the snippet does no harm") {
  const std::string word(5000, 'x');
  const Snippet snippet =
      snippet_of(words_of({"lúa"}), 50, article_of({"Có lúa " + word + " và " + word + "."}));
  CHECK(text::is_valid_utf8(snippet.text));
  CHECK(marked(snippet).find("[lúa]") != std::string::npos);
}
