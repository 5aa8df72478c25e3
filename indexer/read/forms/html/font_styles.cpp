#include "indexer/read/forms/html/font_styles.h"

#include "indexer/read/forms/ascii.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

constexpr size_t kMostRules = 2000;
constexpr size_t kMostClasses = 8;

// "div.a p.MsoNormal" -> "p.msonormal"; "" where it is about anything but elements and classes.
std::string last_compound(std::string_view selector) {
  selector = trim(selector);
  if (const size_t space = selector.find_last_of(" \t\n>+~"); space != std::string_view::npos)
    selector.remove_prefix(space + 1);
  const size_t second = selector.find('.', selector.find('.') + 1);
  const bool simple = !selector.empty() && selector.find_first_of(":#[*@") == std::string_view::npos;
  const bool one_class = selector.find('.') == std::string_view::npos ||
                         second == std::string_view::npos;
  return simple && one_class ? lower_ascii(selector) : std::string();
}

}  // namespace

FontStyles::FontStyles(std::string_view css) {
  size_t rules = 0;
  for (size_t pos = 0; pos < css.size() && rules < kMostRules; ++rules) {
    const size_t open = css.find('{', pos);
    const size_t close = css.find('}', open);
    if (close == std::string_view::npos) return;
    // "<!--", "/* … */" and the "{" of @media stand in front of the selectors.
    std::string_view selectors = css.substr(pos, open - pos);
    for (const std::string_view end : {"*/", "<!--", "}"}) {
      if (const size_t at = selectors.rfind(end); at != std::string_view::npos)
        selectors.remove_prefix(at + end.size());
    }
    std::string_view declarations = css.substr(open + 1, close - open - 1);
    if (const size_t inner = declarations.find('{'); inner != std::string_view::npos) {
      selectors = declarations.substr(0, inner);
      declarations.remove_prefix(inner + 1);
    }
    if (const auto font = font_of_style(declarations)) add(selectors, *font);
    pos = close + 1;
  }
}

void FontStyles::add(std::string_view selectors, const Font& font) {
  while (!selectors.empty()) {
    const size_t comma = std::min(selectors.find(','), selectors.size());
    if (std::string name = last_compound(selectors.substr(0, comma)); !name.empty())
      fonts_[std::move(name)] = font;
    selectors.remove_prefix(std::min(comma + 1, selectors.size()));
  }
}

std::optional<Font> FontStyles::font_of(std::string_view element, std::string_view classes) const {
  if (fonts_.empty()) return std::nullopt;
  std::optional<Font> font;
  if (const auto found = fonts_.find(element); found != fonts_.end()) font = found->second;
  for (size_t n = 0; n < kMostClasses && !classes.empty(); ++n) {
    classes = trim(classes);
    const size_t end = std::min(classes.find_first_of(" \t\n"), classes.size());
    const std::string name = '.' + lower_ascii(classes.substr(0, end));
    for (const std::string& key : {name, std::string(element) + name}) {
      if (const auto found = fonts_.find(key); found != fonts_.end()) font = found->second;
    }
    classes.remove_prefix(end);
  }
  return font;
}

}  // namespace khobao::read
