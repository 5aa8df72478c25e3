#pragma once
/// Text in styles, laid out for a terminal: wrapped between words, measured in display columns.
///
///   "Cầu mới ở Hà Nội thông xe", Hà Nội a match, 14 columns, no colour
///     Cầu mới ở
///     *Hà Nội* thông…        (with two lines at most)
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request.h"

namespace khobao::show {

enum class Style : unsigned char { plain, title, match, title_match, dim };

/// A run of text in one style.
struct Piece {
  std::string text;
  Style style = Style::plain;
};

/// How styles come out: by colour, or by asterisks round matches where there is none.
class Stylist {
 public:
  explicit Stylist(bool color) : color_(color) {}

  /// `text` made printable, its highlights as matches in `base`'s company (title or plain).
  std::vector<Piece> highlighted(std::string_view text, const std::vector<searcher::Span>& spans,
                                 Style base) const;

  /// All of it on one line, however long.
  std::string line(const std::vector<Piece>& pieces) const;

  /// At most `most_lines` lines of at most `columns` columns, cut between words where there are
  /// any; what does not fit is left out after an ellipsis. `columns` 0: one line, however long.
  std::vector<std::string> wrapped(const std::vector<Piece>& pieces, size_t columns,
                                   size_t most_lines) const;

 private:
  bool color_;
};

}  // namespace khobao::show
