#include "searcher/query/name_dashes.h"

#include <unicode/uchar.h>

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
  Mender(std::string_view query, const WordStatistics& statistics, std::vector<Warning>& warnings)
      : query_(query), statistics_(statistics), warnings_(warnings) {}

  void run(Node& node) {
    for (Node& child : node.children) run(child);
    if (node.type != Node::Type::all) return;
    for (size_t i = 1; i < node.children.size(); ++i) {
      Node& excluded = node.children[i];
      if (!is_minus(excluded) || !is_name(node.children[i - 1], excluded.children.front()))
        continue;
      const std::string word = excluded.children.front().text;
      warnings_.push_back({"the dash in front of '" + word +
                               "' is read as part of a name; to exclude the word, write NOT " +
                               word,
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

  bool is_name(const Node& before, const Node& word) {
    if (before.type != Node::Type::word) return false;
    const std::string first = token(before, true), second = token(word, false);
    if (first.empty() || second.empty() || statistics_.pair_count(first, second) == 0) return false;
    const bool capitals = is_capitalised(before.text) && is_capitalised(word.text);
    return bond(first, second, statistics_) >= (capitals ? kCapitalsBond : kSmallLettersBond);
  }

  // The word at one end of what was typed.
  static std::string token(const Node& node, bool last) {
    if (node.tokens.empty()) return {};
    return last ? node.tokens.back().term : node.tokens.front().term;
  }

  std::string_view query_;
  const WordStatistics& statistics_;
  std::vector<Warning>& warnings_;
};

}  // namespace

void mend_name_dashes(Node& root, std::string_view query, const WordStatistics& statistics,
                      std::vector<Warning>& warnings) {
  Mender(query, statistics, warnings).run(root);
}

}  // namespace khobao::query
