#pragma once
/// What two articles have differently, as text or JSON ('searcher --diff ID ID').
///
///   - cau  2020-07-02 08:43 · Báo Sông Kôn
///   + cau-2  2020-07-02 10:00 · Báo Hồ Mây
///
///     … 3 sentences are the same
///   ~ Xã Đồng Mây [-khánh thành-] {+đưa vào sử dụng+} cầu Bến Lội
///   - Dự lễ có bà con hai bờ.
///   + Cầu tốn 12 tỷ đồng.
///   > stands elsewhere
///
/// In colours, words that went are red and those that came are green, without brackets.
#include <iosfwd>
#include <vector>

#include "common/archive/article.h"
#include "common/base/message.h"
#include "searcher/reposts/text_diff.h"

namespace khobao::show {

struct ArticleDiff {
  archive::Article first, second;
  std::vector<reposts::SentenceChange> changes;
};

void render_diff(const ArticleDiff& diff, bool color, Language language, std::ostream& out);

/// One object: the two ids, whether anything differs, and the changes as SentenceChange has them.
void render_diff_json(const ArticleDiff& diff, std::ostream& out);

}  // namespace khobao::show
