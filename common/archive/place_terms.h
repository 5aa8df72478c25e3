#pragma once
/// Terms of what an article says of the places it names (indexer/recognise/place_ties.h). They are
/// boolean, as those of schema.h; an index without them is still right, it only knows less of where
/// communes lie.
#include <string_view>

#include "common/archive/fields.h"

namespace khobao::archive {

/// "xã Mỹ Hiệp\thuyện Phù Mỹ": lies in it.
inline constexpr std::string_view kLiesInPrefix = "XTIE";
/// "xã Đồi Sim\tphường Sim Thượng": became it; and turned round.
inline constexpr std::string_view kBecamePrefix = "XNOW";
inline constexpr std::string_view kWasPrefix = "XWAS";

static_assert(checks::every_one([](const FieldRow& row) {
                return !checks::clashes(kLiesInPrefix, row.prefix) &&
                       !checks::clashes(kBecamePrefix, row.prefix) &&
                       !checks::clashes(kWasPrefix, row.prefix);
              }) &&
                  !checks::clashes_with_schema(kLiesInPrefix) &&
                  !checks::clashes_with_schema(kBecamePrefix) &&
                  !checks::clashes_with_schema(kWasPrefix),
              "prefixes are each of one kind of terms");

}  // namespace khobao::archive
