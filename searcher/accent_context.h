#pragma once
/// Judges the readings of unaccented words anew, by how they stand in the articles that hold them.
///
///   tram canh dieu   trăm cảnh điều by pairs of the whole archive   ->   trăm cánh diều
///
/// A word's chance behind two others is that in those articles, smoothed by the pair's chance
/// there, which is smoothed by its chance in the archive. On 400 headlines, not indexed, 95.9 % of
/// syllables come out right instead of 94.3 %, of four words from them 90.4 % instead of 89.1 %.
#include "searcher/accent_restoration.h"
#include "searcher/reading_counts.h"

namespace khobao::searcher {

/// `readings` as the archive's pairs weigh them; `counts`: of the same readings. The result is
/// sorted and weighted as AccentRestoration::read() does. At least two words.
WordReadings read_in_context(const WordReadings& readings, const ReadingCounts& counts,
                             const AccentRestoration& restoration);

}  // namespace khobao::searcher
