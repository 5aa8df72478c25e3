#pragma once
/// The posts printed beside a person's name:
///
///   "Phó Chủ tịch UBND tỉnh Trần Văn Tám"            Phó Chủ tịch UBND tỉnh
///   "ông Trần Văn Tám - Trưởng phòng Tư pháp, nói"    Trưởng phòng Tư pháp
///   "bà Lê Na (Giám đốc Công ty Hoài Sơn)"            Giám đốc Công ty Hoài Sơn
#include <span>
#include <string>
#include <vector>

#include "common/names/shaped_words.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// As printed, in reading order. `spans`: the names of that paragraph; `person`: one of them.
std::vector<std::string> posts_beside(const names::Paragraph& paragraph,
                                      std::span<const NameSpan> spans, const NameSpan& person);

/// Words of the title at `pos` that ends before `end`: 2 of "bác sĩ Trần"; 0 where there is none.
size_t title_words(const names::Paragraph& paragraph, size_t pos, size_t end);

/// Whether a title stands in front of the name: "ông | Trần Văn Tám".
bool has_title(const names::Paragraph& paragraph, const NameSpan& person);

}  // namespace khobao::recognise
