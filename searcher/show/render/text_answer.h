#pragma once
#include <iosfwd>

#include "searcher/request.h"
#include "searcher/show/render/render_options.h"

namespace khobao::show {

/// For people: hits with title, date, source, path and snippet, facets as bars.
void render_text(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out);

}  // namespace khobao::show
