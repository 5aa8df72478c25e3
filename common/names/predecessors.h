#pragma once
/// What a body replaced:
///
///   Bộ Xây dựng                     Bộ Giao thông vận tải                    (data files)
///   Sở Xây dựng tỉnh Gia Lai        Sở Giao thông vận tải tỉnh Gia Lai       (as its ministry)
///                                   Sở Xây dựng tỉnh Bình Định …             (province merged)
///   Thành ủy Cần Thơ                Tỉnh ủy Hậu Giang, Tỉnh ủy Sóc Trăng
#include <string>
#include <string_view>
#include <vector>

#include "common/names/gazetteer.h"

namespace khobao::names {

/// The canonical names that `name` replaced, and those that they replaced; nearest first. Bodies
/// of a province replaced those of the provinces merged into it, its departments those of the
/// ministries merged.
std::vector<std::string> predecessors(const Gazetteer& gazetteer, std::string_view name);

/// A place that is the same ground under another name.
struct RelatedPlace {
  std::string name;
  std::string_view from;  ///< only in what was published since that day, YYYY-MM-DD; "" always

  bool operator==(const RelatedPlace&) const = default;
};

/// The places that a place was or became, nearest first:
///
///   tỉnh Gia Lai          tỉnh Bình Định                  (merged in July 2025)
///   tỉnh Bình Định        tỉnh Gia Lai since 2025-07-01   (which is a larger one)
///   thành phố Phổ Yên     huyện, thị xã Phổ Yên           (raised)
///   thành phố Thủ Đức     quận 2, quận 9, quận Thủ Đức    (data/district_changes.tsv; both ways)
std::vector<RelatedPlace> related_places(const Gazetteer& gazetteer, std::string_view place);

}  // namespace khobao::names
