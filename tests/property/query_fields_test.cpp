// Fields that filter, and words with "*", equal a naive scan, for random archives and queries.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "common/text/tokenizer.h"
#include "indexer/read/reader.h"
#include "tests/support/naive.h"

using namespace khobao;
using namespace khobao::test;

namespace {

using Holds = std::function<bool(const archive::Article&)>;

/// A query as typed, and what it means.
struct Asked {
  std::string text;
  Holds holds;
};

std::vector<std::string> terms_of(const std::string& text) {
  std::vector<text::Token> tokens;
  text::Tokenizer().tokenize(text, tokens);
  std::vector<std::string> terms;
  for (const text::Token& token : tokens) terms.push_back(token.term);
  return terms;
}

bool holds_term(const archive::Article& article, const std::function<bool(std::string_view)>& is) {
  const auto in = [&](const std::string& text) {
    const auto terms = terms_of(text);
    return std::any_of(terms.begin(), terms.end(), is);
  };
  return in(article.title) ||
         std::any_of(article.paragraphs.begin(), article.paragraphs.end(),
                     [&](const archive::Paragraph& paragraph) { return in(paragraph.text); });
}

const std::vector<std::string> kSources = {"Báo Sông Quê", "Đài Gió Lành", "Tin Đồng Xanh"};
const std::vector<std::string> kAuthors = {"Trần Văn Lúa", "Lê Thị Gạo", "Trần Cầu", ""};

Asked random_leaf(std::mt19937& random) {
  const auto one_of = [&](const std::vector<std::string>& all) {
    return all[random() % all.size()];
  };
  switch (random() % 5) {
    case 0: {
      const std::string source = one_of(kSources);
      return {"source:\"" + source + "\"",
              [=](const archive::Article& a) { return a.source == source; }};
    }
    case 1: {
      const std::string author = one_of({"Trần", "Gạo", "\"Trần Cầu\"", "\"Lê Thị Gạo\""});
      const auto wanted = terms_of(author);
      return {"author:" + author, [=](const archive::Article& a) {
                const auto words = terms_of(a.author);
                return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
                  return std::find(words.begin(), words.end(), word) != words.end();
                });
              }};
    }
    case 2:
      return {"doc:35-CT/TW", [](const archive::Article& a) {
                return holds_term(a, [](std::string_view term) { return term == "35-ct/tw"; });
              }};
    case 3: {
      const std::string prefix = one_of({"lú", "cầ", "xyz", "gạ", "hộ", "covi"});
      return {prefix + "*", [=](const archive::Article& a) {
                return holds_term(a,
                                  [&](std::string_view term) { return term.starts_with(prefix); });
              }};
    }
    default: break;
  }
  const std::string word = one_of({"lúa", "gạo", "cầu", "xyzzy"});
  return {word, [=](const archive::Article& a) {
            return holds_term(a, [&](std::string_view term) { return term == word; });
          }};
}

Asked random_query_of_fields(std::mt19937& random, int depth) {
  if (depth == 0 || random() % 3 == 0) return random_leaf(random);
  const Asked a = random_query_of_fields(random, depth - 1);
  if (random() % 4 == 0)
    return {"NOT " + a.text, [=](const archive::Article& article) { return !a.holds(article); }};
  const Asked b = random_query_of_fields(random, depth - 1);
  if (random() % 2 == 0) {
    return {"(" + a.text + " OR " + b.text + ")",
            [=](const archive::Article& x) { return a.holds(x) || b.holds(x); }};
  }
  return {"(" + a.text + " AND " + b.text + ")",
          [=](const archive::Article& x) { return a.holds(x) && b.holds(x); }};
}

}  // namespace

TEST_CASE("fields: source, author, doc and word* equal a naive scan") {
  for (unsigned seed = 2030; seed < 2034; ++seed) {
    MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    std::vector<TestArticle> articles = random_articles(random, 70);
    for (TestArticle& article : articles) {
      article.source = kSources[random() % kSources.size()];
      article.author = kAuthors[random() % kAuthors.size()];
    }
    std::vector<archive::Article> read;
    for (const TestArticle& article : articles) {
      const auto record = read::read_json_record(json_lines({article}), {});
      REQUIRE(record);
      REQUIRE(record->source == article.source);
      if (!article.author.empty()) REQUIRE(record->author == article.author);
      read.push_back(*record);
    }
    const Archive archive(articles);
    for (int i = 0; i < 50; ++i) {
      const Asked asked = random_query_of_fields(random, 2);
      CAPTURE(asked.text);
      std::vector<std::string> want;
      for (size_t a = 0; a < read.size(); ++a) {
        if (asked.holds(read[a])) want.push_back(articles[a].id);
      }
      const Answer answer = archive.answer(
          {"--match", "all", "--limit", "1000", "--sort", "newest", "--", asked.text});
      std::vector<std::string> found = ids_of(answer.hits);
      std::sort(found.begin(), found.end());
      std::sort(want.begin(), want.end());
      CHECK(answer.total == want.size());
      CHECK(listed(found) == listed(want));
    }
  }
}
