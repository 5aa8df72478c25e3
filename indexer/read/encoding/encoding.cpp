#include "indexer/read/encoding/encoding.h"

#include <simdjson.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <optional>

#include "common/language/say.h"
#include "common/text/letters/byte_order_mark.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/encoding/byte_scan.h"
#include "indexer/read/encoding/encoding_detect.h"
#include "indexer/read/encoding/file_kind.h"
#include "indexer/read/encoding/font_charset.h"
#include "indexer/read/encoding/lossy_mojibake.h"
#include "indexer/read/encoding/utf16.h"

namespace khobao::read {
namespace {

using namespace std::string_view_literals;

using text::kUtf8Mark;

Error undecidable(const Message& reason) {
  return Error{.code = ErrorCode::input,
               .message = say("cannot tell the encoding: {}", reason),
               .hint = say("convert the file first, for example with 'iconv -f ENCODING -t UTF-8'")};
}

// Leaves out control characters. CR and CR LF become '\n'; the line ends that Unicode adds stay as
// they are, since inside a JSON string they are text (lines.h ends lines at them).
std::string drop_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t c = text::next_code_point(text, pos);
    if (c == '\r') {
      if (pos >= text.size() || text[pos] != '\n') out += '\n';
    } else if (c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7F) || c == 0x85 || c >= 0xA0) {
      out += text.substr(begin, pos - begin);
    }
  }
  return out;
}

std::string to_nfc(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece, status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

// What every decoded text still needs.
std::string finish(std::string text, Syntax syntax) {
  if (text.starts_with(kUtf8Mark)) text.erase(0, kUtf8Mark.size());
  if (!scan_utf8(text).needs_care) return text;
  text = drop_controls(text);
  return syntax == Syntax::json ? text : to_nfc(std::move(text));
}

bool is_binary(std::string_view bytes) {
  constexpr size_t kBytesPerNul = 500, kStrayNuls = 2;  // these are left out of a text
  const auto nuls = static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  return nuls > kStrayNuls + bytes.size() / kBytesPerNul;
}

// Valid UTF-8: nearly always as it should be. Text of Vietnamese letters without one of the block
// U+1E80 to U+1EFF is suspected of being mojibake and looked at.
Result<std::string> finish_utf8(std::string_view bytes, Syntax syntax) {
  const ByteScan scan = scan_utf8(bytes);
  if (scan.needs_care && is_binary(bytes))
    return undecidable(say("it holds NUL bytes, as binary files do"));
  if (scan.non_ascii && (!scan.vietnamese || scan.utf8_twice)) {
    const Mojibake mojibake = detect_mojibake(bytes);
    if (mojibake != Mojibake::none) return finish(mend_mojibake(bytes, mojibake), syntax);
  }
  std::string text = scan.needs_care ? finish(std::string(bytes), syntax) : std::string(bytes);
  return scan.non_ascii && syntax == Syntax::text ? mend_text(std::move(text)) : text;
}

// UTF-8 with a few broken bytes, as dumps and truncation leave them; nullopt where it is something
// else.
std::optional<std::string> mend_utf8(std::string_view bytes) {
  constexpr size_t kBytesPerFlaw = 1000;
  constexpr size_t kLettersPerFlaw = 20;  // in legacy text nearly every letter is broken UTF-8
  std::string out;
  size_t flaws = 0, letters = 0;
  for (size_t pos = 0; pos < bytes.size();) {
    const size_t begin = pos;
    const char32_t c = text::next_code_point(bytes, pos);
    if (c == text::kReplacement && pos - begin == 1) {
      // One truncated letter is one flaw.
      while (pos < bytes.size() && (static_cast<unsigned char>(bytes[pos]) & 0xC0) == 0x80) ++pos;
      ++flaws;
    } else if (c >= 0x80) {
      ++letters;
    }
    text::append_code_point(out, c);
  }
  if (flaws > 2 + bytes.size() / kBytesPerFlaw || flaws * kLettersPerFlaw > letters)
    return std::nullopt;
  return out;
}

// windows-1252 is what the world's other pages were written in; taken only where it can do no harm:
// signs such as quotation marks, or a few foreign words in plain text.
std::optional<std::string> read_windows_1252(std::string_view bytes, std::string_view declared) {
  std::string text = decode_windows_1252(bytes);
  const Plausibility plausibility = judge(text);
  if (plausibility.words == 0) return text;
  constexpr int kPlainWordsPerAccented = 20;
  const bool is_declared = declared.find("1252") != std::string_view::npos ||
                           declared.find("8859-1") != std::string_view::npos;
  if (is_declared && plausibility.words * kPlainWordsPerAccented <= plausibility.plain_words)
    return text;
  return std::nullopt;
}

bool names_old_font(std::string_view line) {
  constexpr std::string_view kFace = "<font face=\"";
  for (size_t at = line.find(kFace); at != std::string_view::npos; at = line.find(kFace, at + 1)) {
    const std::string_view families = line.substr(at + kFace.size());
    const auto font = font_of_families(families.substr(0, families.find('"')));
    if (font && font->charset) return true;
  }
  return false;
}

}  // namespace

