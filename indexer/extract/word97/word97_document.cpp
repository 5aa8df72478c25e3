#include "indexer/extract/word97/word97_document.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "common/language/say.h"
#include "common/text/letters/utf8.h"
#include "common/text/letters/windows_1252.h"
#include "indexer/extract/markup_writer.h"
#include "indexer/extract/word97/compound_file.h"
#include "indexer/extract/word97/property_set.h"
#include "indexer/extract/word97/word97_styles.h"

namespace khobao::extract {
namespace {

// Places in the file's header (FIB) of a table's place and length in the stream of tables.
constexpr size_t kStylesAt = 0xA2, kRunPagesAt = 0xFA, kParagraphPagesAt = 0x102, kFontsAt = 0x112,
                 kPiecesAt = 0x1A2;
constexpr size_t kPageBytes = 512;

// Runs or paragraphs that share their properties, by where they end in the stream.
template <class Properties>
using Spans = std::map<uint64_t, Properties>;

// What stands at a place of the stream; nothing where no span holds it.
template <class Properties>
const Properties* at_place(const Spans<Properties>& spans, uint64_t place) {
  const auto found = spans.upper_bound(place);
  return found == spans.end() ? nullptr : &found->second;
}

// Calls `take(begin, end, page, i)` for each span of each page that a table of pages lists.
template <class Take>
void each_span(std::string_view stream, std::string_view pages, const Take& take) {
  constexpr uint64_t kPageNumber = 0x3FFFFF;
  if (pages.size() < 4) return;
  const size_t count = (pages.size() - 4) / 8;
  for (size_t i = 0; i < count; ++i) {
    const uint64_t at = (number_at(pages, 4 * (count + 1 + i), 4) & kPageNumber) * kPageBytes;
    if (at + kPageBytes > stream.size()) continue;
    const std::string_view page = stream.substr(at, kPageBytes);
    const size_t spans = static_cast<unsigned char>(page.back());
    if (4 * (spans + 1) > kPageBytes) continue;
    for (size_t j = 0; j < spans; ++j) take(number_at(page, 4 * (j + 1), 4), page, spans, j);
  }
}

Spans<RunProperties> run_spans(std::string_view stream, std::string_view pages) {
  Spans<RunProperties> spans;
  each_span(stream, pages, [&](uint64_t end, std::string_view page, size_t count, size_t i) {
    const size_t at = 2 * number_at(page, 4 * (count + 1) + i, 1);
    spans[end] = at == 0 ? RunProperties()
                         : run_properties(page.substr(std::min(at + 1, page.size()),
                                                      number_at(page, at, 1)));
  });
  return spans;
}

Spans<size_t> paragraph_styles(std::string_view stream, std::string_view pages) {
  constexpr size_t kParagraphBytes = 13;
  Spans<size_t> spans;
  each_span(stream, pages, [&](uint64_t end, std::string_view page, size_t count, size_t i) {
    const size_t at = 2 * number_at(page, 4 * (count + 1) + kParagraphBytes * i, 1);
    const bool long_form = number_at(page, at, 1) == 0;
    spans[end] = at == 0 ? 0 : number_at(page, at + (long_form ? 2 : 1), 2);
  });
  return spans;
}

struct Piece {
  uint64_t letters = 0, at = 0;  // `at`: its first byte in the stream
  bool wide = false;
};

std::vector<Piece> pieces_of(std::string_view table) {
  constexpr uint64_t kProperties = 1, kPieces = 2, kNarrow = uint64_t{1} << 30;
  size_t at = 0;
  while (number_at(table, at, 1) == kProperties && at < table.size())
    at += 3 + number_at(table, at + 1, 2);
  std::vector<Piece> pieces;
  if (number_at(table, at, 1) != kPieces) return pieces;
  const std::string_view list = table.substr(std::min(at + 5, table.size()), number_at(table, at + 1, 4));
  if (list.size() < 4) return pieces;
  const size_t count = (list.size() - 4) / 12;
  for (size_t i = 0; i < count; ++i) {
    const uint64_t begin = number_at(list, 4 * i, 4), end = number_at(list, 4 * (i + 1), 4);
    const uint64_t place = number_at(list, 4 * (count + 1) + 8 * i + 2, 4);
    if (end < begin) break;
    const bool wide = (place & kNarrow) == 0;
    pieces.push_back({end - begin, wide ? place : (place & ~kNarrow) / 2, wide});
  }
  return pieces;
}

class Word97Reader {
 public:
  Word97Reader(std::string_view stream, std::string_view tables, size_t most_bytes)
      : stream_(stream),
        most_bytes_(most_bytes),
        fonts_(font_names(table(tables, kFontsAt))),
        styles_(table(tables, kStylesAt)),
        runs_(run_spans(stream, table(tables, kRunPagesAt))),
        paragraphs_(paragraph_styles(stream, table(tables, kParagraphPagesAt))),
        pieces_(pieces_of(table(tables, kPiecesAt))) {}

  /// Nothing where the tables do not say where the text is.
  std::optional<std::string> page() {
    constexpr size_t kLettersAt = 0x4C;  // of the main text; notes and headers follow
    uint64_t left = number_at(stream_, kLettersAt, 4);
    if (pieces_.empty() || left == 0) return std::nullopt;
    for (const Piece& piece : pieces_) {
      const uint64_t letters = std::min(piece.letters, left);
      read(piece, letters);
      left -= letters;
    }
    flush();
    return out_.page();
  }

