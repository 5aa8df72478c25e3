#include "searcher/query/words/leaf_words.h"

#include "common/text/letters/char_class.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"

namespace khobao::query {
namespace {

Between between(std::string_view text) {
  bool dash = false, space_behind = false, space_before = false;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next_code_point(text, pos);
    if (text::is_dash(c)) {
      dash = true;
      space_behind = false;
    } else if (c == ' ') {
      (dash ? space_behind : space_before) = true;
    } else if (!text::is_invisible(c) && c != '\'' && c != 0x2019 && c != '.') {
      return Between::mark;
    }
  }
  return dash && !(space_before && space_behind) ? Between::dash : Between::space;
}

// Beside the commonest word that begins so.
constexpr double kOtherCompletion = 0.99;

bool is_read(const PlacedWord& word) { return !word.number && !word.prefix; }

}  // namespace

LeafWords::LeafWords(const Node& root, const PlanOptions& options, std::vector<Warning>& warnings) {
  collect(root);
  if (options.interpreter) read(*options.interpreter);
  if (options.statistics) complete(*options.statistics, warnings);
}

void LeafWords::collect(const Node& root) {
  std::vector<const Node*> waiting{&root};
  std::vector<text::Token> tokens;
  std::string passed;  // behind the last word
  while (!waiting.empty()) {
    const Node* node = waiting.back();
    waiting.pop_back();
    for (auto child = node->children.rbegin(); child != node->children.rend(); ++child)
      waiting.push_back(&*child);
    const bool prefix = node->type == Node::Type::prefix;
    if (!prefix && node->type != Node::Type::word && node->type != Node::Type::phrase) continue;
    tokens.clear();
    tokenizer_.tokenize(node->text, tokens);
    Leaf leaf{.begin = words_.size(), .end = words_.size(), .compounds = {}};
    size_t read_to = 0;
    passed += ' ';
    for (const text::Token& token : tokens) {
      if (token.parts > 0) {
        leaf.compounds.push_back({token.term, words_.size(), words_.size() + token.parts});
        continue;
      }
      if (token.begin_byte > read_to)
        passed += node->text.substr(read_to, token.begin_byte - read_to);
      between_.push_back(token.gap == text::Gap::none ? between(passed) : Between::mark);
      passed.clear();
      read_to = token.end_byte;
      words_.push_back({.typed = token.term,
                        .number = token.kind != text::TokenKind::word,
                        .prefix = false,
                        .at_byte = node->begin_byte,
                        .readings = {{token.term, 1}}});
    }
    passed += node->text.substr(std::min(read_to, node->text.size()));
    leaf.end = words_.size();
    if (prefix && leaf.end > leaf.begin) words_.back().prefix = true;
    leaves_.emplace(node, std::move(leaf));
  }
}

void LeafWords::complete(const WordStatistics& statistics, std::vector<Warning>& warnings) {
  for (PlacedWord& word : words_) {
    if (!word.prefix) continue;
    size_t all = 0;
    const auto found = statistics.completions(word.typed, kMaxCompletions, all);
    if (found.empty()) continue;
    word.readings.clear();
    for (const std::string& other : found)
      word.readings.push_back({other, word.readings.empty() ? 1 : kOtherCompletion});
    if (all > found.size()) {
      warnings.push_back({word.typed + "* begins " + std::to_string(all) + " words; the " +
                              std::to_string(found.size()) + " commonest are searched",
                          word.at_byte});
    }
  }
}

void LeafWords::read(Interpreter& interpreter) {
  std::vector<std::string> typed;
  for (const PlacedWord& word : words_) {
    if (is_read(word)) typed.push_back(word.typed);
  }
  auto readings = interpreter.read(typed);
  size_t next = 0;
  for (PlacedWord& word : words_) {
    if (!is_read(word)) continue;
    if (next < readings.size() && !readings[next].empty())
      word.readings = std::move(readings[next]);
    ++next;
  }
  std::vector<std::string> likeliest;
  for (const PlacedWord& word : words_) likeliest.push_back(word.likeliest());
  for (Equivalent& other : interpreter.equivalents(likeliest)) {
    if (other.begin < other.end && other.end <= words_.size() && !other.words.empty())
      equivalents_.push_back(std::move(other));
  }
}

}  // namespace khobao::query
