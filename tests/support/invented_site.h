#pragma once
/// A news site that is not there: pages dumped as text from four templates, with menus, promotions,
/// teasers of other pages, player controls and licence lines in words that no rule of the reader
/// knows; some pages run another's text again, and some are forecasts that hardly differ.
#include <string>
#include <vector>

namespace khobao::test {

struct InventedPage {
  std::string name;  ///< of its file
  std::string text;
  std::vector<std::string> own, furniture;  ///< its lines, but the title
};

/// The same for the same number. One page in ten repeats an earlier one's text.
std::vector<InventedPage> invented_site(unsigned seed, size_t pages);

}  // namespace khobao::test
