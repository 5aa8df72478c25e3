#pragma once
/// String literals of C++ sources, and where they stand: read by tests of what programs say.
#include <string>
#include <string_view>
#include <vector>

namespace khobao::test {

struct Literal {
  std::string text;                  ///< unescaped; adjacent ones as one
  std::vector<std::string> callees;  ///< names before the brackets around it, outermost first
  size_t argument = 0;               ///< its place in the innermost brackets, from 0
  std::string designator;            ///< "help" of `.help = "…"`; "" for none
  size_t line = 0;

  bool within(std::string_view callee) const;
};

/// Those of a source in their order; comments, raw strings, #include and #error aside.
std::vector<Literal> literals_of(std::string_view source);

/// Whether a text is prose rather than a name, a format or a key: two words of small letters side by
/// side, or with a comma between.
bool is_prose(std::string_view text);

}  // namespace khobao::test
