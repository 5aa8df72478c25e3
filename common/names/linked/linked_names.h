#pragma once
/// The tables of names that are linked into the programs beside the gazetteer, read in place;
/// image/name_images.h says of what they are made and how they are keyed.
#include "common/base/sorted_table.h"

namespace khobao::names {

SortedTable linked_name_forms();
SortedTable linked_expansions();
SortedTable linked_place_kinds();
SortedTable linked_document_letters();

}  // namespace khobao::names
