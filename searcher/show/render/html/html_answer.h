#pragma once
/// One HTML file that holds an answer: what was asked and how it was read, the matches over time as
/// SVG and as a table, facets, hits. It needs no other file, no network and no scripts, follows the
/// reader's light or dark scheme, prints on A4, and is in Vietnamese as its readers are, unless the
/// user chose English.
///
///   the bar of 2020-07   ->   #t-2020-07, the articles of that month   ->   #h-3, the third hit
///   a facet's third bar  ->   #f-org-3, the articles that name it
#include <iosfwd>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "searcher/request.h"
#include "searcher/show/render/render_options.h"
#include "searcher/timeline.h"

namespace khobao::show {

/// An article of a bar.
struct ListedArticle {
  std::string id, title, published;
};

/// What the page says beside the answer.
struct HtmlFrame {
  std::string command;  ///< that makes the page again, as one could type it
  Language language = Language::vietnamese;
  std::string made;     ///< the day on which it was made, YYYY-MM-DD
  searcher::Timeline timeline;
  std::map<std::string, std::vector<ListedArticle>> by_date;  ///< by Timeline::dates
  /// By the values of the response's facets.
  std::map<std::pair<archive::FieldId, std::string>, std::vector<ListedArticle>> by_value;
  bool listed_cut = false;  ///< there are more articles than are listed
  bool whole_text = false;   ///< hits hold their articles' text
};

/// `options.html` is the frame; without one, the page has no timeline. All hits must be in the
/// response: the page is written in one piece.
void render_html(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out);

}  // namespace khobao::show
