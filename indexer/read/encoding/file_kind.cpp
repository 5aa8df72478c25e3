#include "indexer/read/encoding/file_kind.h"

#include "common/language/say.h"

namespace khobao::read {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  std::string_view kind;
  size_t at = 0;
};

// As the "magic" of file(1) has them.
constexpr Signature kSignatures[] = {
    {"\xFF\xD8\xFF"sv, to_translate("JPEG image")},
    {"\x89PNG\r\n\x1A\n"sv, to_translate("PNG image")},
    {"GIF87a"sv, to_translate("GIF image")},
    {"GIF89a"sv, to_translate("GIF image")},
    {"II*\0"sv, to_translate("TIFF image")},
    {"MM\0*"sv, to_translate("TIFF image")},
    {"WEBPVP8"sv, to_translate("WebP image"), 8},
    {"ftypheic"sv, to_translate("HEIF image"), 4},
    {"ftypavif"sv, to_translate("AVIF image"), 4},
    {"ftyp"sv, to_translate("video or sound"), 4},
    {"\x1A\x45\xDF\xA3"sv, to_translate("video or sound")},
    {"ID3\x03"sv, to_translate("sound")},
    {"ID3\x04"sv, to_translate("sound")},
    {"OggS\0"sv, to_translate("video or sound")},
    {"%PDF-"sv, to_translate("PDF document")},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, to_translate("document of an office program")},
    {"PK\x03\x04"sv, to_translate("ZIP archive or document of an office program")},
    {"Rar!\x1A\x07"sv, to_translate("RAR archive")},
    {"7z\xBC\xAF\x27\x1C"sv, to_translate("7z archive")},
    {"\xFD"
     "7zXZ\0"sv,
     to_translate("XZ archive")},
    {"BZh91AY&SY"sv, to_translate("BZIP2 archive")},
    {"ustar"sv, to_translate("TAR archive"), 257},
    {"SQLite format 3\0"sv, to_translate("SQLite database")},
    {"\x7F"
     "ELF"sv,
     to_translate("program")},
};

}  // namespace

std::string_view kind_without_text(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes))
      return signature.kind;
  }
  return {};
}

}  // namespace khobao::read
