#pragma once
#include <cstddef>
#include <string>

namespace khobao::show {

struct HtmlFrame;

/// What every renderer is told. Markup, colour and escaping live in this folder only. An answer of
/// very many hits is rendered a part of them at a time: what comes before the hits with the first
/// part, what comes after them with the last.
struct RenderOptions {
  bool color = false;
  size_t first_rank = 1;  ///< of the first hit: offset + 1
  std::string query_id;   ///< of TREC and batch lines
  bool by_date = false;   ///< hits come in the order of dates and have no scores
  bool byte_order_mark = false;  ///< in front of CSV, for spreadsheets
  bool facets_alone = false;     ///< no hits were asked for: CSV holds the facets
  const HtmlFrame* html = nullptr;  ///< what an HTML page says beside the answer
  bool first_hits = true;
  bool last_hits = true;
};

}  // namespace khobao::show
