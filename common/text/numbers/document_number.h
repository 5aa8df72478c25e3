#pragma once
/// Document numbers as tokens: party style N-KIND/ISSUER (35-CT/TW), state style N/YEAR/KIND-ISSUER
/// (100/2019/NĐ-CP) and N/KIND-ISSUER (1234/QĐ-UBND). Every dash and spacing gives one term:
/// "35 – CT / TƯ", "35-CT/TW" -> 35-ct/tw, "04-NQ/TW" -> 4-nq/tw. What a number means (kind,
/// issuer, term of office) is for common/names.
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace khobao::text {

/// Reads the document number that begins with the digits at `pos`, appending the compound and its
/// parts, and returns where it ends; `pos` where none begins there.
size_t read_document_number(std::string_view text, size_t pos, std::vector<Token>& out);

}  // namespace khobao::text
