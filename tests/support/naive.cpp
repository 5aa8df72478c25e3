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
    case Type::title: return "title:(" + typed(query.children.front()) + ")";
    case Type::lede: return "lede:(" + typed(query.children.front()) + ")";
    case Type::date: return "date:" + query.text;
    case Type::near:
      return "(" + typed(query.children[0]) + " NEAR/" + std::to_string(query.distance) + " " +
             typed(query.children[1]) + ")";
    case Type::same:
      return "(" + typed(query.children[0]) + " SAME " + typed(query.children[1]) + ")";
    default: break;
  }
  std::string out = "(";
  for (size_t i = 0; i < query.children.size(); ++i) {
    if (i > 0) out += query.type == Type::any ? " OR " : i % 2 == 0 ? " AND " : " ";
    out += typed(query.children[i]);
  }
  return out + ")";
}

NaiveArticle::NaiveArticle(const archive::Article& article) : published_(article.published) {
  add(article.title);
  has_title_ = paragraphs_ > 0;
  for (const archive::Paragraph& paragraph : article.paragraphs) {
    const size_t before = paragraphs_;
    add(paragraph.text);
    if (paragraphs_ > before && lede_ == SIZE_MAX && paragraph.role == archive::Role::body)
      lede_ = before;
  }
}

void NaiveArticle::add(const std::string& text) {
  const auto tokens = tokens_of(text);
  if (tokens.empty()) return;
  size_t sentence = 0, order = 0;
  for (const text::Token& token : tokens) {
    if (token.gap != text::Gap::none) ++sentence;
    places_.push_back({token.term, paragraphs_, sentence, order, token.parts > 0});
    if (token.parts == 0) ++order;
  }
  ++paragraphs_;
}

bool NaiveArticle::holds(const std::string& term, const std::vector<size_t>& paragraphs) const {
  return std::any_of(places_.begin(), places_.end(), [&](const Place& place) {
    return place.term == term &&
           std::find(paragraphs.begin(), paragraphs.end(), place.paragraph) != paragraphs.end();
  });
}

// Where the words of a leaf stand side by side; a lone compound takes one place.
std::vector<NaiveArticle::Stretch> NaiveArticle::stretches(
    const std::string& text, const std::vector<size_t>& paragraphs) const {
  const auto tokens = tokens_of(text);
  const bool lone = wanted_terms(tokens).size() == 1;
  const std::vector<std::string> terms = lone ? wanted_terms(tokens) : words_in_place(tokens);
  std::vector<Stretch> found;
  for (const size_t paragraph : paragraphs) {
    std::vector<Place> words;
    for (const Place& place : places_) {
      if (place.paragraph != paragraph) continue;
      if (lone && place.term == terms.front())
        found.push_back({paragraph, place.order, place.order + 1});
      if (!place.compound) words.push_back(place);
    }
    for (size_t i = 0; !lone && i + terms.size() <= words.size(); ++i) {
      bool whole = true;
      for (size_t t = 0; t < terms.size() && whole; ++t)
        whole = words[i + t].term == terms[t] && words[i + t].sentence == words[i].sentence;
      if (whole) found.push_back({paragraph, words[i].order, words[i].order + terms.size()});
    }
  }
  return found;
}

bool NaiveArticle::matches(const NaiveQuery& query) const {
  std::vector<size_t> all;
  for (size_t p = 0; p < paragraphs_; ++p) all.push_back(p);
  return matches(query, all);
}

bool NaiveArticle::matches(const NaiveQuery& query, const std::vector<size_t>& paragraphs) const {
  const auto match = [&](const NaiveQuery& child) { return matches(child, paragraphs); };
  const auto within = [&](size_t paragraph) {
    const bool inside =
        std::find(paragraphs.begin(), paragraphs.end(), paragraph) != paragraphs.end();
    return inside ? std::vector<size_t>{paragraph} : std::vector<size_t>{};
  };
  switch (query.type) {
    case Type::word: {
      const auto terms = wanted_terms(tokens_of(query.text));
      return std::all_of(terms.begin(), terms.end(),
                         [&](const std::string& term) { return holds(term, paragraphs); });
    }
    case Type::phrase: return !stretches(query.text, paragraphs).empty();
    case Type::no: return !match(query.children.front());
    case Type::all: return std::all_of(query.children.begin(), query.children.end(), match);
    case Type::any: return std::any_of(query.children.begin(), query.children.end(), match);
    case Type::title:
      return matches(query.children.front(), has_title_ ? within(0) : std::vector<size_t>());
    case Type::lede: return matches(query.children.front(), within(lede_));
    case Type::date:
      return query.text == "none" ? published_.empty() : published_.starts_with(query.text);
    case Type::same:
      return std::any_of(paragraphs.begin(), paragraphs.end(), [&](size_t paragraph) {
        return std::all_of(query.children.begin(), query.children.end(),
                           [&](const NaiveQuery& child) { return matches(child, {paragraph}); });
      });
    case Type::near: break;
  }
  for (const Stretch& a : stretches(query.children[0].text, paragraphs)) {
    for (const Stretch& b : stretches(query.children[1].text, paragraphs)) {
      if (a.paragraph != b.paragraph) continue;
      if (b.begin >= a.end && b.begin - a.end <= query.distance) return true;
      if (a.begin >= b.end && a.begin - b.end <= query.distance) return true;
    }
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
  if (kind < 2)
    return {.type = Type::word, .text = any_word(random), .children = {}, .distance = 0};
  if (kind < 4) return {.type = Type::phrase, .text = some_words(random, 1, 3), .children = {}};
  if (kind == 4)
    return {.type = Type::no, .text = {}, .children = {random_query(random, depth - 1)}};
  NaiveQuery query{.type = kind == 5 ? Type::any : Type::all, .text = {}, .children = {}};
  for (size_t n = 2 + random() % 2; n > 0; --n)
    query.children.push_back(random_query(random, depth - 1));
  return query;
}

NaiveQuery random_rich_query(std::mt19937& random, int depth) {
  const auto over = [](Type type, std::vector<NaiveQuery> children, size_t distance = 0) {
    return NaiveQuery{
        .type = type, .text = {}, .children = std::move(children), .distance = distance};
  };
  const auto leaf = [&] {
    return NaiveQuery{
        .type = Type::phrase, .text = some_words(random, 1, 2), .children = {}, .distance = 0};
  };
  const unsigned kind = random() % (depth > 0 ? 10 : 3);
  switch (kind) {
    case 3: return over(Type::near, {leaf(), leaf()}, 1 + random() % 5);
    case 4:
      return over(Type::same,
                  {random_rich_query(random, depth - 1), random_rich_query(random, depth - 1)});
    case 5: return over(Type::title, {random_rich_query(random, depth - 1)});
    case 6: return over(Type::lede, {random_rich_query(random, depth - 1)});
    case 7:
      return {.type = Type::date,
              .text = random() % 3 == 0 ? "none" : std::to_string(2019 + random() % 4),
              .children = {},
              .distance = 0};
    case 8: return over(Type::no, {random_rich_query(random, depth - 1)});
    case 9: {
      const Type type = random() % 2 == 0 ? Type::any : Type::all;
      return over(type,
                  {random_rich_query(random, depth - 1), random_rich_query(random, depth - 1)});
    }
    default: return random_query(random, 0);
  }
}

}  // namespace khobao::test
