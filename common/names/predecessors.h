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

}  // namespace khobao::names
