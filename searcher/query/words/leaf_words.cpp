#include "searcher/query/words/leaf_words.h"

#include <algorithm>

#include "common/language/say.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"

namespace khobao::query {
namespace {

Between between(std::string_view text) {
  if (text == "+") return Between::dash;  // K+1
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

// True where a letter or digit stands right at `pos`.
bool goes_on(std::string_view text, size_t pos) {
  return pos < text.size() &&
         text::classify(text::next_code_point(text, pos)) != text::CharClass::separator;
}

// Beside the commonest word that begins so.
constexpr double kOtherCompletion = 0.99;

}  // namespace

LeafWords::LeafWords(const Node& root, const PlanOptions& options, std::vector<Warning>& warnings) {
  collect(root);
  if (options.interpreter) read(*options.interpreter);
  if (options.statistics) complete(*options.statistics, warnings);
}

void LeafWords::collect(const Node& root) {
  if (is_leaf(root)) collect_leaf(root);
  for (const Node& child : root.children) collect(child);
}

void LeafWords::collect_leaf(const Node& node) {
  Leaf leaf{.begin = words_.size(), .end = words_.size(), .compounds = {}};
  size_t read_to = 0;
  passed_ += ' ';
  for (const text::Token& token : node.tokens) {
    if (token.parts > 0) {
      // K+1 is more than K+ and a 1.
      if (token.kind == text::TokenKind::marked && goes_on(node.text, token.end_byte)) continue;
      leaf.compounds.push_back(
          {token.term, words_.size(), words_.size() + token.parts, token.kind});
      continue;
    }
    if (token.begin_byte > read_to)
      passed_ += node.text.substr(read_to, token.begin_byte - read_to);
    between_.push_back(token.gap == text::Gap::none ? between(passed_) : Between::mark);
    passed_.clear();
    read_to = token.end_byte;
    words_.push_back(
        {.typed = token.term,
         .number = token.kind != text::TokenKind::word,
         .prefix = false,
         .apart = node.type != Node::Type::word || (node.apart && words_.size() == leaf.begin),
         .at_byte = node.begin_byte,
         .end_byte = node.end_byte,
         .readings = {{token.term, 1}}});
  }
  passed_ += node.text.substr(std::min(read_to, node.text.size()));
  leaf.end = words_.size();
  for (const PlacedCompound& compound : leaf.compounds) {
    for (size_t i = compound.begin; i < compound.end; ++i) words_[i].apart = true;
  }
  if (node.type == Node::Type::prefix && leaf.end > leaf.begin) words_.back().prefix = true;
  leaves_.emplace(&node, std::move(leaf));
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
      warnings.push_back(
          {say("{}* begins {} words; the {} commonest are searched", word.typed, all, found.size()),
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
  find_names(interpreter);
  std::vector<std::string> likeliest;
  for (const PlacedWord& word : words_) likeliest.push_back(word.likeliest());
  for (Equivalent& other : interpreter.equivalents(likeliest)) {
    if (other.begin < other.end && other.end <= words_.size() && !other.words.empty())
      equivalents_.push_back(std::move(other));
  }
}

// Other readings still find candidates, and no matches.
void LeafWords::reread(const std::string& as, PlacedWord& word) {
  constexpr double kOtherReading = 0.2;
  std::erase_if(word.readings, [&](const Reading& reading) { return reading.term == as; });
  for (Reading& reading : word.readings) reading.weight = std::min(reading.weight, kOtherReading);
  word.readings.insert(word.readings.begin(), {as, 1});
}

void LeafWords::find_names(Interpreter& interpreter) {
  std::vector<NameWord> words;
  for (size_t i = 0; i < words_.size(); ++i) {
    const PlacedWord& word = words_[i];
    const bool joins = i > 0 && !word.apart && !word.prefix && !words_[i - 1].prefix &&
                       between_[i] != Between::mark;
    words.push_back({.typed = word.typed,
                     .likeliest = word.likeliest(),
                     .joins = joins,
                     .begin_byte = word.at_byte,
                     .end_byte = word.end_byte});
  }
  for (NamedWords& name : interpreter.names(words)) {
    if (name.begin >= name.end || name.end > words_.size()) continue;
    for (size_t i = 0; i < name.reread.size() && name.begin + i < name.end; ++i)
      reread(name.reread[i], words_[name.begin + i]);
    names_.push_back(std::move(name));
  }
}

}  // namespace khobao::query
