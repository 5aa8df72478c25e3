#include "tests/support/naive.h"

#include <algorithm>

#include "common/text/tokenizer.h"

namespace khobao::test {
namespace {

using Type = NaiveQuery::Type;

const std::vector<std::string> kWords = {
    "lúa",  "gạo", "hòa", "hoà",   "Bình",  "thuỷ", "thủy",  "lợi",      "đại",      "hội",
    "Ðảng", "cầu", "cáu", "xyzzy", "1.665", "1/7",  "Covid", "35-CT/TW", "2/7/2020", "99,75%"};

const std::string& any_word(std::mt19937& random) { return kWords[random() % kWords.size()]; }

std::string some_words(std::mt19937& random, size_t least, size_t most) {
  std::string out;
  for (size_t n = least + random() % (most - least + 1); n > 0; --n)
    out += (out.empty() ? "" : " ") + any_word(random);
  return out;
}

std::vector<text::Token> tokens_of(const std::string& text) {
  std::vector<text::Token> tokens;
  text::Tokenizer().tokenize(text, tokens);
  return tokens;
}

// What a leaf asks for: each term, compounds for their parts.
std::vector<std::string> wanted_terms(const std::vector<text::Token>& tokens) {
  std::vector<std::string> terms;
  for (size_t i = 0; i < tokens.size(); i += 1 + tokens[i].parts) terms.push_back(tokens[i].term);
  return terms;
}

std::vector<std::string> words_in_place(const std::vector<text::Token>& tokens) {
  std::vector<std::string> terms;
  for (const text::Token& token : tokens) {
    if (token.parts == 0) terms.push_back(token.term);
  }
  return terms;
}

}  // namespace

std::string typed(const NaiveQuery& query) {
  switch (query.type) {
    case Type::word: return query.text;
    case Type::phrase: return "\"" + query.text + "\"";
    case Type::no: return "NOT " + typed(query.children.front());
    default: break;
  }
  std::string out = "(";
  for (size_t i = 0; i < query.children.size(); ++i) {
    if (i > 0) out += query.type == Type::any ? " OR " : i % 2 == 0 ? " AND " : " ";
    out += typed(query.children[i]);
  }
  return out + ")";
}

NaiveArticle::NaiveArticle(const archive::Article& article) {
  add(article.title);
  for (const archive::Paragraph& paragraph : article.paragraphs) add(paragraph.text);
}

void NaiveArticle::add(const std::string& text) {
  runs_.emplace_back();
  for (const text::Token& token : tokens_of(text)) {
    if (token.gap != text::Gap::none) runs_.emplace_back();
    (token.parts > 0 ? compounds_ : runs_.back()).push_back(token.term);
  }
}

bool NaiveArticle::holds(const std::string& term) const {
  return std::find(compounds_.begin(), compounds_.end(), term) != compounds_.end() ||
         holds_side_by_side({term});
}

bool NaiveArticle::holds_side_by_side(const std::vector<std::string>& terms) const {
  return std::any_of(runs_.begin(), runs_.end(), [&](const Run& run) {
    return std::search(run.begin(), run.end(), terms.begin(), terms.end()) != run.end();
  });
}

bool NaiveArticle::matches(const NaiveQuery& query) const {
  const auto match = [&](const NaiveQuery& child) { return matches(child); };
  switch (query.type) {
    case Type::word: {
      const auto terms = wanted_terms(tokens_of(query.text));
      return std::all_of(terms.begin(), terms.end(),
                         [&](const std::string& term) { return holds(term); });
    }
    case Type::phrase: {
      const auto tokens = tokens_of(query.text);
      const auto terms = wanted_terms(tokens);
      return terms.size() == 1 ? holds(terms.front()) : holds_side_by_side(words_in_place(tokens));
    }
    case Type::no: return !matches(query.children.front());
    case Type::all: return std::all_of(query.children.begin(), query.children.end(), match);
    case Type::any: return std::any_of(query.children.begin(), query.children.end(), match);
  }
  return false;
}

std::vector<TestArticle> random_articles(std::mt19937& random, size_t count) {
  std::vector<TestArticle> articles;
  for (size_t i = 0; i < count; ++i) {
    std::string body;
    for (size_t sentences = 1 + random() % 4; sentences > 0; --sentences) {
      body += "Nay " + some_words(random, 1, 6) + (random() % 3 == 0 ? ".\n" : ". ");
    }
    const auto two = [](unsigned n) { return std::to_string(100 + n).substr(1); };
    std::string date = std::to_string(2019 + random() % 4) + "-" + two(1 + random() % 12) + "-" +
                       two(1 + random() % 28);
    if (random() % 4 == 0) date.clear();
    articles.push_back({.id = "bai-" + std::to_string(i),
                        .date = date,
                        .title = "Tin " + some_words(random, 1, 3),
                        .body = body});
  }
  return articles;
}

NaiveQuery random_query(std::mt19937& random, int depth) {
  const unsigned kind = random() % (depth > 0 ? 8 : 4);
  if (kind < 2) return {.type = Type::word, .text = any_word(random), .children = {}};
  if (kind < 4) return {.type = Type::phrase, .text = some_words(random, 1, 3), .children = {}};
  if (kind == 4)
    return {.type = Type::no, .text = {}, .children = {random_query(random, depth - 1)}};
  NaiveQuery query{.type = kind == 5 ? Type::any : Type::all, .text = {}, .children = {}};
  for (size_t n = 2 + random() % 2; n > 0; --n)
    query.children.push_back(random_query(random, depth - 1));
  return query;
}

}  // namespace khobao::test
