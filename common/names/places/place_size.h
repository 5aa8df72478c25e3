#pragma once
#include <string_view>

namespace khobao::names {

/// How large a unit of the administration is; none lies in one of its own size.
enum class PlaceSize : unsigned char { none, hamlet, commune, district, province };

/// Of a place by its kind and the rest of its name, as name_key() gives them: "thành phố" and "quy
/// nhơn" are a district, "thành phố" and "cần thơ" a province. none: no unit of Vietnam.
PlaceSize place_size(std::string_view kind, std::string_view rest);

}  // namespace khobao::names
