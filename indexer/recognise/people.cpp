#include "indexer/recognise/people.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/recognise/grammar/canonical_spelling.h"
#include "indexer/recognise/namesakes.h"
#include "indexer/recognise/posts.h"
#include "indexer/recognise/surfaces.h"

namespace khobao::recognise {
namespace {

using names::Paragraph;

constexpr size_t kMaxPeople = 1000;  // more is no article: short forms then stay by themselves
constexpr size_t kInitialBytes = 1;  // "v", as keys have it

struct Naming {
  const NameSpan* span = nullptr;
  std::string printed;                 ///< name_key() of what is printed
  std::optional<std::string_view> usual;  ///< spelling of a foreign name, where one is usual
  std::string key;
  size_t words = 0;
};

// "trump" of "donald trump", "quốc dũng" of "hồ quốc dũng"; of names of Vietnamese form the last
// words alone, of others either end.
bool is_short_form(std::string_view part, std::string_view whole) {
  if (part.size() >= whole.size()) return false;
  if (whole.ends_with(part) && whole[whole.size() - part.size() - 1] == ' ') return true;
  return whole.starts_with(part) && whole[part.size()] == ' ';
}

// "ông Trăm" after "Đô-nan Trăm" is Donald Trump.
void name_short_spellings(std::vector<Naming>& namings) {
  if (namings.size() > kMaxPeople) return;
  std::vector<size_t> spelled;
  for (size_t i = 0; i < namings.size(); ++i) {
    if (namings[i].usual && namings[i].printed != namings[i].key) spelled.push_back(i);
  }
  for (Naming& naming : namings) {
    if (naming.usual) continue;
    for (const size_t full : spelled) {
      if (!is_short_form(naming.printed, namings[full].printed)) continue;
      naming.key = namings[full].key;
      break;
    }
  }
}

// "Pu-tin", "V.Pu-tin": Putin; nullopt where the tables have no such name.
std::optional<std::string_view> usual_spelling(const SortedTable& people, std::string_view key) {
  if (const auto usual = people.find(key)) return usual;
  const size_t blank = key.find(' ');
  return blank == kInitialBytes ? people.find(key.substr(blank + 1)) : std::nullopt;
}

}  // namespace

std::vector<names::Person> find_people(const names::Lexicon& lexicon,
                                       std::span<const Paragraph> paragraphs,
                                       std::span<const NameSpan> spans,
                                       names::NameKeys& keys) {
  const SortedTable foreign = lexicon.foreign_people();
  std::vector<Naming> namings;
  std::unordered_map<std::string, size_t> first_named;  // by key
  for (const NameSpan& span : spans) {
    if (span.kind != NameKind::person) continue;
    const Paragraph& paragraph = paragraphs[span.paragraph];
    const auto& words = paragraph.words;
    const std::string_view surface = paragraph.text.substr(
        words[span.first].begin_byte, words[span.end - 1].end_byte - words[span.first].begin_byte);
    std::string printed = keys.of(surface);
    std::string key = printed;
    const auto usual = usual_spelling(foreign, key);
    if (usual) key = keys.of(*usual);
    namings.push_back(
        {&span, std::move(printed), usual, std::move(key), span.end - span.first});
  }
  name_short_spellings(namings);
  for (size_t i = 0; i < namings.size(); ++i) first_named.emplace(namings[i].key, i);
  // Each form is its own person or a short form of the longest name that it ends or begins.
  std::vector<std::string> whole;
  whole.reserve(first_named.size());
  for (const auto& [key, first] : first_named) whole.push_back(key);
  std::sort(whole.begin(), whole.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  std::unordered_map<std::string, std::vector<std::string>> longer;
  if (whole.size() <= kMaxPeople) {
    for (const std::string& key : whole) {
      auto& candidates = longer[key];
      for (const std::string& other : whole) {
        if (is_short_form(key, other) && longer[other].empty()) candidates.push_back(other);
      }
      // The end of a name says more than its beginning: "Trần" is rarely called so.
      const auto ends = [&](const std::string& other) { return other.ends_with(key); };
      if (std::any_of(candidates.begin(), candidates.end(), ends))
        std::erase_if(candidates, [&](const std::string& other) { return !ends(other); });
    }
  }
  std::vector<names::Person> out;
  std::vector<size_t> name_words;
  Namesakes namesakes;
  std::unordered_map<std::string, size_t> last_named;  // full key to the naming's number
  for (size_t i = 0; i < namings.size(); ++i) {
    const Naming& naming = namings[i];
    std::string key = naming.key;
    if (const auto it = longer.find(key); it != longer.end() && !it->second.empty()) {
      const auto number = [&](const std::string& full) {
        const auto named = last_named.find(full);
        return named == last_named.end() ? size_t{0} : named->second + 1;
      };
      key = *std::max_element(it->second.begin(), it->second.end(),
                              [&](const auto& a, const auto& b) { return number(a) < number(b); });
    }
    last_named[key] = i;
    const NameSpan& span = *naming.span;
    const Paragraph& paragraph = paragraphs[span.paragraph];
    const size_t number = namesakes.find(key, born_at(paragraph, span.end), out.size());
    if (number == out.size()) out.emplace_back(), name_words.push_back(0);
    names::Person& person = out[number];
    const auto& words = paragraph.words;
    const size_t begin = words[span.first].begin_byte, end = words[span.end - 1].end_byte;
    ++person.mentions;
    person.where.push_back({span.paragraph, begin, end});
    std::string surface(paragraph.text.substr(begin, end - begin));
    if (person.name.empty() || naming.words > name_words[number])
      person.name = naming.usual ? std::string(*naming.usual)
                                 : spell(lexicon, paragraph, span.first, span.end),
      name_words[number] = naming.words;
    add_surface(surface, person.surfaces);
    // No std::ranges::equal_range: clang 14 cannot compile GCC 12's.
    const auto spans_from = [&](size_t at) {
      return std::partition_point(spans.begin(), spans.end(),
                                  [&](const NameSpan& other) { return other.paragraph < at; });
    };
    const std::span own(spans_from(span.paragraph), spans_from(span.paragraph + 1));
    for (std::string& post : posts_beside(paragraph, own, span)) {
      if (std::find(person.posts.begin(), person.posts.end(), post) == person.posts.end())
        person.posts.push_back(std::move(post));
    }
  }
  return out;
}

}  // namespace khobao::recognise
