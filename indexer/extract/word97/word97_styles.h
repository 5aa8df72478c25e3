#pragma once
/// Fonts and styles of a Word 97 document ([MS-DOC]): what its runs and paragraphs are set in.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khobao::extract {

/// What a list of properties (grpprl) says of a run, as far as it matters here.
struct RunProperties {
  std::optional<uint16_t> font;   ///< a number in the table of fonts
  std::optional<uint16_t> style;  ///< a character style
  bool deleted = false;           ///< by a change that is tracked
};
RunProperties run_properties(std::string_view properties);

/// The names of the table of fonts (SttbfFfn).
std::vector<std::string> font_names(std::string_view table);

/// The sheet of styles (STSH).
class Word97Styles {
 public:
  Word97Styles() = default;
  explicit Word97Styles(std::string_view sheet);

  /// The font of a style or of those that it is based on, else the document's.
  std::optional<uint16_t> font_of(size_t style) const;
  /// "h1", "h2" of headings and titles; "p" of others.
  std::string_view element_of(size_t style) const;

 private:
  struct Style {
    uint16_t built_in = 0, base = 0;
    std::optional<uint16_t> font;
  };
  std::vector<Style> styles_;
  std::optional<uint16_t> usual_font_;
};

}  // namespace khobao::extract
