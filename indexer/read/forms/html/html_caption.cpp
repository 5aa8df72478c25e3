#include "indexer/read/forms/html/html_caption.h"

#include <string>

namespace khobao::read {
namespace {

// Captions are a sentence or two; the longest of news run to about 300 characters.
constexpr size_t kLongestCaptionBytes = 500;
constexpr size_t kLongestCentredBytes = 300;
constexpr int kStepsToTable = 8;
constexpr int kStepsToCentre = 3;

bool is_centred(const HtmlTree& tree, size_t element) {
  const auto& elements = tree.elements();
  for (int step = 0; step < kStepsToCentre && element != kNoElement; ++step) {
    if (elements[element].name == "center") return true;
    std::string style;
    for (const char c : tree.attribute(element, "style").substr(0, 400)) {
      if (c != ' ') style += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    const std::string_view align = tree.attribute(element, "align");
    if (align == "center" || align == "CENTER" || align == "middle") return true;
    if (style.find("text-align:center") != std::string::npos) return true;
    if (style.find("text-align:") != std::string::npos || !align.empty()) return false;
    element = elements[element].parent;
  }
  return false;
}

// A table with an image and little text, inside the container: tables of layout are around it.
bool is_in_image_table(const HtmlTree& tree, size_t element, size_t container) {
  const auto& elements = tree.elements();
  for (int step = 0; step < kStepsToTable && element != kNoElement && element > container; ++step) {
    const HtmlElement& at = elements[element];
    if (at.text_bytes > kLongestCaptionBytes) return false;
    if (at.name == "table" || at.name == "figure") return at.holds_image;
    element = at.parent;
  }
  return false;
}

bool is_named_caption(const HtmlTree& tree, size_t element) {
  constexpr int kSteps = 3;  // <div class="caption"><p><span>
  for (int step = 0; step < kSteps && element != kNoElement; ++step) {
    const HtmlElement& at = tree.elements()[element];
    if (at.roles.caption) return at.text_bytes <= 2 * kLongestCaptionBytes;
    element = at.parent;
  }
  return false;
}

}  // namespace

bool is_caption(const HtmlTree& tree, const HtmlSegment& segment, size_t container) {
  if (is_in_h1(tree.elements(), segment.element)) return false;
  if (is_named_caption(tree, segment.element)) return true;
  if (segment.bytes > kLongestCaptionBytes) return false;
  if (is_in_image_table(tree, segment.element, container)) return true;
  if (!segment.behind_image) return false;
  const bool is_italic = segment.italic_bytes * 10 >= segment.bytes * 9;
  return is_italic || (segment.bytes <= kLongestCentredBytes && is_centred(tree, segment.element));
}

}  // namespace khobao::read
