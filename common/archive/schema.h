#pragma once
/// What the index is made of: value slots, and the terms that are of no field. Prefixes and slots
/// of fields stand in fields.h. Changing any of it needs a new kSchemaVersion.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article.h"

namespace khobao::archive {

/// Raised with every change of slots, prefixes, streams or stored articles; an index of another
/// version is refused.
inline constexpr int kSchemaVersion = 9;

/// Value slots of a Xapian document.
enum class Slot : unsigned {
  published = 0,      ///< "202007020843" or "20200702"; "" where undated: sorts and ranges as bytes
  order = 1,          ///< order_key(): newest first, then by id; breaks ties of equal score
  stream = 2,         ///< token_stream.h, of databases without files of streams beside them
  source = 3,         ///< outlet and credit, facet id list
  organisations = 4,  ///< facet id list
  documents = 5,      ///< facet id list
  section = 6,        ///< facet id list of one
  content_hash = 7,   ///< 16 bytes, of the article's text as read
  article = 9,   ///< stored_article.h, compressed: Xapian would try to deflate document data again
  root = 10,     ///< name of the root that the article came from
  people = 11,   ///< facet id list
  places = 12,   ///< facet id list
  authors = 13,  ///< facet id list
  lines = 14,    ///< what lessons count of the article's lines (indexer/lessons/line_prints.h)
  outlet = 15,   ///< facet id list of one
  credit = 16,   ///< facet id list of one
};

/// Term prefixes, after Xapian's conventions. Words have none; terms with a prefix other than
/// kTitlePrefix are boolean filters (no wdf, so they do not lengthen the document).
inline constexpr std::string_view kTitlePrefix = "S";
inline constexpr std::string_view kIdPrefix = "Q";
/// What the article introduces as an abbreviation: "lđlđ\tliên đoàn lao động", and turned round.
/// An index without such terms is still right; it only knows fewer abbreviations.
inline constexpr std::string_view kAbbreviationPrefix = "XABB";
inline constexpr std::string_view kAbbreviatedPrefix = "XABN";
inline constexpr std::string_view kUndatedTerm = "XUNDATED";
inline constexpr std::string_view kListingTerm = "XLISTING";
/// Texts that their sources no longer have, and the article that each was one of.
inline constexpr std::string_view kKeptTerm = "XKEPT";
inline constexpr std::string_view kVersionPrefix = "XVER";

/// A term stays below Xapian's limit of 245 bytes; longer keys are replaced by their hash. The
/// result is inside the index only and never shown.
std::string prefixed_term(std::string_view prefix, std::string_view key);

/// "2020-07-02T08:43" -> "202007020843"; "" stays "".
std::string published_value(std::string_view published);

/// The inverse of published_value().
std::string published_text(std::string_view value);

/// Sorts as bytes: newest first, undated last, equal dates by id. Holds the whole id after the
/// first kOrderDateBytes bytes.
std::string order_key(std::string_view published, std::string_view id);
inline constexpr size_t kOrderDateBytes = 12;

/// A facet value by number: 48 bits of the hash of its name, so that segments, updates and shards
/// agree without a counter. Two of 100,000 names collide with a probability under 2 in 100,000.
using FacetId = uint64_t;
FacetId facet_id(std::string_view name);

/// Facet ids as one value, sorted, without repeats; and back. Bytes of a damaged value that make no
/// whole id are left out.
std::string pack_facet_ids(std::vector<FacetId> ids);
inline constexpr size_t kFacetIdBytes = 6;
size_t facet_id_count(std::string_view value);
FacetId facet_id_at(std::string_view value, size_t index);

}  // namespace khobao::archive
