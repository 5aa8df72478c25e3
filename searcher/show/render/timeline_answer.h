#pragma once
/// Timelines for people and programs.
///
///   lúa gạo: 40 articles match, a month a line
///     2020-06  12  ███████████████
///     2020-07   0
///     2020-08  28  ███████████████████████████████████  Lúa gạo được giá
///                  0         8         16        24        32
#include <iosfwd>

#include "common/base/message.h"
#include "searcher/timeline.h"

namespace khobao::show {

struct TimelineOptions {
  size_t columns = 0;  ///< of the window; 0: bars of kBarColumns
  Language language = Language::english;
  bool color = false;
  bool per_mille = false;  ///< bars are shares of the archive's articles of the time
};

void render_timeline_text(const searcher::Timeline& timeline, const TimelineOptions& options,
                          std::ostream& out);

/// One object: schema_version, step, series [{query, total, undated}], points [{date, counts
/// [number of each series], archive}], peaks [{date, id, title, published}].
void render_timeline_json(const searcher::Timeline& timeline, std::ostream& out);

/// date, one column of counts a series under its query, archive where it was counted, and the
/// peak's id and title; undated articles in a last line.
void render_timeline_csv(const searcher::Timeline& timeline, bool byte_order_mark,
                         std::ostream& out);

}  // namespace khobao::show
