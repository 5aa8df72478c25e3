#include "indexer/recognise/named_places.h"

#include <algorithm>
#include <unordered_map>

#include "common/names/name_key.h"
#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/grammar/canonical_spelling.h"
#include "indexer/recognise/surfaces.h"

namespace khobao::recognise {
namespace {

using names::Lexicon;
using names::Paragraph;
using names::Spelling;
namespace sep = names::sep;

constexpr std::string_view kCountry = "quốc gia";

struct Named {
  std::string kind;      ///< "tỉnh", "quốc gia" …; "" where neither text nor gazetteer tells
  std::string core;      ///< without its kind
  std::string bare;      ///< name_key() of `core`
  bool printed = false;  ///< the kind stands in front of it
};

class Reader {
 public:
  Reader(const Lexicon& lexicon, text::Tokenizer& tokenizer)
      : lexicon_(lexicon), tokenizer_(tokenizer) {}

  Named read(const Paragraph& paragraph, const NameSpan& span) const {
    const auto& words = paragraph.words;
    Named out;
    size_t first = span.first;
    const auto fits = [&](const Spelling& spelling, size_t at) {
      return at + spelling.words <= span.end && fits_case(spelling, words, at);
    };
    // "Sóc Sơn" is a district, no "sóc".
    const auto whole = lexicon_.place_phrases.longest(words, first, fits);
    const bool named = words[first].shape == names::Shape::capital && whole &&
                       whole.end == span.end;
    const auto begins = [&](const Spelling& spelling, size_t at) {
      return !named && at + spelling.words < span.end &&
             ((spelling.uppers & 1) == 0 || words[at].capital());
    };
    const auto level = lexicon_.level_phrases.longest(words, first, begins);
    if (level) {
      const std::string& known = lexicon_.levels[level.spelling->target];
      // "bản Lủng" is called so; "TX" is an abbreviation.
      const bool short_form = words[first].shape == names::Shape::upper || level.end == first + 1;
      std::string printed = spell(lexicon_, paragraph, first, level.end);
      const bool own_word = printed.find(' ') != std::string::npos || is_level_word(printed);
      out.kind = short_form && !own_word ? known : lower_first(printed, known);
      out.printed = true;
      first = level.end;
    }
    out.core = spell(lexicon_, paragraph, first, span.end);
    if (const auto place = lexicon_.place_phrases.longest(words, first, fits);
        place && place.end == span.end) {
      const names::Place& known = lexicon_.places[place.spelling->target];
      out.core = known.name;
      const bool sure = known.is_province() || known.province >= 0;
      if (!out.printed && sure && known.level >= 0)
        out.kind = lexicon_.levels[static_cast<size_t>(known.level)];
    } else if (const auto country = lexicon_.country_phrases.longest(words, first, fits);
               country && country.end == span.end && !out.printed) {
      out.core = lexicon_.countries[country.spelling->target];
      out.kind = kCountry;
    } else if (const auto foreign = lexicon_.foreign_phrases.longest(words, first, fits);
               foreign && foreign.end == span.end) {
      out.core = lexicon_.foreign[foreign.spelling->target];
    }
    out.bare = names::name_key(out.core, tokenizer_);
    return out;
  }

 private:
  // The words that the levels' file lists in small letters.
  bool is_level_word(const std::string& printed) const {
    const std::string key = names::name_key(printed, tokenizer_);
    return key.size() > 2;
  }
  std::string lower_first(const std::string& printed, const std::string& known) const {
    std::string key = names::name_key(printed, tokenizer_);
    return key.size() > 2 ? key : known;
  }

  const Lexicon& lexicon_;
  text::Tokenizer& tokenizer_;
};

bool is_administrative(const Named& named) { return !named.kind.empty() && named.kind != kCountry; }

}  // namespace

std::vector<names::PlaceNamed> find_places(const Lexicon& lexicon,
                                           std::span<const Paragraph> paragraphs,
                                           std::span<const NameSpan> spans,
                                           text::Tokenizer& tokenizer) {
  const Reader reader(lexicon, tokenizer);
  std::vector<std::pair<const NameSpan*, Named>> namings;
  std::unordered_map<std::string, std::string> printed_kind;  // by bare name: the first printed
  for (const NameSpan& span : spans) {
    if (span.kind != NameKind::place) continue;
    namings.emplace_back(&span, reader.read(paragraphs[span.paragraph], span));
    const Named& named = namings.back().second;
    if (named.printed) printed_kind.emplace(named.bare, named.kind);
  }
  std::vector<names::PlaceNamed> out;
  std::unordered_map<std::string, size_t> by_key;
  for (auto& [span, named] : namings) {
    if (!named.printed && named.kind != kCountry) {
      // "Bình Định" beside "tỉnh Bình Định"; what is known as a province stays one beside a town
      // of its name.
      const auto kind = printed_kind.find(named.bare);
      if (kind != printed_kind.end() && named.kind.empty()) named.kind = kind->second;
    }
    std::string name = is_administrative(named) ? named.kind + " " + named.core : named.core;
    const auto [it, fresh] = by_key.emplace(names::name_key(name, tokenizer), out.size());
    if (fresh)
      out.push_back({.name = std::move(name),
                     .kind = named.kind,
                     .mentions = 0,
                     .where = {},
                     .surfaces = {}});
    names::PlaceNamed& place = out[it->second];
    const Paragraph& paragraph = paragraphs[span->paragraph];
    const auto& words = paragraph.words;
    const size_t begin = words[span->first].begin_byte, end = words[span->end - 1].end_byte;
    ++place.mentions;
    place.where.push_back({span->paragraph, begin, end});
    std::string surface(paragraph.text.substr(begin, end - begin));
    add_surface(surface, place.surfaces);
  }
  return out;
}

}  // namespace khobao::recognise
