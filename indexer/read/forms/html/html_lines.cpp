#include "indexer/read/forms/html/html_lines.h"

#include <algorithm>

#include "indexer/read/forms/html/html_caption.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/byline.h"

namespace khobao::read {
namespace {

// A line of one link that is longer is a paragraph somebody linked.
constexpr size_t kLongestLinkBytes = 250;
// "Tin liên quan", "Xem thêm:" above a list of links.
constexpr size_t kLongestListTitleBytes = 40;
constexpr size_t kFewestListedLinks = 2;
// A line named date is the article's where it stands this close above the headline.
constexpr size_t kStepsToDate = 2;

class Marker {
 public:
  Marker(const HtmlTree& tree, const std::vector<HtmlSegment>& segments, const MainText& main_text,
         std::optional<size_t> headline)
      : tree_(tree),
        elements_(tree.elements()),
        segments_(segments),
        main_text_(main_text),
        headline_(headline),
        marks_(segments.size(), Mark::furniture) {}

  std::vector<Mark> run() {
    find_extent();
    for (size_t i = 0; i < segments_.size(); ++i) marks_[i] = mark_of(i);
    mark_behind_container();
    mark_list_titles();
    return std::move(marks_);
  }

 private:
  bool is_in_container(size_t i) const {
    return tree_.is_within(segments_[i].element, main_text_.container);
  }

  void find_extent() {
    first_ = segments_.size();
    for (size_t i = 0; i < segments_.size(); ++i) {
      if (!is_in_container(i)) continue;
      first_ = std::min(first_, i);
      last_ = i;
    }
    // The innermost element around headline and container: bylines are looked for in it.
    article_ = main_text_.container;
    while (headline_ && article_ != 0 && article_ != kNoElement &&
           !tree_.is_within(segments_[*headline_].element, article_)) {
      article_ = elements_[article_].parent;
    }
  }

  const Roles& roles(size_t i) const { return elements_[segments_[i].element].roles; }

  // A line of links that is no part of the article's text; attachments are.
  bool is_link_line(size_t i) const {
    const HtmlSegment& segment = segments_[i];
    if (segment.links_document || roles(i).author || roles(i).source || roles(i).lede) return false;
    if (segment.links >= 2 && segment.is_mostly_links()) return true;
    if (segment.is_logo()) return true;
    return segment.is_all_link() && segment.bytes <= kLongestLinkBytes && !is_address(segment);
  }

  // A date in one box with the headline of another article, which is a link.
  bool is_of_teaser(size_t i) const {
    const size_t box = elements_[segments_[i].element].parent;
    if (i == 0 || box == kNoElement) return false;
    constexpr size_t kFewestHeadlineBytes = 20;
    const HtmlSegment& before = segments_[i - 1];
    return before.is_all_link() && before.bytes >= kFewestHeadlineBytes &&
           tree_.is_within(before.element, box) &&
           !tree_.is_within(segments_[*headline_].element, box);
  }

  // "https://…" printed as it is names a source.
  static bool is_address(const HtmlSegment& segment) {
    return segment.text.find("://") != std::string::npos ||
           segment.text.find("www.") != std::string::npos;
  }

  Mark mark_of(size_t i) const {
    if (headline_ && i == *headline_) return Mark::heading;
    const HtmlSegment& segment = segments_[i];
    if (main_text_.is_furniture[segment.element]) return Mark::furniture;
    if (headline_ && i < *headline_ && roles(i).date && is_of_teaser(i)) return Mark::furniture;
    const bool between = headline_ && i > *headline_ && i < first_;
    const bool date_above =
        headline_ && i < *headline_ && i + kStepsToDate >= *headline_ && roles(i).date;
    const bool named = tree_.is_within(segment.element, article_) && !segment.is_mostly_links() &&
                       (roles(i).date || roles(i).author || roles(i).source || roles(i).lede);
    if (!is_in_container(i) && !between && !date_above && !named) return Mark::furniture;
    if (is_caption(tree_, segment, main_text_.container)) return Mark::caption;
    if (is_link_line(i)) return Mark::furniture;
    return is_in_h1(elements_, segment.element) ? Mark::heading : Mark::none;
  }

  // Lines without links that follow in the container's own parent: the byline, the source, the rest
  // of an article that a box divides.
  void mark_behind_container() {
    if (first_ == segments_.size() || main_text_.container == 0) return;
    const size_t parent = elements_[main_text_.container].parent;
    for (size_t i = last_ + 1; i < segments_.size(); ++i) {
      const HtmlSegment& segment = segments_[i];
      const bool beside = segment.element == parent || elements_[segment.element].parent == parent;
      if (!beside || segment.links > 0 || main_text_.is_furniture[segment.element]) break;
      if (i + 1 < segments_.size() && is_list_title(i)) break;
      marks_[i] = is_caption(tree_, segment, main_text_.container) ? Mark::caption : Mark::none;
    }
  }

  bool is_list_title(size_t i) const {
    const std::string& text = segments_[i].text;
    const size_t end = text.find_last_not_of(" \t\r\n");
    const bool ends_sentence = end != std::string::npos && (text[end] == '.' || text[end] == '"');
    if (segments_[i].bytes > kLongestListTitleBytes || ends_sentence) return false;
    // The byline at the end of the text, whatever list follows the text.
    const bool leaves = is_in_container(i) && i + 1 < segments_.size() && !is_in_container(i + 1);
    constexpr size_t kProseBytes = 160;
    const bool behind_prose = i > 0 && segments_[i - 1].bytes >= kProseBytes;
    if ((leaves || behind_prose) && read_signature(trim(text))) return false;
    size_t links = 0;
    for (size_t next = i + 1; next < segments_.size() && links < kFewestListedLinks; ++next) {
      if (!is_link_line(next)) return false;
      links += static_cast<size_t>(std::max(1, segments_[next].links));
    }
    return links >= kFewestListedLinks;
  }

  void mark_list_titles() {
    for (size_t i = 0; i < segments_.size(); ++i) {
      const bool named = roles(i).date || roles(i).author || roles(i).source || roles(i).lede;
      if (marks_[i] == Mark::none && !named && is_list_title(i)) marks_[i] = Mark::furniture;
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlElement>& elements_;
  const std::vector<HtmlSegment>& segments_;
  const MainText& main_text_;
  const std::optional<size_t> headline_;
  size_t first_ = 0, last_ = 0;  // the container's segments
  size_t article_ = 0;
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> mark_segments(const HtmlTree& tree, const std::vector<HtmlSegment>& segments,
                                const MainText& main_text, std::optional<size_t> headline) {
  if (segments.empty()) return {};
  return Marker(tree, segments, main_text, headline).run();
}

}  // namespace khobao::read
