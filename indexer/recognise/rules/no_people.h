#pragma once
/// What is named like a person and is none:
///
///   Toyota Vios, Hyundai Accent            goods that begin with their maker's name
///   Xuân Đinh Dậu, Kỷ Hợi                  a year
///   cô Minh Hải | Tối 21.6, tập 9          the next sentence
#include "common/names/gazetteer.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// `person`: a span of the paragraph. What has a title or a post beside it is a person.
bool is_no_person(const names::Gazetteer& gazetteer, const names::Paragraph& paragraph,
                  const NameSpan& person);

/// Where the name ends that goes on over the beginning of another sentence.
size_t person_end(const names::Paragraph& paragraph, const NameSpan& person);

}  // namespace khobao::recognise
