#include "searcher/reading/equivalents/spellings.h"

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "searcher/reading/equivalents/equivalent_data.h"

namespace khobao::reading {
namespace {

// Another spelling of a name means the same, yet what was typed comes first.
constexpr double kSpellingWeight = 0.95;

}  // namespace

const PhraseGroups& spellings() {
  static const PhraseGroups table = [] {
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
    return groups;
  }();
  return table;
}

}  // namespace khobao::reading
