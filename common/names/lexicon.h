#pragma once
/// The words of the grammar, read from the data files: the heads with which names of the open
/// classes begin ("Sở", "Công ty cổ phần"), fields of work ("Y tế"), places and their levels,
/// countries, common words inside names, and sets of small words. Shared by all recognisers; never
/// changes.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/sorted_table.h"
#include "common/names/places.h"
#include "common/names/shaped_words.h"
#include "common/names/symbols.h"
#include "common/text/tokenizer.h"

namespace khobao::names {

/// What completes a name that begins with a head.
enum class Tail : uint8_t {
  territory,  ///< a level and a place: UBND tỉnh Bình Định
  committee,  ///< a place of the head's own level: Tỉnh ủy Bình Định
  domain,     ///< a field of work, then perhaps a place: Sở Y tế Hà Nội
  name,       ///< a proper name: Công ty cổ phần Sao Kon
  body,       ///< the organisation it is part of: Ban Thường vụ Tỉnh ủy
  country,    ///< a country: Hạ viện Mỹ
};

struct Head {
  uint32_t name = 0;   ///< canonical; a text of the lexicon
  uint32_t words = 0;  ///< of `name`
  int level = -1;      ///< of a committee; index of Lexicon::levels
  Tail tail = Tail::name;
  bool bare = false;      ///< an organisation even where nothing follows
  bool lower = false;     ///< may be printed without a capital
  bool parent = false;    ///< may be followed by the organisation it belongs to
  bool digits = false;    ///< its name may hold numbers
  bool persons = false;   ///< its name may be a person's
  bool province = false;  ///< every province has one of its own
  bool separate = false;  ///< begins a name of its own wherever it stands
  bool national = false;  ///< other countries have one, named with the country
  bool known = false;     ///< only known fields of work follow
  bool office = false;    ///< belongs to the one department or police force that the article names
  bool proper = false;    ///< common words alone make no name
  bool proper_only = false;  ///< the name counts without its class word: "hãng Verizon"
  bool known_lower = false;  ///< printed small only before known names
  bool specific = false;     ///< a common word of two syllables alone makes no name
  bool worded = false;       ///< a common word of names follows
  bool no_post = false;      ///< after a post it belongs to that ("Phó Bí thư Thường trực")
  bool padding[3] = {};      ///< so that an image has no bytes that nobody set
};

/// A kind of numbered document: "Chỉ thị".
struct DocumentKind {
  uint32_t name = 0;        ///< lower case; a text of the lexicon
  uint32_t first_word = 0;  ///< likewise, of the words as printed, normalised
  uint32_t words = 0;       ///< how many, side by side
  bool strong = false;      ///< may stand before a bare number ("Chỉ thị 35")
  bool named = false;   ///< a name stands between it and the number ("Luật Đất đai số …")
  bool plenum = false;  ///< may be of a meeting of the Central Committee
  bool padding = false;  ///< so that an image has no bytes that nobody set
};

/// A phrase of a data file as it must be printed: bit i is word i.
struct Spelling {
  uint32_t target = 0;
  uint32_t capitals = 0;  ///< words that the file writes with a capital
  uint32_t uppers = 0;    ///< words that it writes in capitals
  uint32_t words = 0;
};

/// Phrases of one kind with their spellings.
class PhraseTable {
 public:
  /// Returns the first word, kNoSymbol where the phrase cannot be taken.
  Symbol add(Symbols& symbols, std::string_view phrase, uint32_t target, bool replace = false);

  struct Match {
    const Spelling* spelling = nullptr;
    size_t end = 0;  ///< word after the phrase
    explicit operator bool() const { return spelling != nullptr; }
  };
  /// The longest phrase at `pos` that `fits(spelling, pos)` accepts, its words joined by spaces,
  /// dashes, commas, ampersands, and full stops and slashes without
  /// blanks (TP.HCM) only.
  template <class Fits>
  Match longest(const std::vector<Word>& words, size_t pos, Fits fits) const {
    Match best;
    PhraseTrie::Node node = PhraseTrie::kRoot;
    for (size_t i = pos; i < words.size(); ++i) {
      if (words[i].symbol == kNoSymbol) break;
      if (i > pos && !words[i].joined(kJoins) && words[i].before != sep::kDot &&
          words[i].before != sep::kSlash) {
        break;
      }
      node = trie_.child(node, words[i].symbol);
      if (node == PhraseTrie::kRoot) break;
      const uint32_t value = trie_.value(node);
      if (value != PhraseTrie::kNoValue && fits(spellings_[value], pos)) {
        best = {&spellings_[value], i + 1};
      }
    }
    return best;
  }
  /// The target of a phrase, whatever its case; -1 where there is none.
  int find(std::span<const Symbol> phrase) const {
    PhraseTrie::Node node = PhraseTrie::kRoot;
    for (const Symbol symbol : phrase) {
      if (symbol == kNoSymbol || (node = trie_.child(node, symbol)) == PhraseTrie::kRoot) return -1;
    }
    const uint32_t value = trie_.value(node);
    return value == PhraseTrie::kNoValue ? -1 : static_cast<int>(spellings_[value].target);
  }
  size_t size() const { return spellings_.size(); }

  template <class Image>
  void exchange(Image& image) {
    image(trie_, spellings_);
  }

  static constexpr uint16_t kJoins = sep::kSpace | sep::kDash | sep::kComma | sep::kAmpersand;

