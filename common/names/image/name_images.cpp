#include "common/names/image/name_images.h"

#include <algorithm>
#include <map>
#include <vector>

#include "common/base/embedded.h"
#include "common/base/packed_texts.h"
#include "common/base/sorted_table.h"
#include "common/names/lexicon.h"
#include "common/names/name_data.h"
#include "common/names/name_key.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"

namespace khobao::names {
namespace {

constexpr std::string_view kCity = "thành phố";

std::string folded(std::string_view phrase) { return text::fold(text::normalise_word(phrase)); }

class NameForms {
 public:
  void read_places() {
    for_each_data_line(data::provinces(), [&](std::string_view line) {
      const auto [name, forms, level, now] = columns(line);
      const std::string full = std::string(level) + " " + std::string(name);
      const std::string key = name_key(name, tokenizer_);
      add('p', name, full);
      for_each_part(forms, ';', [&](std::string_view form) {
        add('p', form, full);
        lists_['v' + key].push_back(name_key(form, tokenizer_));
      });
      if (level == kCity) lists_['c' + key];
    });
    for_each_data_line(data::districts(), [&](std::string_view line) {
      const auto [province, level, names, d] = columns(line);
      const std::string key = name_key(province, tokenizer_);
      for_each_part(names, ';',
                    [&](std::string_view name) { put('d' + name_key(name, tokenizer_), key); });
    });
    for_each_data_line(data::countries(), [&](std::string_view line) {
      const auto [name, forms, c, d] = columns(line);
      const std::string_view country = name;
      add('p', name, country);
      for_each_part(forms, ';', [&](std::string_view form) { add('p', form, country); });
    });
    // Other spellings of a country that has a name already are that country's.
    for_each_data_line(data::foreign_countries(), [&](std::string_view line) {
      std::string known;
      for_each_part(line, ';', [&](std::string_view form) {
        const auto at = lists_.find('p' + name_key(form, tokenizer_));
        if (known.empty() && at != lists_.end()) known = at->second.front();
      });
      add_line('p', line, known);
    });
    for_each_data_line(data::foreign_places(),
                       [&](std::string_view line) { add_line('p', line, {}); });
  }

  void read_people() {
    for_each_data_line(data::foreign_persons(),
                       [&](std::string_view line) { add_line('f', line, {}); });
  }

  std::string image() const {
    std::map<std::string, std::string> entries;
    for (const auto& [key, list] : lists_) {
      std::string& packed = entries[key];
      for (const std::string& one : list) pack_text(one, packed);
    }
    return sorted_table(entries);
  }

 private:
  void put(const std::string& key, std::string_view name) {
    std::vector<std::string>& names = lists_[key];
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  }
  void add(char kind, std::string_view form, std::string_view name) {
    const std::string key = name_key(form, tokenizer_), plain = text::fold(key);
    put(kind + key, name);
    if (plain != key) put(kind + plain, name);
  }
  // Forms of one name, which is `known` or the first of them.
  void add_line(char kind, std::string_view line, std::string known) {
    for_each_part(line, ';', [&](std::string_view form) {
      if (known.empty()) known = form;
      add(kind, form, known);
    });
  }

  text::Tokenizer tokenizer_;
  std::map<std::string, std::vector<std::string>> lists_;
};

}  // namespace

std::string name_forms_image() {
  NameForms forms;
  forms.read_places();
  forms.read_people();
  return forms.image();
}

std::string expansions_image() {
  std::map<std::string, std::string> entries;
  for_each_data_line(data::expansions(), [&](std::string_view line) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::string abbreviation = text::normalise_word(line.substr(0, tab));
    entries.emplace(abbreviation, line.substr(tab + 1));
    entries.emplace(text::fold(abbreviation), line.substr(tab + 1));
  });
  return sorted_table(entries);
}

std::string place_kinds_image() {
  std::map<std::string, std::string> entries;
  for_each_data_line(data::levels(), [&](std::string_view line) {
    const auto column = columns(line);
    const std::string kind = name_key(column[0]);
    entries.emplace(kind, kind);
    for_each_part(column[1], ';',
                  [&](std::string_view form) { entries.emplace(name_key(form), kind); });
  });
  return sorted_table(entries);
}

std::string document_letters_image() {
  std::map<std::string, std::string> entries;
  for_each_data_line(data::document_kinds(), [&](std::string_view line) {
    const auto [name, forms, letters, flags] = columns(line);
    const bool strong = flags.find("strong") != std::string_view::npos;
    if (strong) entries.emplace('s' + folded(name), "");
    for_each_part(letters, ';', [&](std::string_view printed) {
      if (strong) entries.emplace('s' + folded(printed), "");
      // Single letters would read too much into "5 l/100 km".
      if (text::count_code_points(printed) > 1) entries.emplace('l' + folded(printed), printed);
    });
  });
  return sorted_table(entries);
}

}  // namespace khobao::names
