#pragma once
/// Newspapers, agencies and portals under one name each, whatever way they are printed: by host, by
/// tag, by abbreviation (data/outlets.tsv).
///
///   "TTXVN", "vietnamplus.vn", "https://www.vietnamplus.vn/a.vnp" …    "Theo TTO" -> "Tuổi Trẻ
///   Online"
#include <string>
#include <string_view>

#include "indexer/read/lines/credits/host_name.h"

namespace khobao::read {

/// The one name of an outlet that the tables know by `printed`; "" where they don't. A host answers
/// for its subdomains.
std::string_view known_outlet(std::string_view printed);

/// The known name, else the host without "www.", else `printed` as it is.
std::string unified_outlet(std::string_view printed);

/// A credit, unified; several agencies, all of them known, are joined by ", ":
/// "AFP/TTXVN" -> "Agence France-Presse, Thông tấn xã Việt Nam".
std::string unified_credit(std::string_view printed);

/// True for the tag in front of a lede that may be an outlet's though no table has it: an acronym
/// or a name in one word with inner capitals ("VHO", "ICTPress"), no place.
bool looks_like_tag(std::string_view text);

}  // namespace khobao::read
