#pragma once
/// HTML as the readers of office documents write it: paragraphs, headings, rows of tables, and the
/// font of each run where it may matter.
#include <string>
#include <string_view>

namespace khobao::extract {

class MarkupWriter {
 public:
  void begin_block(std::string_view element);  ///< "p", "h1", "tr" …
  void end_block();
  /// Text of the open block. `font`: its family; "" where none is named.
  void text(std::string_view text, std::string_view font);
  void line_break();

  /// The page, with all that was written.
  std::string page();

 private:
  void set_font(std::string_view font);

  std::string out_, block_, font_;
};

}  // namespace khobao::extract
