#include "indexer/recognise/grammar/canonical_spelling.h"

#include <unicode/uchar.h>

#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"

namespace khobao::recognise {
namespace {

// The word with its tone mark placed and its capitals kept; words of a shouting line get one
// capital.
std::string spell_word(std::string_view surface, const names::Word& word, bool shouting) {
  if (word.shape == names::Shape::number) return std::string(surface);
  if (word.shape == names::Shape::upper && !shouting) return text::compose(surface);
  std::string normal = text::normalise_word(surface);
  if (word.shape == names::Shape::lower) return normal;
  const std::u32string printed = text::to_code_points(text::compose(surface));
  std::u32string letters = text::to_code_points(normal);
  for (size_t i = 0; i < letters.size(); ++i) {
    const bool capital =
        i == 0 || (!shouting && i < printed.size() && printed.size() == letters.size() &&
                   u_isupper(static_cast<UChar32>(printed[i])));
    if (capital) letters[i] = static_cast<char32_t>(u_toupper(static_cast<UChar32>(letters[i])));
  }
  return text::to_utf8(letters);
}

// `expanded`: what stands before it was an abbreviation, whose full stop goes with it ("TP. HCM").
std::string_view separator(uint16_t before, bool expanded) {
  const bool spaced = before & names::sep::kSpace;
  if (expanded && (before & names::sep::kDot) != 0) return " ";
  if (expanded && before == names::sep::kAmpersand) return " và ";  // "TM&DV"
  if (before & names::sep::kDash) return spaced ? " - " : "-";
  if (before & names::sep::kAmpersand) return spaced ? " & " : "&";
  if (before & names::sep::kComma) return ", ";
  if (before & names::sep::kDot) return spaced ? ". " : ".";
  return " ";
}

}  // namespace

std::string spell(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t from,
                  size_t end) {
  std::string out;
  const auto& words = paragraph.words;
  bool expanded = false;
  for (size_t pos = from; pos < end;) {
    if (pos > from) out += separator(words[pos].before, expanded);
    expanded = false;
    if (words[pos].shape == names::Shape::upper &&
        paragraph.surface(words[pos]).find('.') == std::string_view::npos) {
      const auto match = lexicon.expansion_phrases.longest(
          words, pos, [&](const names::Spelling& spelling, size_t at) {
            for (size_t i = 0; i < spelling.words; ++i) {
              if (words[at + i].shape != names::Shape::upper) return false;
            }
            return at + spelling.words <= end;
          });
      if (match) {
        out += lexicon.expansions[match.spelling->target];
        pos = match.end;
        expanded = true;
        continue;
      }
    }
    out += spell_word(paragraph.surface(words[pos]), words[pos], paragraph.shouting);
    ++pos;
  }
  return out;
}

}  // namespace khobao::recognise
