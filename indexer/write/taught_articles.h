#pragma once
/// What the archive teaches (indexer/lessons) is learnt from the articles of the next generation
/// and applied to them: those of which a lesson takes or gives back a line are written again, and
/// marked where they lie, as corrected ones are.
///
/// What this run wrote is not a layer yet, but segments: what is learnt of them comes before they
/// are merged, and the articles that changed are left out of the merge and written once more,
/// behind the others. So a run writes one layer, once.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indexer/commit/statistics_builder.h"
#include "indexer/lessons/lessons.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/recognise/corrector.h"
#include "indexer/write/new_layer.h"

namespace khobao::write {

struct Taught {
  lessons::Lessons lessons;          ///< of dates those with doubts
  uint64_t rewritten = 0;            ///< articles
  std::vector<std::string> doubted;  ///< ids of those whose datelines are doubted from now on
};

using MakeCorrector = std::function<std::unique_ptr<recognise::Corrector>()>;

/// `layers`: of the next generation but the run's own, with all marks. `layer`: the run's own, not
/// finished; articles are written into it. `make_corrector` is called once a thread, and only then.
Result<Taught> apply_lessons(const std::string& db, const pipeline::PipelineOptions& options,
                             const MakeCorrector& make_corrector, NewLayer& layer,
                             commit::CountedLayers& layers);

}  // namespace khobao::write