 private:
  std::string_view table(std::string_view tables, size_t place) const {
    const uint64_t at = number_at(stream_, place, 4), bytes = number_at(stream_, place + 4, 4);
    return at < tables.size() ? tables.substr(at, bytes) : std::string_view();
  }

  void read(const Piece& piece, uint64_t letters) {
    const size_t bytes = piece.wide ? 2 : 1;
    char32_t high = 0;
    for (uint64_t i = 0; i < letters && taken_ < most_bytes_; ++i) {
      const uint64_t at = piece.at + i * bytes;
      if (at + bytes > stream_.size()) return;
      const uint64_t unit = number_at(stream_, at, bytes);
      if (unit >= 0xD800 && unit < 0xDC00) {
        high = static_cast<char32_t>(unit);
        continue;
      }
      char32_t letter = piece.wide ? static_cast<char32_t>(unit)
                                   : text::from_windows_1252(static_cast<unsigned char>(unit));
      if (unit >= 0xDC00 && unit < 0xE000)
        letter = high == 0 ? 0xFFFD : 0x10000 + ((high - 0xD800) << 10) + (letter - 0xDC00);
      high = 0;
      take(letter, at);
    }
  }

  void take(char32_t letter, uint64_t at) {
    constexpr char32_t kCell = 0x07, kBreak = 0x0B, kPage = 0x0C, kEnd = 0x0D, kFieldBegin = 0x13,
                       kFieldResult = 0x14, kFieldEnd = 0x15, kHyphen = 0x1E;
    // Codes of fields are passed over, and what stands in their place is read; they may be nested.
    if (letter == kFieldBegin) in_code_.push_back(true);
    if (letter == kFieldResult && !in_code_.empty()) in_code_.back() = false;
    if (letter == kFieldEnd && !in_code_.empty()) in_code_.pop_back();
    if (letter == kEnd || letter == kCell || letter == kPage) return end_block();
    if (std::find(in_code_.begin(), in_code_.end(), true) != in_code_.end()) return;
    if (letter == kBreak) {
      open_block(at);
      flush();
      return out_.line_break();
    }
    if (letter == kHyphen) letter = '-';
    if (letter == '\t') letter = ' ';
    if (letter < ' ') return;  // pictures, notes, soft hyphens
    // Fonts of symbols have their letters there.
    if (letter >= 0xF020 && letter <= 0xF0FF)
      letter = text::from_windows_1252(static_cast<unsigned char>(letter & 0xFF));
    const RunProperties* const run = at_place(runs_, at);
    if (run && run->deleted) return;
    open_block(at);
    if (run != run_) {
      flush();
      run_ = run;
      font_ = font_of(run);
    }
    text::append_code_point(text_, letter);
    ++taken_;
  }

  void open_block(uint64_t at) {
    if (open_) return;
    open_ = true;
    const size_t* const style = at_place(paragraphs_, at);
    style_ = style ? *style : 0;
    out_.begin_block(styles_.element_of(style_));
    run_ = nullptr;
    font_ = font_of(nullptr);
  }

  void end_block() {
    flush();
    out_.end_block();
    open_ = false;
  }

  void flush() {
    out_.text(text_, font_);
    text_.clear();
  }

  std::string font_of(const RunProperties* run) const {
    std::optional<uint16_t> font = run ? run->font : std::nullopt;
    if (!font && run && run->style) font = styles_.font_of(*run->style);
    if (!font) font = styles_.font_of(style_);
    return font && *font < fonts_.size() ? fonts_[*font] : "";
  }

  std::string_view stream_;
  size_t most_bytes_, taken_ = 0;
  std::vector<std::string> fonts_;
  Word97Styles styles_;
  Spans<RunProperties> runs_;
  Spans<size_t> paragraphs_;
  std::vector<Piece> pieces_;

  MarkupWriter out_;
  std::string text_, font_;
  const RunProperties* run_ = nullptr;
  size_t style_ = 0;
  bool open_ = false;
  std::vector<bool> in_code_;
};

}  // namespace

Result<std::optional<Document>> read_word97_document(std::string_view bytes, size_t most_bytes) {
  const std::string kMain = "WordDocument", kProperties = "\x05SummaryInformation";
  auto streams = compound_streams(bytes, {kMain, "0Table", "1Table", kProperties});
  if (!streams) return std::optional<Document>();
  constexpr uint64_t kWord = 0xA5EC, kFirstVersion = 0xC1, kLocked = 0x100, kSecondTable = 0x200;
  constexpr size_t kVersionAt = 2, kFlagsAt = 10;
  const std::string& main = (*streams)[kMain];
  const uint64_t flags = number_at(main, kFlagsAt, 2);
  if (number_at(main, 0, 2) != kWord) return std::optional<Document>();
  if ((flags & kLocked) != 0) return Error{ErrorCode::input, say("it is locked with a password"), ""};
  if (number_at(main, kVersionAt, 2) < kFirstVersion) return std::optional<Document>();
  const std::string& tables = (*streams)[(flags & kSecondTable) != 0 ? "1Table" : "0Table"];
  auto page = Word97Reader(main, tables, most_bytes).page();
  if (!page) return std::optional<Document>();
  Document document{.is_html = true, .text = std::move(*page), .title = {}, .author = {}, .created = {}};
  read_property_set((*streams)[kProperties], document);
  return std::optional(std::move(document));
}

}  // namespace khobao::extract
