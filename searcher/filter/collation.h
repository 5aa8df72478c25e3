#pragma once
/// Vietnamese collation, from ICU's library of it. That library is loaded when the first order is
/// made and not with the program: loading and linking it takes a quarter of the time in which a
/// searcher starts, and only lists of names need it.
#include <string_view>

struct UCollator;

namespace khobao::filter {

class Collation {
 public:
  /// Numbers in names are compared by their size. Without the library names are compared by their
  /// bytes.
  Collation();
  ~Collation();
  Collation(const Collation&) = delete;
  Collation& operator=(const Collation&) = delete;

  /// Below, at or above zero, as strcmp() tells.
  int compare(std::string_view a, std::string_view b) const;

 private:
  UCollator* collator_ = nullptr;
};

}  // namespace khobao::filter
