#pragma once
#include <iosfwd>

#include "searcher/request.h"
#include "searcher/show/render/render_options.h"

namespace khobao::show {

/// RFC 4180 with a header line:
/// rank,id,score,match,title,published,source,outlet,author,path,url,snippet, and after them the
/// fields of fields.h that have an answer_key, documents; "; " between several values. Where
/// no hits were asked for: facet,value,count.
void render_csv(const searcher::SearchResponse& response, const RenderOptions& options,
                std::ostream& out);

/// One hit a line without a heading, so that cut, awk and fzf can take it:
/// id, score, match, published, outlet, title, path, url; tabs and line ends in them are spaces.
void render_tsv(const searcher::SearchResponse& response, const RenderOptions& options,
                std::ostream& out);

/// "QUERY-ID Q0 ARTICLE-ID RANK SCORE khobao"; spaces and control characters of ids
/// percent-encoded. In date orders, which have no scores, 1/RANK stands for one.
void render_trec(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out);

}  // namespace khobao::show
