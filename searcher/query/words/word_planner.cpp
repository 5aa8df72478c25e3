#include "searcher/query/words/word_planner.h"

#include <algorithm>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "searcher/query/words/forms.h"
#include "searcher/query/words/segmentation.h"
#include "searcher/query/words/word_data.h"

namespace khobao::query {
namespace {

using Type = PlanNode::Type;

// Readings at least this likely beside the best count as the word in a match.
constexpr double kMatchWeight = 0.3;
// Unlikelier forms of a whole word are left out.
constexpr double kLeastForm = 0.1;
// What was typed stands before its equivalents where one of several forms is chosen.
constexpr double kMostFormWeight = 0.99;
// "3 phần trăm" for 3%.
constexpr double kInWordsWeight = 0.97;

template <class Words>
bool fits(const Words& other, size_t begin, size_t end, const std::vector<bool>& inside) {
  return other.begin >= begin && other.end <= end && !inside[other.begin - begin] &&
         !inside[other.end - begin];
}

PlanNode node_of(Type type, std::vector<PlanNode> children) {
  PlanNode node;
  node.type = type;
  node.children = std::move(children);
  return node;
}

PlanNode leaf(Type type, std::vector<Form> forms) {
  PlanNode node = node_of(type, {});
  node.forms = std::move(forms);
  std::erase_if(node.forms, [](const Form& form) { return form.weight < kLeastForm; });
  return node;
}

bool has_digit(const std::string& word) {
  return word.find_first_of("0123456789") != std::string::npos;
}

// A site stands at the head of the addresses of its pages and at the end of mail addresses, and so
// do its words side by side.
bool holds_by_parts(text::TokenKind kind) {
  return kind == text::TokenKind::address || kind == text::TokenKind::title;
}

// Those that stand in a phrase as one of its words: "lập trình C++".
std::vector<PlacedCompound> signed_words(const Leaf& leaf) {
  std::vector<PlacedCompound> words;
  for (const PlacedCompound& compound : leaf.compounds) {
    if (compound.kind == text::TokenKind::marked) words.push_back(compound);
  }
  return words;
}

// "thi THPT QG 2017": a year is no part of a name.
bool is_year(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20")) &&
         number.find_first_not_of("0123456789") == std::string_view::npos;
}

// Every form of the second after every one of the first.
std::vector<Form> side_by_side(const std::vector<Form>& first, const std::vector<Form>& second) {
  std::vector<Form> forms;
  for (const Form& a : first) {
    for (const Form& b : second) {
      Form form{a.terms, a.weight * b.weight};
      form.terms.insert(form.terms.end(), b.terms.begin(), b.terms.end());
      forms.push_back(std::move(form));
    }
  }
  return forms;
}

}  // namespace

// Whether each word of the run [begin, end) belongs to one word with the next.
std::vector<bool> WordPlanner::joined_in(size_t begin, size_t end,
                                         const Compounds& compounds) const {
  std::vector<bool> joined(end - begin);
  const auto join = [&](size_t first, size_t behind) {
    for (size_t i = first; i + 1 < behind; ++i) joined[i - begin] = true;
  };
  if (options_.match != MatchMode::all) join_words(begin, end, joined);
  std::vector<bool> inside(end - begin + 1);  // true where a compound would be cut in front
  for (const PlacedCompound& compound : compounds) {
    if (compound.begin > begin) joined[compound.begin - 1 - begin] = false;
    joined[compound.end - 1 - begin] = false;
    join(compound.begin, compound.end);
    for (size_t i = compound.begin + 1; i < compound.end; ++i) inside[i - begin] = true;
  }
  for (const Equivalent& other : words_.equivalents()) {
    // A number and the word that says of what are one word: "khóa 15".
    if (!other.apart && fits(other, begin, end, inside) && names_number(other))
      join(other.begin, other.end);
  }
  if (options_.match != MatchMode::words) return joined;
  for (const NamedWords& name : words_.names()) {
    if (!fits(name, begin, end, inside)) continue;
    const bool cuts =
        (name.begin > begin && joined[name.begin - 1 - begin]) || joined[name.end - 1 - begin];
    if (cuts && !name.sure) continue;
    if (name.begin > begin) joined[name.begin - 1 - begin] = false;
    joined[name.end - 1 - begin] = false;
    join(name.begin, name.end);
  }
  return joined;
}

// The name that is just these words; null where there is none.
const NamedWords* WordPlanner::name_of(size_t begin, size_t end) const {
  if (options_.match != MatchMode::words) return nullptr;
  const auto& names = words_.names();
  const auto found = std::find_if(names.begin(), names.end(), [&](const NamedWords& name) {
    return name.begin == begin && name.end == end;
  });
  return found == names.end() ? nullptr : &*found;
}

// "đại hội 13" and, since it may be written so, "đại hội X".
bool WordPlanner::names_number(const Equivalent& other) const {
  const auto is_digits = [](const std::string& word) {
    return word.find_first_not_of("0123456789") == std::string::npos;
  };
  if (std::any_of(other.words.begin(), other.words.end(), is_digits)) return true;
  for (size_t i = other.begin; i < other.end; ++i) {
    if (words_.words()[i].number) return true;
  }
  return false;
}

void WordPlanner::join_words(size_t begin, size_t end, std::vector<bool>& joined) const {
  std::vector<std::string> side_by_side;
  size_t first = begin;
  const auto flush = [&] {
    if (!options_.statistics) return;
    const std::vector<bool> found = joined_words(side_by_side, *options_.statistics);
    for (size_t i = 0; i < found.size(); ++i) joined[first + i - begin] = found[i];
  };
  for (size_t i = begin; i < end; ++i) {
    const PlacedWord& word = words_.words()[i];
    const bool apart = i == begin || words_.before(i) == Between::mark || word.number;
    if (i > begin && words_.before(i) == Between::dash &&
        (word.number || words_.words()[i - 1].number)) {
      joined[i - 1 - begin] = true;  // Covid-19
    }
    const bool numbered =
        has_digit(word.typed) || (i > begin && has_digit(words_.words()[i - 1].typed));
    if (apart || numbered || word.prefix || words_.words()[i - 1].prefix) {
      flush();
      side_by_side.clear();
      first = i;
    }
    side_by_side.push_back(word.likeliest());
  }
  flush();
  part_loanwords(begin, end, joined);
  for (size_t i = begin + 1; i < end; ++i) {
    if (words_.before(i) == Between::apostrophe || names_with_number(i))
      joined[i - 1 - begin] = true;
  }
}

// A loanword that may be written otherwise, "vaccine" as "vắc xin", is one word with another only in
// the lexicon: articles put other words between.
void WordPlanner::part_loanwords(size_t begin, size_t end, std::vector<bool>& joined) const {
  const auto part = [&](size_t second) {
    const std::string &a = words_.words()[second - 1].likeliest(),
                      &b = words_.words()[second].likeliest();
    if (known_bond(a, b) == 0) joined[second - 1 - begin] = false;
  };
  for (const Equivalent& other : words_.equivalents()) {
    const size_t at = other.begin;
    if (at < begin || at >= end || other.end != at + 1) continue;
    if (!is_loanword(words_.words()[at].likeliest())) continue;
    if (at > begin) part(at);
    if (at + 1 < end) part(at + 1);
  }
}

// "iPhone 7", "F 16": letters that are no syllable with the number that the archive knows there.
bool WordPlanner::names_with_number(size_t i) const {
  const PlacedWord &letters = words_.words()[i - 1], &number = words_.words()[i];
  if (!number.number || letters.number || letters.prefix || words_.before(i) == Between::mark ||
      is_year(number.typed) || !options_.statistics)
    return false;
  const std::u32string word = text::to_code_points(letters.typed);
  if (word.size() > 1 && text::parse_syllable(word)) return false;
  return bond(letters.typed, number.typed, *options_.statistics) >= kPairBond;
}

// The pieces that words [begin, end) may be written with; within compounds only the compound,
// unless a phrase asks for its parts.
std::vector<Piece> WordPlanner::pieces_in(size_t begin, size_t end,
                                          const Compounds& compounds) const {
  std::vector<Piece> pieces;
  std::vector<bool> inside(end - begin);
  for (const PlacedCompound& compound : compounds) {
    if (compound.begin < begin || compound.end > end) continue;
    pieces.push_back({compound.begin, compound.end, {compound.term}, 1});
    if (holds_by_parts(compound.kind)) {
      Piece parts{compound.begin, compound.end, {}, kMostFormWeight};
      for (size_t i = compound.begin; i < compound.end; ++i)
        parts.terms.push_back(words_.words()[i].typed);
      pieces.push_back(std::move(parts));
    }
    if (compound.term.ends_with('%')) {
      pieces.push_back({compound.begin,
                        compound.end,
                        {words_.words()[compound.begin].typed, "phần", "trăm"},
                        kInWordsWeight});
    }
    for (size_t i = compound.begin; i < compound.end; ++i) inside[i - begin] = true;
  }
  for (size_t i = begin; i < end; ++i) {
    if (inside[i - begin]) continue;
    const auto& readings = words_.words()[i].readings;
    for (const Reading& reading : readings) {
      if (&reading == &readings.front() || reading.weight >= kMatchWeight)
        pieces.push_back({i, i + 1, {reading.term}, reading.weight});
    }
  }
  for (const Equivalent& other : words_.equivalents()) {
    pieces.push_back(
        {other.begin, other.end, other.words, std::min(other.weight, kMostFormWeight)});
  }
  return pieces;
}

std::vector<PlanNode> WordPlanner::run(size_t begin, size_t end, const Compounds& compounds,
                                       RunOptions what) const {
  const std::vector<bool> joined = joined_in(begin, end, compounds);
  const std::vector<Piece> pieces = pieces_in(begin, end, compounds);
  std::vector<PlanNode> nodes;
  std::vector<size_t> begins;
  for (size_t first = begin; first < end;) {
    size_t behind = first + 1;
    while (behind < end && joined[behind - 1 - begin]) ++behind;
    const NamedWords* const name = what.names ? name_of(first, behind) : nullptr;
    std::vector<Form> forms = forms_of(pieces, first, behind);
    if (name != nullptr) {
      for (const auto& words : name->forms) {
        const bool known = std::any_of(forms.begin(), forms.end(),
                                       [&](const Form& form) { return form.terms == words; });
        if (!known) forms.push_back({words, kMostFormWeight});
      }
    }
    nodes.push_back(leaf(name != nullptr ? Type::name : Type::word, std::move(forms)));
    if (name != nullptr) nodes.back().value = name->key;
    begins.push_back(first);
    first = behind;
  }
  if (!what.alternatives) return nodes;
  return with_equivalents(std::move(nodes), begins, end, pieces);
}

// Words that an equivalent stands for together are wanted, or the equivalent.
std::vector<PlanNode> WordPlanner::with_equivalents(std::vector<PlanNode> nodes,
                                                    const std::vector<size_t>& begins, size_t end,
                                                    const std::vector<Piece>& pieces) const {
  const auto node_at = [&](size_t word) {
    return static_cast<size_t>(std::upper_bound(begins.begin(), begins.end(), word) -
                               begins.begin()) -
           1;
  };
  const auto begin_of = [&](size_t node) { return node < begins.size() ? begins[node] : end; };
  // Groups of nodes [first, behind) that an equivalent reaches over.
  std::vector<size_t> behind_of(nodes.size());
  for (size_t n = 0; n < nodes.size(); ++n) behind_of[n] = n + 1;
  std::vector<const Piece*> crossing;
  for (const Piece& piece : pieces) {
    if (piece.begin < begins.front() || piece.end > end) continue;
    const size_t first = node_at(piece.begin), last = node_at(piece.end - 1);
    if (first == last) continue;
    crossing.push_back(&piece);
    behind_of[first] = std::max(behind_of[first], last + 1);
  }
  std::vector<PlanNode> out;
  for (size_t first = 0; first < nodes.size();) {
    size_t behind = behind_of[first];
    for (size_t n = first; n < behind; ++n) behind = std::max(behind, behind_of[n]);
    if (behind == first + 1) {
      out.push_back(std::move(nodes[first++]));
      continue;
    }
    const size_t from = begin_of(first), to = begin_of(behind);
    std::vector<Form> forms;
    for (const Piece* piece : crossing) {
      if (piece->begin < from || piece->end > to) continue;
      const auto whole = side_by_side(
          side_by_side(forms_of(pieces, from, piece->begin), {{piece->terms, piece->weight}}),
          forms_of(pieces, piece->end, to));
      for (const Form& form : whole) {
        const bool known = std::any_of(forms.begin(), forms.end(),
                                       [&](const Form& f) { return f.terms == form.terms; });
        if (!known && forms.size() < kMaxForms) forms.push_back(form);
      }
    }
    // What reaches into a compound leaves words uncovered, and is no alternative.
    if (forms.empty()) {
      while (first < behind) out.push_back(std::move(nodes[first++]));
      continue;
    }
    std::vector<PlanNode> words(std::make_move_iterator(nodes.begin() + static_cast<long>(first)),
                                std::make_move_iterator(nodes.begin() + static_cast<long>(behind)));
    std::vector<PlanNode> either;
    either.push_back(node_of(Type::all, std::move(words)));
    either.push_back(leaf(Type::word, std::move(forms)));
    out.push_back(node_of(Type::any, std::move(either)));
    first = behind;
  }
  return out;
}

size_t WordPlanner::end_of_word(size_t at, size_t begin, size_t end,
                                const Compounds& compounds) const {
  const std::vector<bool> joined = joined_in(begin, end, compounds);
  while (at > begin && at < end && joined[at - 1 - begin]) ++at;
  return at;
}

PlanNode WordPlanner::phrase(const Leaf& own) const {
  const bool compound = own.compounds.size() == 1 && own.compounds.front().begin == own.begin &&
                        own.compounds.front().end == own.end;
  const bool word = compound || own.end - own.begin == 1;
  const auto pieces = pieces_in(own.begin, own.end, word ? own.compounds : signed_words(own));
  return leaf(word ? Type::word : Type::phrase, forms_of(pieces, own.begin, own.end));
}

}  // namespace khobao::query
