#pragma once
/// The ways in which an article writes a name.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace khobao::recognise {

inline constexpr size_t kMaxSurfaces = 20;  ///< of one name in one article

/// Notes a way that was not seen yet, as long as there are not too many.
inline void add_surface(std::string_view surface, std::vector<std::string>& surfaces) {
  if (surfaces.size() < kMaxSurfaces &&
      std::find(surfaces.begin(), surfaces.end(), surface) == surfaces.end())
    surfaces.emplace_back(surface);
}

}  // namespace khobao::recognise
