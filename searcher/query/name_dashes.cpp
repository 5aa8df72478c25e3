#include "searcher/query/name_dashes.h"

#include <unicode/uchar.h>

#include "common/language/say.h"
#include "common/text/letters/utf8.h"
#include "searcher/query/words/segmentation.h"

namespace khobao::query {
namespace {

// What binds two words typed in small letters, so that nobody would exclude the second from the
// first; "lúa gạo" is bound less.
constexpr double kSmallLettersBond = 0.8;
// Words typed with capitals are a name where they are as sure to be one word as three syllables.
constexpr double kCapitalsBond = kTripleBond;

bool is_capitalised(std::string_view word) {
  size_t pos = 0;
  return !word.empty() && u_isupper(static_cast<UChar32>(text::next_code_point(word, pos)));
}

class Mender {
 public:
  Mender(std::string_view query, const WordStatistics& statistics, Interpreter* interpreter,
         std::vector<Warning>& warnings)
      : query_(query), statistics_(statistics), interpreter_(interpreter), warnings_(warnings) {}

  void run(Node& node) {
    for (Node& child : node.children) run(child);
    if (node.type != Node::Type::all) return;
    for (size_t i = 1; i < node.children.size(); ++i) {
      Node& excluded = node.children[i];
      if (!is_minus(excluded) || !is_name(node.children, i)) continue;
      const std::string word = excluded.children.front().text;
      warnings_.push_back({say("the dash in front of '{}' is read as part of a name; to exclude "
                               "the word, write NOT {}",
                               word, word),
                           excluded.begin_byte});
      Node inner = std::move(excluded.children.front());
      excluded = std::move(inner);
    }
  }

 private:
  bool is_minus(const Node& node) const {
    return node.type == Node::Type::no && node.children.front().type == Node::Type::word &&
           node.begin_byte < query_.size() && query_[node.begin_byte] == '-';
  }

  // Whether the word excluded at `at` belongs to the one in front of it, as typed or as read.
  bool is_name(const std::vector<Node>& nodes, size_t at) {
    const Node &before = nodes[at - 1], &word = nodes[at].children.front();
    if (before.type != Node::Type::word) return false;
    const std::string first = token(before, true), second = token(word, false);
    if (first.empty() || second.empty()) return false;
    const bool capitals = is_capitalised(before.text) && is_capitalised(word.text);
    const double least = capitals ? kCapitalsBond : kSmallLettersBond;
    if (are_bound(first, second, least)) return true;
    if (!interpreter_) return false;
    // "ba ria -vung tau", in the light of the words around.
    size_t begin = at;
    while (begin > 0 && nodes[begin - 1].type == Node::Type::word) --begin;
    std::vector<std::string> typed;
    for (size_t i = begin; i < at; ++i) append(nodes[i], typed);
    const size_t excluded = typed.size();
    append(word, typed);
    for (size_t i = at + 1; i < nodes.size() && nodes[i].type == Node::Type::word; ++i)
      append(nodes[i], typed);
    const auto readings = interpreter_->read(typed);
    if (excluded == 0 || excluded >= readings.size() || readings[excluded - 1].empty() ||
        readings[excluded].empty())
      return false;
    return are_bound(readings[excluded - 1].front().term, readings[excluded].front().term, least);
  }

  bool are_bound(const std::string& first, const std::string& second, double least) const {
    return statistics_.pair_count(first, second) > 0 && bond(first, second, statistics_) >= least;
  }

  static void append(const Node& node, std::vector<std::string>& words) {
    for (const text::Token& each : node.tokens) {
      if (each.parts == 0) words.push_back(each.term);
    }
  }

  // The word at one end of what was typed.
  static std::string token(const Node& node, bool last) {
    if (node.tokens.empty()) return {};
    return last ? node.tokens.back().term : node.tokens.front().term;
  }

  std::string_view query_;
  const WordStatistics& statistics_;
  Interpreter* interpreter_;
  std::vector<Warning>& warnings_;
};

}  // namespace

void mend_name_dashes(Node& root, std::string_view query, const WordStatistics& statistics,
                      std::vector<Warning>& warnings, Interpreter* interpreter) {
  Mender(query, statistics, interpreter, warnings).run(root);
}

}  // namespace khobao::query