std::string plain_text(std::string text) { return finish(std::move(text), Syntax::text); }

std::string mend_text(std::string text) {
  if (!looks_encoded_twice(text)) return text;
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = std::min(text.find('\n', pos), text.size());
    std::string line = text.substr(pos, end - pos);
    if (looks_encoded_twice(line) && detect_mojibake(line) == Mojibake::utf8_twice)
      line = mend_mojibake(line, Mojibake::utf8_twice);
    out += looks_encoded_twice(line) ? mend_lossy(line) : line;
    if (end < text.size()) out += '\n';
    pos = end + 1;
  }
  return out;
}

std::string mend_lines(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = std::min(text.find('\n', pos), text.size());
    const std::string_view line = text.substr(pos, end - pos);
    const ByteScan scan = scan_utf8(line);
    const bool suspect = scan.non_ascii && !scan.vietnamese && !names_old_font(line);
    out += suspect ? mend_mojibake(line, detect_mojibake(line)) : std::string(line);
    if (end < text.size()) out += '\n';
    pos = end + 1;
  }
  return out;
}

Result<std::string> to_utf8_text(std::string_view bytes, std::string_view declared_charset,
                                 Syntax syntax) {
  // ICU counts in 32 bits.
  constexpr size_t kLongestBytes = size_t{1} << 30;
  if (bytes.size() > kLongestBytes) {
    return Error{.code = ErrorCode::input, .message = say("the text is longer than 1 GiB"), .hint = ""};
  }
  if (const std::string_view kind = kind_without_text(bytes); !kind.empty()) {
    return Error{
        .code = ErrorCode::input, .message = say("not text ({})", translated(kind)), .hint = ""};
  }
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (const auto utf16 = detect_utf16(bytes)) {
    const std::string text = decode_utf16(bytes, *utf16);
    if (text.find('\0') != std::string::npos) return undecidable(say("UTF-16 with NUL characters"));
    return finish(text, syntax);
  }
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return finish_utf8(bytes, syntax);
  if (is_binary(bytes)) return undecidable(say("it holds NUL bytes, as binary files do"));
  if (auto mended = mend_utf8(bytes)) return finish(std::move(*mended), syntax);
  std::string declared(declared_charset);
  std::transform(declared.begin(), declared.end(), declared.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (const auto legacy = detect_legacy(bytes, legacy_charset_named(declared))) {
    return finish(decode(*legacy, bytes), syntax);
  }
  if (auto western = read_windows_1252(bytes, declared)) return finish(std::move(*western), syntax);
  return undecidable(
      declared.empty()
          ? say("not UTF-8 or UTF-16, nor Vietnamese in windows-1258, TCVN3, VNI or VISCII")
          : say("not UTF-8 or UTF-16, nor Vietnamese in windows-1258, TCVN3, VNI or VISCII "
                "(declared as '{}')",
                declared));
}

}  // namespace khobao::read
