#pragma once
/// The window that an answer is shown in.
#include <cstddef>
#include <string>

#include "common/cli/environment.h"

namespace khobao::searcher {

struct Window {
  size_t columns = 0, rows = 0;  ///< 0 where the output is no terminal
  bool links = false;            ///< understands OSC 8 hyperlinks
  bool terminal() const { return columns != 0; }
};

/// COLUMNS and LINES stand above what the terminal says of itself; 80 × 24 where neither is known.
/// Links are for terminals that are not dumb, unless KHOBAO_LINKS is 0.
Window window_of(const cli::Environment& environment);

/// The columns of the pane in which fzf shows what this program prints as a preview; 0 elsewhere.
size_t preview_columns(const cli::Environment& environment);

/// Whether the output is coloured where `color` was asked for: auto, always or never. Auto goes by
/// NO_COLOR, TERM=dumb, and whether it is a terminal.
bool use_color(const std::string& color, const cli::Environment& environment);

}  // namespace khobao::searcher
