#pragma once
/// Words -> tree.
///
///   query   := same { "OR" same }
///   same    := all { "SAME" all }
///   all     := { ["AND"] near }           words side by side are all wanted
///   near    := unary { "NEAR/n" unary }
///   unary   := ("NOT" | "-") unary | [field] operand
///   operand := word | word"*" | phrase | "(" query ")"
///
/// Reads leniently: an operator or field without its operand is left out, brackets are closed or
/// dropped, each with a warning that says where. What users read is GRAMMAR.md.
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/query/ast.h"

namespace khobao::query {

inline constexpr size_t kMaxQueryBytes = 16 << 10;
inline constexpr size_t kMaxNesting = 50;
inline constexpr size_t kMaxWords = 512;
inline constexpr size_t kMaxPrefixes = 8;  ///< words with "*"
inline constexpr size_t kMaxNames = 32;    ///< values of fields that name something: org: and so on

struct Parsed {
  Node root;  ///< an `all` node, tokenised; empty where the query holds no word
  std::vector<Warning> warnings;
};

/// A query error, with a caret under the place, where a limit is passed or malformed UTF-8 stands.
Result<Parsed> parse(std::string_view query);

}  // namespace khobao::query
