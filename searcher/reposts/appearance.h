#pragma once
/// What an index tells of near copies without reading their texts: when and where each appeared.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/base/message.h"
#include "searcher/index.h"
#include "searcher/reposts/first_printing.h"
#include "searcher/request.h"

namespace khobao::reposts {

struct Appearance {
  std::vector<uint32_t> docids;  ///< the first printing first, where it is known, then by date
  std::optional<First> first;    ///< its place is 0
  Message note;                  ///< who was first and how that is known, or that it is not
};

/// `docids`: by date, as archive::RepostGroups has them. Throws Xapian errors.
Appearance appearance_of(const searcher::Index& index, std::span<const uint32_t> docids);

/// What a hit says of its reposts; nothing where it has none. Throws Xapian errors.
std::optional<searcher::HitReposts> reposts_of(const searcher::Index& index, uint32_t docid);

}  // namespace khobao::reposts
