#pragma once
/// The fonts that the style sheets of a page set, as far as they matter: one code of letters is told
/// from another by them (font_charset.h).
///
///   p.MsoNormal, li.MsoNormal {font-size:14.0pt; font-family:".VnTime";}   <p class=MsoNormal>
///   .vn {font-family: VNI-Times}                                           <span class="a vn">
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/encoding/font_charset.h"

namespace khobao::read {

class FontStyles {
 public:
  FontStyles() = default;
  /// The rules of `css`; of selectors the last compound counts, by element and class.
  explicit FontStyles(std::string_view css);

  /// What the rules set for an element; nullopt where they set nothing. `classes` may be several.
  std::optional<Font> font_of(std::string_view element, std::string_view classes) const;
  bool empty() const { return fonts_.empty(); }

 private:
  void add(std::string_view selectors, const Font& font);

  std::map<std::string, Font, std::less<>> fonts_;  // "p", ".vn", "p.MsoNormal"
};

}  // namespace khobao::read
