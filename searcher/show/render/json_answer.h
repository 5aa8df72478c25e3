#pragma once
#include <iosfwd>

#include "searcher/request.h"
#include "searcher/show/render/render_options.h"

namespace khobao::show {

/// Version of the JSON answers; raised when the meaning of a key changes, not when keys are added.
inline constexpr int kJsonSchemaVersion = 1;

/// One object: schema_version, query, interpreted, generation, total, undated_hidden, hits, facets,
/// warnings, took_ms. Highlights are in code points of the snippet's text.
void render_json(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out);

/// One hit a line, as in the "hits" of render_json(); in batches with the query's id.
void render_jsonl(const searcher::SearchResponse& response, const RenderOptions& options,
                  std::ostream& out);

}  // namespace khobao::show
