#pragma once
/// One tag as written in a page, read leniently and in linear time.
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace khobao::read {

struct HtmlAttribute {
  std::string_view name;   ///< one of those that are read, in lower case
  std::string_view value;  ///< as written, entities undecoded
};

struct HtmlTag {
  std::string name;  ///< in lower case
  bool closing = false;
  std::vector<HtmlAttribute> attributes;  ///< those that are read, each once
  bool has_values = false;                ///< some attribute, of any name, has a value
  size_t attribute_count = 0;

  std::string_view attribute(std::string_view name) const;
};

/// Reads tags of one page, front to back.
class HtmlTagScanner {
 public:
  explicit HtmlTagScanner(std::string_view html) : html_(html) {}

  /// The tag at `pos` (html[pos] is '<'), moving `pos` past it; false, `pos` unmoved, where no
  /// tag begins there. A tag that never closes ends in front of the next '<'.
  bool read(size_t& pos, HtmlTag& tag);

 private:
  size_t closing_quote(char quote, size_t pos);

  std::string_view html_;
  // For both quotes: from `searched_from` on, the next one stands at `found`; so that no stretch is
  // searched twice.
  struct Search {
    size_t searched_from = std::string_view::npos, found = 0;
  };
  std::array<Search, 2> searches_;
};

/// True for the elements of HTML 4 and 5 and for custom ones (with a hyphen or colon).
bool is_html_element(std::string_view name);

}  // namespace khobao::read
