// Snippets of messy articles: pieces of the text itself, whole characters, whole highlights.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "searcher/show/snippet.h"

using namespace khobao;

namespace {

// What page dumps are made of: rows of tables, menus, no full stops, marks apart from their
// letters, invisible characters, words without end.
const std::vector<std::string> kPieces = {"lúa",
                                          "gạo",
                                          "cầu",
                                          "hà",
                                          "nội",
                                          "của",
                                          "Lúa gạo",
                                          "Hà Nội.",
                                          "Trang chủ | ",
                                          "| 1.665 |",
                                          "12/7/2020",
                                          "“Cầu",
                                          "mới.”",
                                          "…",
                                          "-",
                                          "•",
                                          "lu\u0301a",
                                          "ca\u0302\u0300u",
                                          "\u200Bgạo",
                                          "lúa\u00ADgạo",
                                          "(hà nội)",
                                          "LÚA",
                                          "35-CT/TW",
                                          "a@b.vn",
                                          "https://x.vn/lúa",
                                          "?!",
                                          "\u00A0",
                                          "TP.HCM",
                                          "xin…chào",
                                          "\t"};

archive::Article random_article(std::mt19937& random) {
  archive::Article article;
  for (size_t paragraphs = 1 + random() % 4; paragraphs > 0; --paragraphs) {
    std::string text;
    const size_t words = random() % 8 == 0 ? 2000 : 1 + random() % 60;
    for (size_t word = 0; word < words; ++word)
      text += (text.empty() ? "" : " ") + kPieces[random() % kPieces.size()];
    if (random() % 5 == 0) text += std::string(1 + random() % 3000, 'x');
    article.paragraphs.push_back({.text = text, .role = archive::Role::body});
  }
  return article;
}

std::vector<std::string> terms_of(std::string_view text) {
  std::vector<text::Token> tokens;
  text::Tokenizer().tokenize(text, tokens);
  std::vector<std::string> terms;
  for (const text::Token& token : tokens) {
    if (token.parts == 0) terms.push_back(token.term);
  }
  return terms;
}

// lúa, cầu, gạo, or hà and nội side by side.
bool holds_word(std::string_view paragraph) {
  std::vector<text::Token> tokens;
  text::Tokenizer().tokenize(paragraph, tokens);
  bool after_ha = false, gap = false;
  for (const text::Token& token : tokens) {
    gap = gap || token.gap != text::Gap::none;
    if (token.parts > 0) continue;
    if (token.term == "lúa" || token.term == "cầu" || token.term == "gạo") return true;
    if (token.term == "nội" && after_ha && !gap) return true;
    after_ha = token.term == "hà";
    gap = false;
  }
  return false;
}

}  // namespace

TEST_CASE("snippet: pieces of messy articles are whole and their own") {
  const std::vector<std::vector<query::Form>> kQuery = {
      {{{"lúa"}, 1}}, {{{"hà", "nội"}, 1}}, {{{"cầu"}, 1}, {{"gạo"}, 0.5}}};
  const std::vector<std::string> kTerms = {"lúa", "hà", "nội", "cầu", "gạo"};
  text::Tokenizer tokenizer;
  std::mt19937 random(2026);
  MESSAGE("seed 2026");
  for (int i = 0; i < 1500; ++i) {
    const archive::Article article = random_article(random);
    const size_t max_chars = std::vector<size_t>{1, 20, 60, 200, 1000}[random() % 5];
    const searcher::Snippet snippet =
        show::SnippetMaker(kQuery, max_chars, tokenizer).make(article);
    CAPTURE(i);
    CAPTURE(max_chars);
    CAPTURE(snippet.text);
    REQUIRE(text::is_valid_utf8(snippet.text));
    CHECK(text::count_code_points(snippet.text) <= std::max<size_t>(max_chars, 20) + 2);

    // Every stretch between ellipses stands in the article; its own ellipses split it further.
    for (size_t begin = 0; begin < snippet.text.size();) {
      const size_t end = std::min(snippet.text.find("…", begin), snippet.text.size());
      std::string_view piece(snippet.text.data() + begin, end - begin);
      while (piece.starts_with(' ')) piece.remove_prefix(1);
      while (piece.ends_with(' ')) piece.remove_suffix(1);
      CHECK(std::any_of(article.paragraphs.begin(), article.paragraphs.end(),
                        [&](const archive::Paragraph& paragraph) {
                          return paragraph.text.find(piece) != std::string::npos;
                        }));
      begin = end + std::string_view("…").size();
    }

    size_t behind = 0;
    for (const searcher::Span& span : snippet.highlights) {
      REQUIRE(span.begin_byte >= behind);
      REQUIRE(span.end_byte <= snippet.text.size());
      behind = span.end_byte;
      const std::string_view shown =
          std::string_view(snippet.text).substr(span.begin_byte, span.end_byte - span.begin_byte);
      CHECK(text::is_valid_utf8(std::string(shown)));
      for (const std::string& term : terms_of(shown)) {
        CAPTURE(term);
        CHECK(std::find(kTerms.begin(), kTerms.end(), term) != kTerms.end());
      }
      // A highlight neither begins nor ends within a character and its marks.
      CHECK(text::skip_marks(snippet.text, span.end_byte) == span.end_byte);
    }

    // Single syllables of hà nội are no word of the query.
    const bool held = std::any_of(article.paragraphs.begin(), article.paragraphs.end(),
                                  [](const archive::Paragraph& p) { return holds_word(p.text); });
    CHECK(held == !snippet.highlights.empty());
  }
}
