#pragma once
/// Supplies what names leave out, from the rest of the article:
///
///   "HĐND, UBND tỉnh Bình Định"           both are the province's
///   "UBND tỉnh" in an article of Quy Nhơn  Bình Định's; Gia Lai's since July 2025
///   "Phòng Cảnh sát hình sự"              of the police named beside it
///   "Chính phủ" in an article on Kosovo    Kosovo's
#include <span>
#include <string>

#include "common/names/gazetteer.h"
#include "indexer/recognise/grammar/found.h"
#include "indexer/recognise/grammar/place_context.h"

namespace khobao::recognise {

/// Completes the names of an article in place; what stays incomplete is dropped or stays as
/// printed.
void complete(const names::Gazetteer& gazetteer, const PlaceContext& places,
              std::span<const names::Paragraph> paragraphs, Reading& reading);

/// The canonical name of a completed name.
std::string canonical_name(const names::Gazetteer& gazetteer, const Reading& reading,
                           const Found& found);

}  // namespace khobao::recognise
