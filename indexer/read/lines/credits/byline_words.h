#pragma once
/// The words of data/byline_words.tsv.
#include <string_view>

#include "common/base/packed_texts.h"

namespace khobao::read {

/// Those of a kind: "author", "credit" and "media" as printed, the longest first; "remark" and
/// "post" in comparison form.
PackedTexts byline_words(std::string_view kind);

}  // namespace khobao::read
