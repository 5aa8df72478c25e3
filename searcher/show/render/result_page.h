#pragma once
/// The result page of a terminal: shaped for the window, four rows a hit at most.
///
///   31 articles match (29 dated, 2 undated) · 12 ms
///   read as: khánh thành · cầu; also looked for: thông xe, cắt băng
///    1  Khánh thành cầu Bến Lội sau hai năm thi công
///       2022-09-03 07:10 · Báo Sông Kôn · UBND tỉnh Bình Định, Sở Giao thông Vận tải
///       Sáng 2-9, *cầu Bến Lội* bắc qua sông Kôn đã được *khánh thành* …
///   ── some of the words only ──
///    2  …
///   next: searcher khánh thành cầu --offset 10 · open: searcher --show '#1'
///
/// Text for pipes is render_text()'s: it depends on no window.
#include <iosfwd>
#include <string>

#include "common/base/message.h"
#include "searcher/request.h"

namespace khobao::show {

struct PageOptions {
  size_t columns = 80;  ///< of the window; lines are never longer
  size_t rows = 0;      ///< of the window: a few hits give up lines to fit; 0 where they need not
  Language language = Language::english;
  bool color = false;          ///< else matches stand between asterisks
  bool links = false;          ///< OSC 8 hyperlinks on titles, to the article's page or file
  size_t first_rank = 1;       ///< of the first hit: offset + 1
  std::string next_page = {};  ///< the command for the next page; "" where there is none
  std::string open_first =
      {};  ///< the command that opens the first hit; "" where answers are not kept
};

void render_page(const searcher::SearchResponse& response, const PageOptions& options,
                 std::ostream& out);

}  // namespace khobao::show
