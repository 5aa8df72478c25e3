#include "searcher/reading/tables/table_sources.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "common/base/embedded.h"
#include "common/base/sorted_table.h"
#include "common/names/lexicon.h"
#include "common/names/name_data.h"
#include "common/text/letters/fold.h"
#include "common/text/vocabulary.h"
#include "searcher/reading/equivalents/equivalent_data.h"
#include "searcher/reading/tables/phrase_groups.h"
#include "searcher/reading/tables/phrase_table.h"

extern "C" {
extern const char khobao_plain_pairs_begin[], khobao_plain_pairs_end[];
}

namespace khobao::reading {
namespace {

// The likeliest expansion of an abbreviation, the next one, and those after it.
constexpr double kWeights[] = {0.9, 0.5, 0.35};
// Words inside names: "CP" may be cổ phần or Chính phủ elsewhere.
constexpr double kInNamesWeight = 0.6;
// Beside an organisation's full name, its abbreviation.
constexpr double kOrganisationWeight = 0.9;
// Another spelling of a name means the same, yet what was typed comes first.
constexpr double kSpellingWeight = 0.95;

bool is_capital(std::string_view letter) {
  // Đ and Ư are the letters beyond ASCII with which words of abbreviations begin.
  return (letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z') || letter == "Đ" ||
         letter == "Ư";
}

// Capitals only, three or more, as "TANDTC".
bool is_abbreviation(std::string_view name) {
  size_t letters = 0;
  for (size_t at = 0; at < name.size(); ++letters) {
    const size_t bytes = static_cast<unsigned char>(name[at]) < 0x80 ? 1 : 2;
    if (!is_capital(name.substr(at, bytes))) return false;
    at += bytes;
  }
  return letters >= 3;
}

void add_own(PhraseGroups& groups) {
  for_each_data_line(data::abbreviations(), [&](std::string_view line) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    size_t rank = 0;
    names::for_each_part(line.substr(tab + 1), ';', [&](std::string_view expansion) {
      const double weight = kWeights[std::min(rank++, std::size(kWeights) - 1)];
      groups.add(std::array<PhraseGroups::Form, 2>{{{line.substr(0, tab), weight}, {expansion}}});
    });
  });
}

void add_words_of_names(PhraseGroups& groups) {
  for_each_data_line(names::data::expansions(), [&](std::string_view line) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::string_view abbreviation = line.substr(0, tab);
    const double weight = is_abbreviation(abbreviation) ? kWeights[0] : kInNamesWeight;
    groups.add(std::array<PhraseGroups::Form, 2>{{{abbreviation, weight}, {line.substr(tab + 1)}}});
  });
}

// Of an organisation's other forms only abbreviations mean it wherever they stand. Rows of the stop
// list are no organisations, and what stands in one row there is not the same.
void add_organisations(PhraseGroups& groups) {
  for (const std::string_view file : names::data::organisations()) {
    for_each_data_line(file, [&](std::string_view line) {
      const size_t tab = line.find('\t');
      if (tab == std::string_view::npos) return;
      const std::string_view name = line.substr(0, tab);
      const std::string_view rest = line.substr(tab + 1);
      if (rest.substr(std::min(rest.find('\t'), rest.size() - 1) + 1) == "none") return;
      std::vector<PhraseGroups::Form> forms{{name}};
      names::for_each_part(rest.substr(0, rest.find('\t')), ';', [&](std::string_view alias) {
        if (is_abbreviation(alias)) forms.push_back({alias, kOrganisationWeight});
      });
      if (forms.size() > 1) groups.add(forms);
    });
  }
}

}  // namespace

std::string abbreviations_image() {
  PhraseGroups groups;
  add_own(groups);
  add_words_of_names(groups);
  add_organisations(groups);
  return groups.image();
}

std::string spellings_image() {
  PhraseGroups groups;
  std::vector<PhraseGroups::Form> forms;
  for (const std::string_view file : data::spellings()) {
    for_each_data_line(file, [&](std::string_view line) {
      forms.clear();
      names::for_each_part(line, ';', [&](std::string_view form) {
        forms.push_back({form, kSpellingWeight});
      });
      groups.add(forms);
    });
  }
  return groups.image();
}

