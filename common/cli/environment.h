#pragma once
/// What surrounds a running program. The mains take it from the process (process.h); nothing else
/// in the tree reads variables of the environment, asks for a terminal, or uses the standard
/// streams.
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "common/base/message.h"

namespace khobao::cli {

struct WindowSize {
  size_t columns = 0, rows = 0;  ///< 0 where they are not known
};

struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  int in_file = -1;  ///< the descriptor below `in`, for bytes in bulk; -1 where there is none
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::function<WindowSize()> window_size = [] { return WindowSize(); };  ///< of `out`, just now
  std::function<std::string()> terminal_name = [] { return std::string(); };  ///< "" for none
  std::function<const char*(const char*)> variable;  ///< as std::getenv: null where it is not set
  Language language = Language::english;  ///< of messages and help (language.h)

  /// Of what is made to be handed on, an HTML page or a citation: that of the articles, unless the
  /// user chose one; a locale chooses none.
  Language document_language = Language::vietnamese;

  /// Of text on `out`: what goes into a pipe or a file never depends on a language.
  Language page_language() const { return out_is_terminal ? language : Language::english; }

  std::string value_of(const char* name) const;  ///< "" where it is not set
};

/// $KHOBAO_DB, else khobao/ in the XDG data folder.
std::string default_database(const Environment& environment);

/// khobao/ in the XDG cache folder; "" where neither it nor HOME is known.
std::string cache_folder(const Environment& environment);

/// $TMPDIR, else /tmp.
std::string temporary_folder(const Environment& environment);

}  // namespace khobao::cli
