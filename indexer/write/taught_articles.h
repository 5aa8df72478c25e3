#pragma once
/// What the archive teaches (indexer/lessons) is learnt from the articles of the next generation
/// and applied to them: those of which a lesson takes or gives back a line are written again, and
/// marked where they lie, as corrected ones are.
///
/// What this run wrote is not read by anyone yet: its layer is written once more, with the articles
/// that changed in front, so that a run still adds one layer.
///
/// Only the first run of an archive pays for that: what furniture is shows when the last article is
/// in, and by then all are written; segments of Xapian without term lists cannot give single
/// documents up (that costs a copy), and holding every article back instead would take its memory.
/// Later runs begin with the lessons of the last (Build::expect_lessons) and write once what they
/// read, but for the few articles of lines that have become furniture since.
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
  std::unique_ptr<NewLayer> layer;   ///< that stands for the run's own now; null where that stays
};

using MakeCorrector = std::function<std::unique_ptr<recognise::Corrector>()>;

/// `layers`: of the next generation, with all its marks, the run's own `layer` last where it is
/// finished; it is finished and added where it is not and articles are to be written.
/// `make_corrector` is called once a thread, and only then.
Result<Taught> apply_lessons(const std::string& db, const pipeline::PipelineOptions& options,
                             const MakeCorrector& make_corrector, NewLayer& layer,
                             commit::CountedLayers& layers);

}  // namespace khobao::write
