#pragma once
/// Words -> tree.
///
///   query   := all { "OR" all }
///   all     := { ["AND"] unary }          words side by side are all wanted
///   unary   := ("NOT" | "-") unary | word | phrase | "(" query ")"
///
/// Reads leniently: an operator without its operand is searched as a word, brackets are closed or
/// dropped, each with a warning that says where.
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/query/ast.h"

namespace khobao::query {

inline constexpr size_t kMaxQueryBytes = 16 << 10;
inline constexpr size_t kMaxNesting = 50;
inline constexpr size_t kMaxWords = 512;

struct Parsed {
  Node root;  ///< an `all` node; empty where the query holds no word
  std::vector<Warning> warnings;
};

/// A query error, with a caret under the place, where a limit is passed or malformed UTF-8 stands.
Result<Parsed> parse(std::string_view query);

}  // namespace khobao::query
