#pragma once
/// The number under which facets count an organisation. It is made from the canonical name alone,
/// so that segments, updates and shards agree without a common table.
#include <cstdint>
#include <string>
#include <string_view>

namespace khobao::names {

/// The words of a name, normalised (lower case, tone marks placed), joined by single spaces; two
/// names are the same organisation when this is equal. "Uỷ ban  nhân dân" -> "ủy ban nhân dân".
std::string name_key(std::string_view name);

/// Part of the index format: FNV-1a, 64 bits (offset basis 14695981039346656037, prime
/// 1099511628211), over the bytes of name_key(name).
uint64_t facet_id(std::string_view name);

}  // namespace khobao::names
