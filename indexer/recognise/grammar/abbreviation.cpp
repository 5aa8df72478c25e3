#include "indexer/recognise/grammar/abbreviation.h"

#include <algorithm>

namespace khobao::recognise {
namespace {

constexpr size_t kMaxDefinitions = 64;
constexpr size_t kMaxFullForms = 300;

// Makes `mention` mean what `full` does.
void name_as(Found& mention, const Found& full) {
  mention.head = full.head;
  mention.entry = full.entry;
  mention.unit = full.unit;
  mention.level = full.level;
  mention.level_printed = full.level_printed;
  mention.place = full.place;
  mention.country = full.country;
  mention.parent = full.parent;
}

struct Definition {
  std::string_view surface;
  size_t found = 0;
};

// The word in brackets after a name, where it looks like an abbreviation; null where it does not.
const names::Word* bracketed(const names::Paragraph& paragraph, const Found& found) {
  const auto& words = paragraph.words;
  if (found.end >= words.size()) return nullptr;
  const names::Word& word = words[found.end];
  if (!(word.before & names::sep::kOpen) ||
      !word.joined(names::sep::kOpen | names::sep::kSpace | names::sep::kQuote))
    return nullptr;
  const std::string_view surface = paragraph.surface(word);
  const bool coined = word.shape == names::Shape::capital && surface.size() >= 4 &&
                      std::all_of(surface.begin(), surface.end(), [](char c) { return c > 0; });
  if (!(word.shape == names::Shape::upper || coined) || surface.size() < 2 || surface.size() > 16)
    return nullptr;
  const bool closed = found.end + 1 < words.size()
                          ? (words[found.end + 1].before &
                             (names::sep::kClose | names::sep::kDash | names::sep::kComma)) != 0
                          : word.end_byte < paragraph.text.size();
  return closed ? &word : nullptr;
}

}  // namespace

void find_abbreviations(const names::Gazetteer& gazetteer,
                        std::span<const names::Paragraph> paragraphs, Reading& reading) {
  std::vector<Definition> definitions;
  for (size_t i = 0; i < reading.found.size() && definitions.size() < kMaxDefinitions; ++i) {
    const Found& found = reading.found[i];
    if (found.nested || found.dropped) continue;
    const names::Paragraph& paragraph = paragraphs[found.paragraph];
    if (const names::Word* word = bracketed(paragraph, found)) {
      const std::string_view surface = paragraph.surface(*word);
      const bool place = gazetteer.lexicon().has(
          word->symbol, names::role::kPlace | names::role::kLevel | names::role::kCountry);
      const bool known = std::any_of(definitions.begin(), definitions.end(),
                                     [&](const Definition& d) { return d.surface == surface; });
      if (!place && !known) definitions.push_back({surface, i});
    }
  }
  if (definitions.empty()) return;
  // "Công ty Donacoop" after "Liên minh hợp tác xã … (Donacoop)".
  for (Found& name : reading.found) {
    if (name.dropped || name.head == nullptr || name.end == 0) continue;
    const names::Paragraph& paragraph = paragraphs[name.paragraph];
    const std::string_view last = paragraph.surface(paragraph.words[name.end - 1]);
    for (const Definition& d : definitions) {
      if (last != d.surface) continue;
      const size_t head = gazetteer.lexicon().text(name.head->name).size();
      if (name.unit.size() != head + 1 + last.size()) continue;
      const Found& full = reading.found[d.found];
      if (&full == &name) continue;
      name_as(name, full);
    }
  }
  std::vector<Found> added;
  size_t next = 0;
  auto& found = reading.found;
  for (size_t p = 0; p < paragraphs.size(); ++p) {
    const auto& words = paragraphs[p].words;
    for (size_t w = 0; w < words.size(); ++w) {
      if (!words[w].capital() || words[w].cited) continue;
      const std::string_view surface = paragraphs[p].surface(words[w]);
      const auto it = std::find_if(definitions.begin(), definitions.end(),
                                   [&](const Definition& d) { return d.surface == surface; });
      if (it == definitions.end()) continue;
      while (next < found.size() &&
             (found[next].paragraph < p || (found[next].paragraph == p && found[next].end <= w))) {
        ++next;
      }
      if (next < found.size() && found[next].paragraph == p && found[next].first <= w) {
        // Inside another name it is part of that.
        if (!found[next].dropped && found[next].first == w && found[next].end == w + 1)
          name_as(found[next], found[it->found]);
        continue;
      }
      Found mention = found[it->found];
      mention.paragraph = p;
      mention.first = w;
      mention.end = w + 1;
      mention.begin_byte = words[w].begin_byte;
      mention.end_byte = words[w].end_byte;
      added.push_back(std::move(mention));
    }
  }
  reading.found.insert(reading.found.end(), added.begin(), added.end());
}

std::map<std::string, std::string> full_forms(const std::vector<std::string>& names,
                                              names::NameKeys& name_keys) {
  static constexpr std::string_view kFamilies[] = {"công ty ",     "trường ",   "bệnh viện ",
                                                   "ngân hàng ",   "tập đoàn ", "hợp tác xã ",
                                                   "tổng công ty "};
  std::map<std::string, std::string> out;
  if (names.size() > kMaxFullForms) return out;
  std::vector<std::string> keys;
  keys.reserve(names.size());
  for (const std::string& name : names) keys.push_back(name_keys.of(name));
  for (size_t i = 0; i < names.size(); ++i) {
    // "Đại học Sông Kon" beside "Trường Đại học Sông Kon"
    if (keys[i].starts_with("đại học ")) {
      const auto school = std::find(keys.begin(), keys.end(), "trường " + keys[i]);
      if (school != keys.end()) out[names[i]] = names[static_cast<size_t>(school - keys.begin())];
      continue;
    }
    for (const std::string_view family : kFamilies) {
      if (!keys[i].starts_with(family)) continue;
      const std::string core = keys[i].substr(family.size() - 1);  // with its blank
      const std::string* longer = nullptr;
      bool several = false;
      for (size_t j = 0; j < names.size(); ++j) {
        if (j == i || !keys[j].starts_with(family) || keys[j].size() <= keys[i].size()) continue;
        if (!keys[j].ends_with(core)) continue;
        several |= longer != nullptr;
        longer = &names[j];
      }
      if (longer != nullptr && !several) out[names[i]] = *longer;
    }
  }
  return out;
}

}  // namespace khobao::recognise
