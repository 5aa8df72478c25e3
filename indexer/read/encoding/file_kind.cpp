#include "indexer/read/encoding/file_kind.h"

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
    {"\xFF\xD8\xFF"sv, "JPEG image"},
    {"\x89PNG\r\n\x1A\n"sv, "PNG image"},
    {"GIF87a"sv, "GIF image"},
    {"GIF89a"sv, "GIF image"},
    {"II*\0"sv, "TIFF image"},
    {"MM\0*"sv, "TIFF image"},
    {"WEBPVP8"sv, "WebP image", 8},
    {"ftypheic"sv, "HEIF image", 4},
    {"ftypavif"sv, "AVIF image", 4},
    {"ftyp"sv, "video or sound", 4},
    {"\x1A\x45\xDF\xA3"sv, "video or sound"},
    {"ID3\x03"sv, "sound"},
    {"ID3\x04"sv, "sound"},
    {"OggS\0"sv, "video or sound"},
    {"%PDF-"sv, "PDF document"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "document of an office program"},
    {"PK\x03\x04"sv, "ZIP archive or document of an office program"},
    {"Rar!\x1A\x07"sv, "RAR archive"},
    {"7z\xBC\xAF\x27\x1C"sv, "7z archive"},
    {"\xFD"
     "7zXZ\0"sv,
     "XZ archive"},
    {"BZh91AY&SY"sv, "BZIP2 archive"},
    {"ustar"sv, "TAR archive", 257},
    {"SQLite format 3\0"sv, "SQLite database"},
    {"\x7F"
     "ELF"sv,
     "program"},
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
