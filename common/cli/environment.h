#pragma once
/// What surrounds a running program. The mains take it from the process; nothing else in the tree
/// reads variables of the environment, asks for a terminal, or uses std::cin, cout and cerr.
#include <functional>
#include <iosfwd>
#include <string>

namespace khobao::cli {

struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::function<const char*(const char*)> variable;  ///< as std::getenv: null where it is not set

  std::string value_of(const char* name) const;  ///< "" where it is not set
};

/// $KHOBAO_DB, else khobao/ in the XDG data folder.
std::string default_database(const Environment& environment);

}  // namespace khobao::cli
