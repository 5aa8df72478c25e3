#include "searcher/query/words/leaf_words.h"

#include <algorithm>

#include "common/text/letters/char_class.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"
#include "common/text/short_forms.h"

namespace khobao::query {
namespace {

Between between(std::string_view text) {
  bool dash = false, space_behind = false, space_before = false, apostrophe = false;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next_code_point(text, pos);
    if (text::is_dash(c)) {
      dash = true;
      space_behind = false;
    } else if (c == ' ') {
      (dash ? space_behind : space_before) = true;
    } else if (c == '\'' || c == 0x2019) {
      apostrophe = true;
    } else if (!text::is_invisible(c) && c != '.') {
      return Between::mark;
    }
  }
  if (apostrophe && !dash && !space_before) return Between::apostrophe;
  return dash && !(space_before && space_behind) ? Between::dash : Between::space;
}

// Beside the commonest word that begins so.
constexpr double kOtherCompletion = 0.99;

// What the word that ends one leaf says of the number that begins the next: "sáng 16.12".
text::DateCue cue_behind(const Node& node, const std::vector<text::Token>& tokens) {
  if (node.type != Node::Type::word || tokens.empty()) return text::DateCue::none;
  const text::Token& last = tokens.back();
  return last.end_byte == node.text.size() ? text::typed_date_cue(last.term) : text::DateCue::none;
}

bool has_small_letters(const Node& root) {
  const bool leaf = (root.type == Node::Type::word || root.type == Node::Type::phrase) &&
                    root.text.find_first_not_of("0123456789.,/- ") != std::string::npos;
  if (leaf && !text::is_capitals(root.text)) return true;
  return std::any_of(root.children.begin(), root.children.end(), has_small_letters);
}

// TƯ among words in small letters is T.Ư (common/text/short_forms.h).
bool is_central(const Node& node) {
  return node.type == Node::Type::word && node.text.size() <= 4 &&
         text::compose(node.text) == "TƯ";
}

// Words typed with at most so many spaces between them belong together.
constexpr size_t kMostSpaces = 2;

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
  const bool shouted = !has_small_letters(root);
  text::DateCue cue = text::DateCue::none;
  size_t cue_end = 0;
  while (!waiting.empty()) {
    const Node* node = waiting.back();
    waiting.pop_back();
    for (auto child = node->children.rbegin(); child != node->children.rend(); ++child)
      waiting.push_back(&*child);
    const bool prefix = node->type == Node::Type::prefix;
    if (!prefix && node->type != Node::Type::word && node->type != Node::Type::phrase) continue;
    tokens.clear();
    const bool beside = node->type == Node::Type::word && !node->apart &&
                        node->begin_byte <= cue_end + kMostSpaces;
    const std::string typed = !shouted && is_central(*node) ? "T.Ư" : node->text;
    tokenizer_.tokenize(typed, tokens, beside ? cue : text::DateCue::none);
    cue = cue_behind(*node, tokens);
    cue_end = node->end_byte;
    Leaf leaf{.begin = words_.size(), .end = words_.size(), .compounds = {}};
    size_t read_to = 0;
    passed += ' ';
    for (const text::Token& token : tokens) {
      if (token.parts > 0) {
        leaf.compounds.push_back({token.term, words_.size(), words_.size() + token.parts, token.kind});
        continue;
      }
      if (token.begin_byte > read_to)
        passed += typed.substr(read_to, token.begin_byte - read_to);
      between_.push_back(token.gap == text::Gap::none ? between(passed) : Between::mark);
      passed.clear();
      read_to = token.end_byte;
      words_.push_back({.typed = token.term,
                        .number = token.kind != text::TokenKind::word,
                        .prefix = false,
                        .at_byte = node->begin_byte,
                        .readings = {{token.term, 1}}});
    }
    passed += typed.substr(std::min(read_to, typed.size()));
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

// The letter of "U 23" is no syllable without its accents.
bool LeafWords::is_read(size_t i) const {
  const PlacedWord& word = words_[i];
  if (word.number || word.prefix) return false;
  const auto number = [&](size_t other) { return other < words_.size() && words_[other].number; };
  return word.typed.size() > 1 || !(number(i + 1) || (i > 0 && number(i - 1)));
}

void LeafWords::read(Interpreter& interpreter) {
  std::vector<std::string> typed;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (is_read(i)) typed.push_back(words_[i].typed);
  }
  auto readings = interpreter.read(typed);
  size_t next = 0;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (!is_read(i)) continue;
    if (next < readings.size() && !readings[next].empty())
      words_[i].readings = std::move(readings[next]);
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