// Unlike the phrases of PhraseGroups, these may be single syllables, and accents count.
std::string everyday_image() {
  PhraseEntries entries;
  text::Tokenizer tokenizer;
  for_each_data_line(data::everyday(), [&](std::string_view line) {
    std::vector<Words> row;
    names::for_each_part(
        line, ';', [&](std::string_view phrase) { row.push_back(words_of(tokenizer, phrase)); });
    for (const Words& phrase : row) {
      for (const Words& other : row) {
        if (other != phrase) entries.add(phrase, {.weight = 1, .words = other});
      }
    }
  });
  return entries.image();
}

std::string numerals_image() {
  std::map<std::string, std::string> entries;
  text::Tokenizer tokenizer;
  size_t longest_cue = 0, longest_numeral = 1;
  for_each_data_line(data::numeral_cues(), [&](std::string_view line) {
    const auto column = names::columns(line);
    const Words words = words_of(tokenizer, column[0]);
    entries['c' + joined(words)] = column[1];
    longest_cue = std::max(longest_cue, words.size());
  });
  for_each_data_line(data::numerals(), [&](std::string_view line) {
    const auto column = names::columns(line);
    const std::string digits(column[0]), roman = words_of(tokenizer, column[1]).front();
    std::vector<std::string> keys{'p' + digits, 'r' + roman};
    std::string forms, ordinals;
    names::for_each_part(column[2], ';', [&](std::string_view form) {
      const Words words = words_of(tokenizer, form);
      (forms += forms.empty() ? "" : ";") += joined(words);
      keys.push_back('w' + joined(words));
      longest_numeral = std::max(longest_numeral, words.size());
    });
    names::for_each_part(column[3], ';', [&](std::string_view form) {
      const std::string word = words_of(tokenizer, form).front();
      (ordinals += ordinals.empty() ? "" : ";") += word;
      keys.push_back('o' + word);
    });
    for (const std::string& key : keys)
      entries[key] = digits + '\t' + roman + '\t' + forms + '\t' + ordinals;
  });
  entries[""] = {static_cast<char>(longest_cue), static_cast<char>(longest_numeral)};
  return sorted_table(entries);
}

std::string documents_image() {
  std::map<std::string, std::string> entries;
  text::Tokenizer tokenizer;
  size_t longest = 0;
  for_each_data_line(names::data::document_kinds(), [&](std::string_view line) {
    const auto column = names::columns(line);
    const Words name = words_of(tokenizer, column[0]);
    std::string letters;
    std::vector<std::string> keys{'n' + joined(name)};
    names::for_each_part(column[2], ';', [&](std::string_view form) {
      const std::string word = words_of(tokenizer, form).front();
      (letters += letters.empty() ? "" : ";") += word;
      keys.push_back('l' + word);
      keys.push_back('l' + text::fold(word));
    });
    // Of kinds with the same letters, the first one of the file is meant.
    for (const std::string& key : keys) entries.emplace(key, joined(name) + '\t' + letters);
    longest = std::max(longest, name.size());
  });
  entries[""] = {static_cast<char>(longest)};
  return sorted_table(entries);
}

std::string plain_pairs_image() {
  std::map<std::string, std::string> entries;
  const auto bytes = static_cast<size_t>(khobao_plain_pairs_end - khobao_plain_pairs_begin);
  for_each_data_line({khobao_plain_pairs_begin, bytes},
                     [&](std::string_view line) { entries.emplace(line, ""); });
  return sorted_table(entries);
}

std::string function_words_image(std::string_view rows) {
  std::string bits(text::vocabulary().size() / 8 + 1, '\0');
  for_each_data_line(rows, [&](std::string_view row) {
    const auto column = names::columns(row);
    const auto id = text::vocabulary().find(column[1]);
    if (column[0] != "function" || !id) return;
    char& byte = bits[*id / 8];
    byte = static_cast<char>(static_cast<unsigned char>(byte) | 1u << *id % 8);
  });
  return bits;
}

std::string accented_words_image() {
  std::map<std::string, std::string> entries;
  const text::Vocabulary& vocabulary = text::vocabulary();
  size_t longest = 0;
  for (text::WordId id = 0; id < vocabulary.size(); ++id) {
    const std::string letters = text::fold(vocabulary.word(id));
    entries[letters].append(reinterpret_cast<const char*>(&id), sizeof id);
    longest = std::max(longest, letters.size());
  }
  entries[""] = {static_cast<char>(longest)};
  return sorted_table(entries);
}

}  // namespace khobao::reading