 private:
  PhraseTrie trie_;
  LaidArray<Spelling> spellings_;
  text::Tokenizer tokenizer_;  // kept for its cache: tables are many phrases of few words
};

/// Bits of a symbol: which tables have phrases that begin with it, which word sets hold it.
namespace role {
inline constexpr uint32_t kHead = 1, kEntry = 2, kPlace = 4, kLevel = 8, kCountry = 16, kAnd = 32,
                          kSurname = 64, kPlural = 128, kPost = 256, kCredit = 512,
                          kQuantity = 1024, kFootball = 2048, kCitation = 4096, kPlatform = 8192,
                          kNumber = 16384, kCueMedia = 32768, kVietnam = 65536,
                          kContinues = 1u << 17, kPostTail = 1u << 18, kCompound = 1u << 19,
                          kStop = 1u << 20, kDocument = 1u << 21, kActs = 1u << 22, kForeign = 1u << 23;
}

class Lexicon {
 public:
  /// Reads the data files, whose words become symbols.
  explicit Lexicon(Symbols& symbols);
  /// An empty one, to be read from an image as the symbols are.
  explicit Lexicon(const Symbols* symbols) : known(symbols) {}

  LaidArray<Head> heads;
  PhraseTable head_phrases;
  LaidTexts domains;
  PhraseTable domain_phrases;
  LaidArray<Place> places;
  PhraseTable place_phrases;
  LaidTexts levels;  ///< "tỉnh", "thành phố" …
  PhraseTable level_phrases;
  LaidTexts countries;
  PhraseTable country_phrases;
  LaidTexts foreign;            ///< cities, regions and waters of other countries
  PhraseTable foreign_phrases;  ///< in all spellings that the table has
  /// name_key() of other spellings of foreign people ("pu tin") to the usual one ("Putin").
  SortedTable foreign_people() const { return table_of(foreign_people_); }
  LaidTexts expansions;  ///< of abbreviations inside names: VN -> Việt Nam
  PhraseTable expansion_phrases;
  PhraseTable common_phrases;  ///< common words inside names: "đầu tư", "xây dựng"
  PhraseTable compounds;       ///< words of two syllables
  /// What no name goes on over: events, documents, posts; with the target kOpener, words that
  /// begin sentences, where they have a capital.
  PhraseTable stop_phrases;
  static constexpr uint32_t kOpener = 1;
  PhraseTable football_phrases;  ///< words of football news
  LaidArray<DocumentKind> document_kinds;
  const Symbols* known = nullptr;  ///< all words of the data files
  Symbol central = kNoSymbol;      ///< "tw"
  Symbol vietnam[2] = {kNoSymbol, kNoSymbol};

  bool has(Symbol symbol, uint32_t roles) const {
    return symbol < roles_.size() && (roles_[symbol] & roles) != 0;
  }
  void mark(Symbol symbol, uint32_t roles);
  std::span<const uint32_t> roles() const { return {roles_.data(), roles_.size()}; }
  /// The names and words that heads, places and kinds of documents have by number.
  std::string_view text(uint32_t number) const { return texts_[number]; }
  TextRange words(const DocumentKind& kind) const {
    return {texts_, kind.first_word, kind.first_word + kind.words};
  }
  uint32_t add_text(std::string_view text) {
    texts_.push_back(text);
    return static_cast<uint32_t>(texts_.size() - 1);
  }
  int level(std::string_view name) const;
  /// The kind that the letters of a number stand for: "ct/tw" -> "chỉ thị"; "" where unknown.
  std::string_view document_kind_of(std::string_view letters) const;
  /// The value of a Roman or Arabic numeral up to 39 in lower case, else 0.
  static int roman(std::string_view numeral);

  /// Adds a phrase to one of the tables, marking its first word.
  void add_phrase(Symbols& symbols, PhraseTable& table, std::string_view phrase, uint32_t target,
                  uint32_t role, bool replace = false);
  /// The same, also without each "và" of the phrase, which print often replaces by a dash.
  void add_and_variants(Symbols& symbols, PhraseTable& table, std::string_view phrase,
                        uint32_t target, uint32_t role, bool replace = false);

  /// Writes or reads all of it but the symbols; see image/image.h.
  template <class Image>
  void exchange(Image& image) {
    image(heads, head_phrases, domains, domain_phrases, places, place_phrases, levels,
          level_phrases, countries, country_phrases, foreign, foreign_phrases, foreign_people_,
          expansions, expansion_phrases, common_phrases, compounds, stop_phrases, football_phrases,
          document_kinds, central, vietnam[0], vietnam[1], texts_, roles_, document_letters_);
  }

 private:
  void read_heads(Symbols& symbols);
  void read_foreign(Symbols& symbols);
  void read_word_sets(Symbols& symbols);
  void read_document_kinds(Symbols& symbols);
  static SortedTable table_of(const LaidArray<char>& image) {
    return SortedTable({image.data(), image.size()});
  }
  LaidTexts texts_;
  LaidArray<uint32_t> roles_;
  LaidArray<char> foreign_people_, document_letters_;  ///< images of tables
};

/// The words of a phrase, normalised as the analyzer does.
std::vector<std::string> phrase_words(std::string_view phrase);

/// Calls `part` for each part of `list` between `mark`s, trimmed, empty ones left out.
template <class Part>
void for_each_part(std::string_view list, char mark, Part part) {
  while (!list.empty()) {
    const size_t end = list.find(mark);
    std::string_view piece = list.substr(0, end);
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    while (piece.ends_with(' ')) piece.remove_suffix(1);
    if (!piece.empty()) part(piece);
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 1);
  }
}

/// The tab-separated columns of a data line; missing ones are "".
std::array<std::string_view, 4> columns(std::string_view line);

}  // namespace khobao::names
