// Any query is read as a tree within its text or refused, and planned without harm; what is printed
// of it can be read again.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/letters/utf8.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/parser.h"
#include "searcher/query/plan.h"

namespace {

using namespace khobao;

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what.c_str());
  std::abort();
}

void require_inside(const query::Node& node, size_t query_bytes) {
  require(node.begin_byte <= node.end_byte && node.end_byte <= query_bytes, "a place outside");
  for (const query::Node& child : node.children) require_inside(child, query_bytes);
}

// Every two words are half bound, every beginning has two ends.
class Statistics : public query::WordStatistics {
 public:
  uint64_t words() const override { return 1'000'000; }
  uint64_t count(const std::string& word) const override { return 50 + word.size(); }
  uint64_t pair_count(const std::string& first, const std::string& second) const override {
    return (first.size() * 7 + second.size()) % 40;
  }
  std::vector<std::string> completions(const std::string& prefix, size_t,
                                       size_t& all) const override {
    all = 100;
    return {prefix, prefix + "a"};
  }
};

// Another reading of each word, and equivalents that reach over several.
class Interpreter : public query::Interpreter {
 public:
  std::vector<std::vector<query::Reading>> read(const std::vector<std::string>& words) override {
    std::vector<std::vector<query::Reading>> out;
    for (const std::string& word : words) out.push_back({{word, 1}, {word + "x", 0.5}});
    return out;
  }
  std::vector<query::Equivalent> equivalents(const std::vector<std::string>& words) override {
    std::vector<query::Equivalent> out;
    for (size_t i = 0; i < words.size(); i += 3)
      out.push_back({i, std::min(i + 1 + words[i].size() % 4, words.size() + 1), {"a", "b"}, 0.7});
    return out;
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(data), size_bytes);
  const auto parsed = query::parse(text);
  if (!parsed) {
    require(!parsed.error().message.empty(), "an error without a message");
    return 0;
  }
  require(parsed->root.type == query::Node::Type::all, "the root is no all");
  require_inside(parsed->root, text.size());
  for (const query::Warning& warning : parsed->warnings) {
    require(warning.at_byte <= text.size(), "a warning outside");
    require(text::is_valid_utf8(query::caret(text, warning.at_byte)), "a caret cuts a character");
  }
  const Statistics statistics;
  Interpreter interpreter;
  for (const auto mode : {query::MatchMode::words, query::MatchMode::all, query::MatchMode::any}) {
    const query::Plan plan = query::make_plan(
        parsed->root, {.interpreter = &interpreter, .statistics = &statistics, .match = mode});
    require(plan.root.type == query::PlanNode::Type::all, "the plan's root is no all");
    require(plan.terms.size() == plan.roles.size(), "terms and roles differ");
    require(text::is_valid_utf8(query::describe(plan)), "the description is no UTF-8");
  }
  return 0;
}
