#include "searcher/query/fields.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"

namespace khobao::query {
namespace {

// Without what may be left out of a name.
std::string key_of(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (c != '-' && c != '_') letters += c;
  }
  return text::fold(text::normalise_word(letters));
}

constexpr size_t kLongestName = 40;  // bytes, with accents

// Calls `visit` with every name of the table without what may be left out, until it returns true.
template <class Visit>
std::optional<Field> first_name(Visit visit) {
  for (const FieldNames& names : kFields) {
    if (visit(std::string(names.name))) return names.field;
    std::string_view others = names.others;
    while (!others.empty()) {
      const std::string_view name = others.substr(0, others.find(' '));
      if (visit(key_of(name))) return names.field;
      others.remove_prefix(std::min(name.size() + 1, others.size()));
    }
  }
  return std::nullopt;
}

// One slip of the keyboard apart.
bool nearly_same(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  const std::string_view rest_a = a.substr(same), rest_b = b.substr(same);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  const bool swapped = rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
                       rest_a.substr(2) == rest_b.substr(2);
  return rest_a.empty() || rest_a.substr(1) == rest_b.substr(1) || swapped;
}

}  // namespace

const FieldNames& names_of(Field field) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [&](const FieldNames& names) { return names.field == field; });
}

std::optional<Field> find_field(std::string_view typed) {
  if (typed.empty() || typed.size() > kLongestName) return std::nullopt;
  const std::string wanted = key_of(typed);
  return first_name([&](const std::string& name) { return name == wanted; });
}

std::optional<Field> nearest_field(std::string_view typed) {
  constexpr size_t kLeastLetters = 4;
  if (typed.size() > kLongestName) return std::nullopt;
  const std::string wanted = key_of(typed);
  if (wanted.size() < kLeastLetters) return std::nullopt;
  return first_name([&](const std::string& name) {
    return name.size() >= kLeastLetters && nearly_same(name, wanted);
  });
}

}  // namespace khobao::query
