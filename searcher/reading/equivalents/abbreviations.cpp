#include "searcher/reading/equivalents/abbreviations.h"

#include <algorithm>
#include <array>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/names/name_data.h"
#include "searcher/reading/equivalents/equivalent_data.h"

namespace khobao::reading {
namespace {

// The likeliest expansion of an abbreviation, the next one, and those after it.
constexpr double kWeights[] = {0.9, 0.5, 0.35};
// Words inside names: "CP" may be cổ phần or Chính phủ elsewhere.
constexpr double kInNamesWeight = 0.6;
// Beside an organisation's full name, its abbreviation.
constexpr double kOrganisationWeight = 0.9;

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

const PhraseGroups& abbreviations() {
  static const PhraseGroups table = [] {
    PhraseGroups groups;
    add_own(groups);
    add_words_of_names(groups);
    add_organisations(groups);
    return groups;
  }();
  return table;
}

}  // namespace khobao::reading
