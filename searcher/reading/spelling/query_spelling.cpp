#include "searcher/reading/spelling/query_spelling.h"

#include <algorithm>

#include "common/language/say.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/telex.h"
#include "common/text/letters/utf8.h"
#include "common/text/vocabulary.h"
#include "searcher/query/leaf_tokens.h"
#include "searcher/reading/spelling/marked_forms.h"
#include "searcher/reading/spelling/speller.h"

namespace khobao::reading {
namespace {

// Pasted text is searched as it is.
constexpr size_t kMostSpelledWords = 32;
// So many words of a query are looked up under other spellings, which takes about a millisecond
// each.
constexpr size_t kMostLookups = 6;
// Shorter words that occur nowhere are abbreviations and codes more often than slips.
constexpr size_t kLeastBytes = 3;
// A word that occurs at most this often may itself be a slip of the articles'; a correction is
// offered where it occurs kMuchCommoner times as often.
constexpr uint64_t kRareCount = 50;
constexpr uint64_t kMuchCommoner = 50;

struct Place {
  const query::Node* node = nullptr;
  size_t begin = 0, end = 0;  // in the node's text
  std::string word;           // normalised
  bool number = false;
};

void collect(const query::Node& node, std::vector<Place>& out) {
  if (node.type == query::Node::Type::word || node.type == query::Node::Type::phrase) {
    const std::vector<text::Token>& tokens = node.tokens;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].parts > 0) {
        // A document number or address is what it is.
        if (tokens[i].kind != text::TokenKind::title) i += tokens[i].parts;
        continue;
      }
      out.push_back({.node = &node,
                     .begin = tokens[i].begin_byte,
                     .end = tokens[i].end_byte,
                     .word = tokens[i].term,
                     .number = tokens[i].kind != text::TokenKind::word});
    }
  }
  for (const query::Node& child : node.children) collect(child, out);
}

bool has_digit(const std::string& word) {
  return word.find_first_of("0123456789") != std::string::npos;
}

// True where the letters are a syllable that Vietnamese can have; closed by a stop, it takes the
// acute and the dot only.
bool is_right_syllable(const std::string& word) {
  const auto syllable = text::parse_syllable(text::to_code_points(word));
  if (!syllable) return false;
  const std::u32string& coda = syllable->coda;
  const bool stop = coda == U"c" || coda == U"ch" || coda == U"p" || coda == U"t";
  return !stop || text::is_folded(word) || syllable->tone == text::Tone::acute ||
         syllable->tone == text::Tone::dot;
}

class Mender {
 public:
  Mender(std::string_view query, const archive::Statistics& statistics)
      : query_(query), statistics_(statistics), speller_(statistics) {}

  MendedQuery run(const query::Node& root) {
    collect(root, places_);
    if (places_.size() > kMostSpelledWords) return {.root = root, .notes = {}, .suggestions = {}};
    unaccented_ = std::all_of(places_.begin(), places_.end(),
                              [](const Place& place) { return text::is_folded(place.word); });
    for (size_t i = 0; i < places_.size(); ++i) {
      if (lookups_ < kMostLookups) look_at(i);
    }
    if (!changes_.empty())
      report_.suggestions.insert(report_.suggestions.begin(), {with(changes_), true});
    report_.root = root;
    if (!changes_.empty()) {
      make_changes(root, report_.root);
      query::tokenise(report_.root);
    }
    if (report_.suggestions.size() > kMostSuggestions) report_.suggestions.resize(kMostSuggestions);
    return std::move(report_);
  }

 private:
  struct Change {
    size_t place;
    std::string text;
  };

