#include "common/names/places/place_size.h"

#include <algorithm>
#include <array>

#include "common/names/places/name_aliases.h"

namespace khobao::names {

PlaceSize place_size(std::string_view kind, std::string_view rest) {
  static constexpr std::array kHamlets = {"thôn", "ấp", "khu phố", "xóm", "làng", "bản", "buôn"};
  static constexpr std::array kCommunes = {"xã", "phường", "thị trấn", "đặc khu"};
  static constexpr std::array kDistricts = {"huyện", "quận", "thị xã"};
  const auto is = [&](const auto& kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  if (is(kHamlets)) return PlaceSize::hamlet;
  if (is(kCommunes)) return PlaceSize::commune;
  if (is(kDistricts)) return PlaceSize::district;
  if (kind == "tỉnh") return PlaceSize::province;
  if (kind != "thành phố") return PlaceSize::none;
  return is_central_city(rest) ? PlaceSize::province : PlaceSize::district;
}

}  // namespace khobao::names
