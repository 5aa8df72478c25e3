#pragma once
#include <functional>
#include <string>
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::write {

/// What is done to a stored article before it is written again, such as finding its names again.
/// One object per thread. Returns the article's tokens where it made them.
using Revise = std::function<recognise::ArticleTokens(archive::Article&)>;

/// An article as it was written, with its root; index_corrupt where it cannot be read. Throws
/// Xapian errors.
Result<pipeline::ReadArticle> stored_article(const archive::LayeredIndex& index,
                                             Xapian::docid docid);

/// Hands the articles of some layers of a generation, read from their stored text, to `consume`,
/// which `threads` threads call at once. `marks`: what counts no longer; it may hold more than the
/// generation's own. `make_revise`, where it is there, makes each thread's revision.
Result<void> copy_stored_articles(const std::string& db, const archive::Generation& generation,
                                  const archive::Manifest& manifest,
                                  const std::vector<size_t>& layers,
                                  const archive::DeletionMarks& marks,
                                  const pipeline::PipelineOptions& options,
                                  const std::function<Revise()>& make_revise,
                                  const pipeline::Consume& consume);

}  // namespace khobao::write
