#include "indexer/read/forms/html/html_main_text.h"

namespace khobao::read {
namespace {

// A line of at least this many bytes that is not mostly link is prose: ten words or so.
constexpr size_t kShortestProseBytes = 40;

// Shares of the page's prose, in percent: what a container that says it is the article must hold,
// and what a step down into one child must keep.
constexpr size_t kNamedContainerPercent = 30;
constexpr size_t kNoCardPercent = 10;  // <article> also marks the cards of related articles
constexpr size_t kDescentPercent = 80;

class Finder {
 public:
  Finder(const HtmlTree& tree, const std::vector<HtmlSegment>& segments)
      : elements_(tree.elements()), segments_(segments) {
    found_.is_furniture.assign(elements_.size(), false);
  }

  MainText run() {
    if (elements_.empty()) return found_;
    const std::vector<size_t> prose = sum_prose();
    find_anchors(prose);
    believe_furniture(prose);
    const std::vector<size_t> article_prose = sum_prose();
    found_.container = named_container(article_prose);
    if (found_.container == kNoElement) found_.container = densest(article_prose);
    return std::move(found_);
  }

 private:
  // Elements that hold the headline, and those that hold it or a named container.
  void find_anchors(const std::vector<size_t>& prose) {
    holds_article_.assign(elements_.size(), false);
    holds_h1_.assign(elements_.size(), false);
    for (const HtmlSegment& segment : segments_) {
      if (segment.is_logo()) continue;
      if (is_in_h1(elements_, segment.element)) holds_h1_[segment.element] = true;
      if (elements_[segment.element].roles.title && !segment.is_all_link())
        holds_article_[segment.element] = true;
    }
    for (size_t e = elements_.size(); e-- > 0;) {
      const Roles& roles = elements_[e].roles;
      if (holds_h1_[e]) holds_article_[e] = true;
      if (roles.content && (roles.article_body || prose[e] * 100 >= prose[0] * kNoCardPercent)) {
        holds_article_[e] = has_named_container_ = true;
      }
      if (e == 0) break;
      if (holds_article_[e]) holds_article_[elements_[e].parent] = true;
      if (holds_h1_[e]) holds_h1_[elements_[e].parent] = true;
    }
  }

  // By element, the bytes of prose in it that are not in furniture; every text that is no link
  // where the page has no lines of that length.
  std::vector<size_t> sum_prose() const {
    std::vector<size_t> sums(elements_.size(), 0);
    for (const bool any_length : {false, true}) {
      for (const HtmlSegment& segment : segments_) {
        if (found_.is_furniture[segment.element] || segment.link_bytes * 2 >= segment.bytes)
          continue;
        if (any_length || segment.bytes >= kShortestProseBytes)
          sums[segment.element] += segment.bytes;
      }
      for (size_t e = elements_.size(); e-- > 1;) sums[elements_[e].parent] += sums[e];
      if (sums[0] > 0) break;
    }
    return sums;
  }

  void believe_furniture(const std::vector<size_t>& prose) {
    in_content_.assign(elements_.size(), false);
    for (size_t e = 0; e < elements_.size(); ++e) {
      const HtmlElement& element = elements_[e];
      const bool inherited = element.parent != kNoElement && found_.is_furniture[element.parent];
      in_content_[e] =
          element.roles.content || (element.parent != kNoElement && in_content_[element.parent]);
      // <aside> in the middle of an article may be a box of text.
      const bool is_boxed_text =
          element.roles.aside && in_content_[e] && prose[e] * 2 > element.text_bytes;
      const bool holds_article =
          holds_article_[e] || is_boxed_text || (!has_named_container_ && prose[e] * 2 > prose[0]);
      found_.is_furniture[e] = inherited || (element.roles.furniture && !holds_article);
    }
  }

  // The named container with the most prose, the outer one where they are nested; kNoElement where
  // none holds enough. Beside the <h1>, or as articleBody, any prose is enough.
  size_t named_container(const std::vector<size_t>& prose) const {
    size_t best = kNoElement;
    bool best_is_body = false;
    for (size_t e = 0; e < elements_.size(); ++e) {
      const Roles& roles = elements_[e].roles;
      if (!roles.content || found_.is_furniture[e] || prose[e] == 0) continue;
      const bool is_enough =
          roles.article_body || holds_h1_[e] || prose[e] * 100 >= prose[0] * kNamedContainerPercent;
      if (!is_enough || (best_is_body && !roles.article_body)) continue;
      if (best == kNoElement || prose[e] > prose[best] || (roles.article_body && !best_is_body)) {
        best = e;
        best_is_body = roles.article_body;
      }
    }
    return best;
  }

  // From the root down, as long as one child with lines of its own keeps nearly all of the prose.
  size_t densest(const std::vector<size_t>& prose) const {
    size_t at = 0;
    for (size_t e = 1; e < elements_.size(); ++e) {
      const bool is_child = elements_[e].parent == at;
      if (is_child && elements_[e].holds_block && prose[e] > 0 &&
          prose[e] * 100 >= prose[at] * kDescentPercent) {
        at = e;
      }
    }
    return at;
  }

  const std::vector<HtmlElement>& elements_;
  const std::vector<HtmlSegment>& segments_;
  std::vector<bool> holds_h1_, holds_article_, in_content_;
  bool has_named_container_ = false;
  MainText found_;
};

}  // namespace

MainText find_main_text(const HtmlTree& tree, const std::vector<HtmlSegment>& segments) {
  return Finder(tree, segments).run();
}

}  // namespace khobao::read
