#include "indexer/recognise/named_places.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/grammar/canonical_spelling.h"
#include "indexer/recognise/surfaces.h"

namespace khobao::recognise {
namespace {

using names::Lexicon;
using names::Paragraph;
using names::Spelling;
namespace sep = names::sep;

constexpr std::string_view kCountry = "quốc gia", kVietnam = "Việt Nam";

struct Named {
  std::string kind;      ///< "tỉnh", "quốc gia" …; "" where neither text nor gazetteer tells
  std::string core;      ///< without its kind
  std::string bare;      ///< name_key() of `core`
  bool printed = false;  ///< the kind stands in front of it
  /// The kind that a list shares: "các quận Tân Phú, Bình Tân", "đường Hàng Sen, Hàng Cói".
  std::string shared;
};

constexpr size_t kMostAnnounced = 16;  // words from "các đường" to "như"
constexpr std::string_view kStreets[] = {"đường", "phố"};
constexpr std::string_view kListed[] = {"quận", "huyện", "phường", "xã", "thị trấn", "thôn"};

bool is_street(std::string_view kind) {
  return std::find(std::begin(kStreets), std::end(kStreets), kind) != std::end(kStreets);
}

class Reader {
 public:
  Reader(const Lexicon& lexicon, names::NameKeys& keys) : lexicon_(lexicon), keys_(keys) {}

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
      const std::string_view known = lexicon_.levels[level.spelling->target];
      // "bản Lủng" is called so; "TX" is an abbreviation.
      const bool short_form = words[first].shape == names::Shape::upper || level.end == first + 1;
      std::string printed = spell(lexicon_, paragraph, first, level.end);
      const bool own_word = printed.find(' ') != std::string::npos || is_level_word(printed);
      out.kind = short_form && !own_word ? std::string(known) : lower_first(printed, known);
      out.printed = true;
      first = level.end;
    }
    // "nước Anh" is the country.
    if (!level && span.end > first + 1 && paragraph.surface(words[first]) == "nước" &&
        lexicon_.country_phrases.longest(words, first + 1, fits).end == span.end)
      ++first;
    out.core = spell(lexicon_, paragraph, first, span.end);
    if (const auto place = lexicon_.place_phrases.longest(words, first, fits);
        place && place.end == span.end) {
      const names::Place& known = lexicon_.places[place.spelling->target];
      out.core = lexicon_.text(known.name);
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
    if (out.core == "Việt" && !out.printed) out.core = kVietnam, out.kind = kCountry;  // "người Việt"
    out.bare = keys_.of(out.core);
    return out;
  }

  /// The kind that a bare place has from the list in which it stands; "" where from none. `before`:
  /// the place named before it in the paragraph, null where there is none.
  std::string shared_kind(const Paragraph& paragraph, const NameSpan& span, const Named& named,
                          const NameSpan* before_span, const Named* before) const {
    const auto& words = paragraph.words;
    if (std::string street = street_of(named); !street.empty()) return street;
    if (named.printed) return is_listed(named.kind) && opens_list(paragraph, span.first) ? named.kind : "";
    if (names_kind(named)) return {};
    std::string kind = kind_in_front(paragraph, span);
    if (is_listed(kind)) return kind;  // "các xã Cát Hải", whatever the gazetteer knows
    if (kind.empty()) kind = announced_kind(paragraph, span);
    if (kind.empty() && before != nullptr && !before->shared.empty()) {
      const bool comma = before_span->end == span.first &&
                         (words[span.first].before & (sep::kComma | sep::kDash)) != 0;
      const bool joined = before_span->end + 1 == span.first &&
                          paragraph.surface(words[before_span->end]) == "và";
      if (comma || joined) kind = before->shared;
    }
    if (kind.empty() || named.kind == kCountry) return {};
    // What the gazetteer knows is what it is: "phường Hàng Sen, Ba Đình".
    if (!named.kind.empty() && named.kind != kind) return {};
    const auto known = lexicon_.place_phrases.longest(
        words, span.first,
        [&](const Spelling& spelling, size_t at) { return fits_case(spelling, words, at); });
    if (known && known.end == span.end) {
      const names::Place& place = lexicon_.places[known.spelling->target];
      if (place.level < 0 || lexicon_.levels[static_cast<size_t>(place.level)] != kind) return {};
    }
    return kind;
  }

  /// The kind that opens a list or names a street, right in front of a bare place; "" for none.
  std::string kind_in_front(const Paragraph& paragraph, const NameSpan& span) const {
    const auto& words = paragraph.words;
    if (span.first == 0 || words[span.first].before != sep::kSpace) return {};
    std::string word(paragraph.surface(words[span.first - 1]));
    const bool listed = is_listed(word) && opens_list(paragraph, span.first - 1);
    return listed || is_street(word) ? word : std::string();
  }

