#include "common/names/places/name_aliases.h"

#include <algorithm>
#include <unordered_map>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/names/name_data.h"
#include "common/names/name_key.h"
#include "common/text/letters/fold.h"

namespace khobao::names {
namespace {

constexpr std::string_view kCity = "thành phố";

using Forms = std::unordered_map<std::string, std::vector<std::string>>;

// By name_key(), and by the same without accents.
class Aliases {
 public:
  Aliases() {
    for_each_data_line(data::provinces(), [&](std::string_view line) {
      const auto [name, forms, level, now] = columns(line);
      const std::string full = std::string(level) + " " + std::string(name);
      const std::string key = name_key(name, tokenizer_);
      add(places_, name, full);
      for_each_part(forms, ';', [&](std::string_view form) {
        add(places_, form, full);
        provinces_[key].push_back(name_key(form, tokenizer_));
      });
      if (level == kCity) cities_.push_back(key);
    });
    for_each_data_line(data::districts(), [&](std::string_view line) {
      const auto [province, level, names, d] = columns(line);
      const std::string key = name_key(province, tokenizer_);
      for_each_part(names, ';', [&](std::string_view name) {
        put(districts_[name_key(name, tokenizer_)], key);
      });
    });
    for_each_data_line(data::countries(), [&](std::string_view line) {
      const auto [name, forms, c, d] = columns(line);
      const std::string_view country = name;
      add(places_, name, country);
      for_each_part(forms, ';', [&](std::string_view form) { add(places_, form, country); });
    });
    // Other spellings of a country that has a name already are that country's.
    for_each_data_line(data::foreign_countries(), [&](std::string_view line) {
      std::string known;
      for_each_part(line, ';', [&](std::string_view form) {
        const auto at = places_.find(name_key(form, tokenizer_));
        if (known.empty() && at != places_.end()) known = at->second.front();
      });
      add_line(places_, line, known);
    });
    for_each_data_line(data::foreign_places(),
                       [&](std::string_view line) { add_line(places_, line, {}); });
    for_each_data_line(data::foreign_persons(),
                       [&](std::string_view line) { add_line(people_, line, {}); });
  }

  const Forms& places() const { return places_; }
  const Forms& people() const { return people_; }
  const Forms& provinces() const { return provinces_; }
  const Forms& districts() const { return districts_; }
  const std::vector<std::string>& cities() const { return cities_; }

 private:
  void add(Forms& to, std::string_view form, std::string_view name) {
    const std::string key = name_key(form, tokenizer_), folded = text::fold(key);
    put(to[key], name);
    if (folded != key) put(to[folded], name);
  }
  // Forms of one name, which is `known` or the first of them.
  void add_line(Forms& to, std::string_view line, std::string known) {
    for_each_part(line, ';', [&](std::string_view form) {
      if (known.empty()) known = form;
      add(to, form, known);
    });
  }
  static void put(std::vector<std::string>& names, std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  }

  text::Tokenizer tokenizer_;
  Forms places_, people_, provinces_, districts_;
  std::vector<std::string> cities_;
};

const Aliases& known_aliases() {
  static const Aliases instance;
  return instance;
}

std::vector<std::string> forms_in(const Forms& forms, std::string_view key) {
  const auto at = forms.find(std::string(key));
  return at == forms.end() ? std::vector<std::string>() : at->second;
}

}  // namespace

std::vector<std::string> places_called(std::string_view form) {
  return forms_in(known_aliases().places(), name_key(form));
}

std::vector<std::string> people_called(std::string_view form) {
  return forms_in(known_aliases().people(), name_key(form));
}

std::vector<std::string> province_forms(std::string_view key) {
  return forms_in(known_aliases().provinces(), key);
}

std::string province_of_district(std::string_view key) {
  const std::vector<std::string> provinces = forms_in(known_aliases().districts(), key);
  return provinces.size() == 1 ? provinces.front() : std::string();
}

bool is_central_city(std::string_view key) {
  const auto& cities = known_aliases().cities();
  return std::find(cities.begin(), cities.end(), key) != cities.end();
}

}  // namespace khobao::names
