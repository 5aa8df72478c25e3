#include "common/archive/facets/place_kinds.h"

#include <algorithm>
#include <unordered_map>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/names/name_data.h"
#include "common/names/name_key.h"

namespace khobao::archive {
namespace {

// No kind has more words: "tổ dân phố".
constexpr size_t kMostWords = 3;

// Every form of a kind, and the kind in full.
const std::unordered_map<std::string, std::string>& kinds() {
  static const auto table = [] {
    std::unordered_map<std::string, std::string> forms;
    text::Tokenizer tokenizer;
    for_each_data_line(names::data::levels(), [&](std::string_view line) {
      const auto columns = names::columns(line);
      const std::string kind = names::name_key(columns[0], tokenizer);
      forms.emplace(kind, kind);
      names::for_each_part(columns[1], ';', [&](std::string_view form) {
        forms.emplace(names::name_key(form, tokenizer), kind);
      });
    });
    return forms;
  }();
  return table;
}

// Where the longest kind in front of a name ends; 0 where there is none.
size_t kind_end(std::string_view key) {
  size_t found = 0, end = 0;
  for (size_t words = 0; words < kMostWords; ++words) {
    end = key.find(' ', end + (words > 0 ? 1 : 0));
    if (end == std::string_view::npos) break;
    if (kinds().contains(std::string(key.substr(0, end)))) found = end;
  }
  return found;
}

}  // namespace

std::string_view without_place_kind(std::string_view key) {
  const size_t end = kind_end(key);
  return end == 0 ? key : key.substr(end + 1);
}

std::string with_kind_in_full(std::string_view key) {
  const size_t end = kind_end(key);
  if (end == 0) return "";
  const std::string kind(key.substr(0, end)), &full = kinds().at(kind);
  return full == kind ? "" : full + std::string(key.substr(end));
}

bool is_place_kind(std::string_view key) { return kinds().contains(std::string(key)); }

}  // namespace khobao::archive
