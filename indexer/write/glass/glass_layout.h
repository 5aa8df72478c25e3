#pragma once
/// Where things lie in a block of a Xapian table (glass_table.h draws it).
#include <cstddef>

namespace khobao::write::glass {

inline constexpr size_t kLevelPlace = 4, kMostFreePlace = 5, kAllFreePlace = 7,
                        kDirectoryEndPlace = 9, kDirectoryBegin = 11;
inline constexpr size_t kPlaceBytes = 2;  ///< of an item, in the directory
inline constexpr size_t kLeafHead = 3;    ///< flags and size, length of the key
inline constexpr size_t kPartBytes = 2;   ///< number of a part
inline constexpr size_t kBranchHead = 5;  ///< block, length of the key
inline constexpr unsigned kCompressedFlag = 0x80, kLastFlag = 0x40, kFirstFlag = 0x20;

}  // namespace khobao::write::glass
