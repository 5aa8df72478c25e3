#pragma once
/// What a search wants of every article that may be an answer, packed into one value, so that it
/// comes with the list of hits: Xapian's remote engine sends along the value that hits are sorted
/// by, while each value that is asked for later takes a way there and back.
///
///   order key, each byte 0 written as 0 1; then 0 0          sorts as the order key does (schema.h)
///   words (varint), flags (1 byte), content hash (varint length, bytes)
///   for each field of names in fields.h: number of facet ids (varint), the ids
///   number of ids of terms about places (varint), the ids
///   hash64() of all this (8 bytes, little-endian)
///   the packed token stream (token_stream.h), which has a sum of its own
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/archive/fields.h"
#include "common/base/result.h"

namespace khobao::archive {

/// The value slot of it, beside those of schema.h.
inline constexpr unsigned kCarriedSlot = 17;

struct CarriedArticle {
  std::string order;   ///< order_key()
  uint32_t words = 0;  ///< the length that Xapian gives the document
  bool undated = false, listing = false, kept = false;
  std::string_view content_hash = {};
  std::array<std::string_view, kFields.size()> facets = {};  ///< facet ids by field, as in its slot
  std::string_view place_terms = {};  ///< of each term of place_terms.h the facet_id(), as a list
  std::string_view stream = {};       ///< packed, not compared yet

  std::string_view id() const { return std::string_view(order).substr(kOrderDateBytes); }
  std::string_view facets_of(FieldId field) const { return facets[static_cast<size_t>(field)]; }
};

std::string pack_carried(const CarriedArticle& article);

/// The inverse; its views point into `bytes`, which may come from anybody. index_corrupt where they
/// are not what was written.
Result<CarriedArticle> read_carried(std::string_view bytes);

}  // namespace khobao::archive