 private:
  // "Quốc lộ 51", "Phố Huế", "vùng Đồi Sim" say themselves what they are.
  bool names_kind(const Named& named) const {
    static constexpr std::string_view kWords[] = {"quốc", "tỉnh", "phố", "đường", "đại", "vùng",
                                                  "khu",  "cao",  "sông", "núi",  "cầu", "hồ"};
    const std::string first(named.bare.substr(0, named.bare.find(' ')));
    return std::find(std::begin(kWords), std::end(kWords), first) != std::end(kWords);
  }
  static bool is_listed(std::string_view kind) {
    return std::find(std::begin(kListed), std::end(kListed), kind) != std::end(kListed);
  }
  // "các | quận", "hai | xã"
  bool opens_list(const Paragraph& paragraph, size_t kind_at) const {
    if (kind_at == 0 || paragraph.words[kind_at].before != sep::kSpace) return false;
    const names::Word& word = paragraph.words[kind_at - 1];
    return lexicon_.has(word.symbol, names::role::kPlural) || word.shape == names::Shape::number ||
           paragraph.surface(word) == "hai" || paragraph.surface(word) == "ba";
  }
  // "các tuyến đường ở quận 1 như | Tôn Đức Thắng", "145 | Hàng Sen, phường 2"
  std::string announced_kind(const Paragraph& paragraph, const NameSpan& span) const {
    const auto& words = paragraph.words;
    const size_t first = span.first;
    if (first == 0 || words[first].before != sep::kSpace) return {};
    const names::Word& last = words[first - 1];
    const bool address =
        span.end < words.size() && (words[span.end].before & (sep::kComma | sep::kClose)) != 0;
    if (last.shape == names::Shape::number && address) return std::string(kStreets[0]);
    const std::string_view word = paragraph.surface(last);
    if (word != "như" && word != "là" && word != "gồm") return {};
    for (size_t back = 2; back <= std::min(first, kMostAnnounced); ++back) {
      const size_t at = first - back;
      std::string kind(paragraph.surface(words[at]));
      const bool known = is_street(kind) || is_listed(kind);
      const bool routes = at > 0 && paragraph.surface(words[at - 1]) == "tuyến";
      if (known && (opens_list(paragraph, at) || (routes && opens_list(paragraph, at - 1))))
        return kind;
      if (words[at].sentence) break;
    }
    return {};
  }
  static std::string street_of(const Named& named) {
    for (const std::string_view street : kStreets) {
      if (named.core.starts_with(std::string(street) + " ")) return std::string(street);
    }
    return {};
  }
  // The words that the levels' file lists in small letters.
  bool is_level_word(const std::string& printed) const {
    return keys_.of(printed).size() > 2;
  }
  std::string lower_first(const std::string& printed, std::string_view known) const {
    const std::string& key = keys_.of(printed);
    return key.size() > 2 ? key : std::string(known);
  }

  const Lexicon& lexicon_;
  names::NameKeys& keys_;
};

std::string_view street_word(std::string_view core) { return core.substr(0, core.find(' ')); }

bool is_administrative(const Named& named) { return !named.kind.empty() && named.kind != kCountry; }

}  // namespace

std::vector<names::PlaceNamed> find_places(const Lexicon& lexicon,
                                           std::span<const Paragraph> paragraphs,
                                           std::span<const NameSpan> spans,
                                           names::NameKeys& keys) {
  const Reader reader(lexicon, keys);
  std::vector<std::pair<const NameSpan*, Named>> namings;
  std::unordered_map<std::string, std::string> printed_kind;  // by bare name: the first printed
  for (const NameSpan& span : spans) {
    if (span.kind != NameKind::place) continue;
    namings.emplace_back(&span, reader.read(paragraphs[span.paragraph], span));
    Named& named = namings.back().second;
    const auto* before = namings.size() > 1 ? &namings[namings.size() - 2] : nullptr;
    if (before != nullptr && before->first->paragraph != span.paragraph) before = nullptr;
    named.shared = reader.shared_kind(paragraphs[span.paragraph], span, named,
                                      before != nullptr ? before->first : nullptr,
                                      before != nullptr ? &before->second : nullptr);
    if (named.printed) printed_kind.emplace(named.bare, named.kind);
  }
  std::vector<names::PlaceNamed> out;
  std::unordered_map<std::string, size_t> by_key;
  for (auto& [span, named] : namings) {
    if (!named.printed && !named.shared.empty() && !is_street(street_word(named.core))) {
      const bool in_front = named.shared == reader.kind_in_front(paragraphs[span->paragraph], *span);
      if (named.kind.empty() || in_front) named.kind = named.shared;
    } else if (!named.printed && named.kind != kCountry) {
      // "Bình Định" beside "tỉnh Bình Định"; what is known as a province stays one beside a town
      // of its name.
      const auto kind = printed_kind.find(named.bare);
      if (kind != printed_kind.end() && named.kind.empty()) named.kind = kind->second;
    }
    std::string name = is_administrative(named) ? named.kind + " " + named.core : named.core;
    const auto [it, fresh] = by_key.emplace(keys.of(name), out.size());
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
