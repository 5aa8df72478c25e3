#pragma once
/// Responses as text, JSON, JSON Lines, CSV and TREC runs. Markup, colour and escaping live here
/// only.
#include <iosfwd>
#include <string>

#include "searcher/request.h"

namespace khobao::show {

/// Version of the JSON answers; raised when the meaning of a key changes, not when keys are added.
inline constexpr int kJsonSchemaVersion = 1;

/// An answer of very many hits is rendered a part of them at a time: what stands in front of hits
/// with the first part, what stands behind them with the last.
struct RenderOptions {
  bool color = false;
  size_t first_rank = 1;  ///< of the first hit: offset + 1
  std::string query_id;   ///< of TREC and batch lines
  bool first_hits = true;
  bool last_hits = true;
};

/// For people: hits with title, date, source, path and snippet, facets as bars.
void render_text(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out);

/// One object: schema_version, query, interpreted, generation, total, undated_hidden, hits, facets,
/// warnings, took_ms. Highlights are in code points of the snippet's text.
void render_json(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out);

/// One hit a line, as in the "hits" of render_json(); in batches with the query's id.
void render_jsonl(const searcher::SearchResponse& response, const RenderOptions& options,
                  std::ostream& out);

/// RFC 4180 with a header line:
/// rank,id,score,match,title,published,source,outlet,author,path,url,snippet, and behind them the
/// fields of fields.h that have an answer_key, "; " between several values.
void render_csv(const searcher::SearchResponse& response, const RenderOptions& options,
                std::ostream& out);

/// One hit a line without a heading, so that cut, awk and fzf can take it:
/// id, score, match, published, outlet, title, path, url; tabs and line ends in them are spaces.
void render_tsv(const searcher::SearchResponse& response, const RenderOptions& options,
                std::ostream& out);

/// "QUERY-ID Q0 ARTICLE-ID RANK SCORE khobao"; spaces and control characters of ids
/// percent-encoded.
void render_trec(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out);

/// A whole article, for --show.
void render_article(const archive::Article& article, bool color, std::ostream& out);

}  // namespace khobao::show