  // Makes the changes in `copy`, a copy of the tree as it was typed.
  void make_changes(const query::Node& typed, query::Node& copy) const {
    // From the end, so that places in front of a replacement stay what they are.
    for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
      const Place& place = places_[change->place];
      if (place.node == &typed)
        copy.text.replace(place.begin, place.end - place.begin, change->text);
    }
    for (size_t i = 0; i < typed.children.size(); ++i)
      make_changes(typed.children[i], copy.children[i]);
  }

  TypedWord typed(size_t i) const {
    TypedWord word{.word = places_[i].word, .before = {}, .behind = {}, .unaccented = unaccented_};
    if (i > 0 && beside(i - 1, i)) word.before = places_[i - 1].word;
    if (i + 1 < places_.size() && beside(i, i + 1)) word.behind = places_[i + 1].word;
    return word;
  }

  // Words of one phrase, or of none, stand beside each other.
  bool beside(size_t first, size_t second) const {
    const query::Node *a = places_[first].node, *b = places_[second].node;
    return a == b || (a->type == query::Node::Type::word && b->type == query::Node::Type::word);
  }

  void look_at(size_t i) {
    const Place& place = places_[i];
    if (place.number || place.word.size() < kLeastBytes || has_digit(place.word)) return;
    // Plain words get their accents back beside accented ones, too.
    const uint64_t count = speller_.count(place.word, true);
    // A right syllable is what it is, whatever the archive holds of it.
    const bool right =
        text::vocabulary().find(place.word).has_value() && is_right_syllable(place.word);
    if (right) {
      if (!unaccented_) offer_other_marks(i);
    } else if (count <= kRareCount && !is_keyed(place.word)) {
      count == 0 ? mend(i) : offer(i, count);
    }
  }

  // Telex and VNI are read as what they mean elsewhere, where the whole query may be typed so.
  bool is_keyed(const std::string& word) const {
    if (!unaccented_) return false;
    auto meant = text::read_telex(word);
    if (!meant) meant = text::read_vni(word);
    if (!meant) meant = text::read_telex_letters(word);
    return meant && statistics_.count(*meant) > 0;
  }

  void mend(size_t i) {
    ++lookups_;
    const auto corrections = speller_.corrections(typed(i));
    const std::string& word = places_[i].word;
    // Abbreviations are one letter away from many others: "cttw" is no "cttt".
    if (is_consonants(word)) {
      report_.notes.push_back(say("'{}' occurs nowhere", word));
      for (const Correction& correction : corrections)
        report_.suggestions.push_back({with({{i, correction.text}}), false});
      return;
    }
    if (corrections.empty()) return;
    // What differs in its marks alone is offered: "lũa" may be a name.
    const bool marks_only = text::fold(corrections.front().text) == text::fold(word);
    if (marks_only && is_right_syllable(word)) {
      for (const Correction& correction : corrections)
        report_.suggestions.push_back({with({{i, correction.text}}), false});
      return;
    }
    report_.notes.push_back(
        say("'{}' occurs nowhere; searched as '{}'", word, corrections.front().text));
    changes_.push_back({i, corrections.front().text});
    for (size_t c = 1; c < corrections.size(); ++c)
      report_.suggestions.push_back({with({{i, corrections[c].text}}), false});
  }

  void offer(size_t i, uint64_t count) {
    ++lookups_;
    for (const Correction& correction : speller_.corrections(typed(i))) {
      if (correction.count < kMuchCommoner * count) continue;
      report_.suggestions.push_back({with({{i, correction.text}}), false});
    }
  }

  void offer_other_marks(size_t i) {
    for (const Correction& correction : speller_.other_marks(typed(i)))
      report_.suggestions.push_back({with({{i, correction.text}}), false});
  }

  // The query as typed, with these words in place of what was typed there; they come in order.
  std::string with(const std::vector<Change>& changes) const {
    std::string out;
    size_t copied = 0;
    for (const Change& change : changes) {
      const Place& place = places_[change.place];
      const std::string surface = place.node->text.substr(place.begin, place.end - place.begin);
      const size_t at = query_.find(surface, std::max(copied, place.node->begin_byte));
      if (at == std::string_view::npos) continue;
      out += query_.substr(copied, at - copied);
      out += change.text;
      copied = at + surface.size();
    }
    out += query_.substr(copied);
    return out;
  }

  const std::string_view query_;
  const archive::Statistics& statistics_;
  const Speller speller_;
  std::vector<Place> places_;
  bool unaccented_ = false;
  size_t lookups_ = 0;
  std::vector<Change> changes_;
  MendedQuery report_;
};

}  // namespace

MendedQuery mend_spelling(const query::Node& root, std::string_view query,
                          const archive::Statistics& statistics) {
  return Mender(query, statistics).run(root);
}

}  // namespace khobao::reading
