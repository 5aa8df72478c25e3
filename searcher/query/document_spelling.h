#pragma once
/// Document numbers as users type them: in small letters, without accents, with a space for the
/// dash. Articles print them in capitals, which is what tells them there
/// (common/text/numbers/document_number.h); in a query a known kind after the number is enough.
///
///   35-ct/tw, 35 CT/TW, 35 – ct / tư, 35-ct-tw   ->  35-CT/TW
///   100/2019/nd-cp                               ->  100/2019/NĐ-CP
#include <optional>
#include <string>
#include <string_view>

namespace khobao::query {

struct TypedDocument {
  size_t end = 0;      ///< where it ends in the text
  std::string number;  ///< as print has it
};

/// The document number that begins with a digit at `pos`; nullopt where none begins there, or one
/// in its printed spelling.
std::optional<TypedDocument> read_typed_document(std::string_view text, size_t pos);

/// The text with every typed number in its printed spelling.
std::string with_printed_documents(std::string_view text);

}  // namespace khobao::query
