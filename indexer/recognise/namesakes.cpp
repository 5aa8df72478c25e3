#include "indexer/recognise/namesakes.h"

#include <algorithm>
#include <charconv>

namespace khobao::recognise {
namespace {

constexpr size_t kMostBetween = 4;  // words from the name to the figure
constexpr int kOldest = 120, kFirstYear = 1850, kLastYear = 2100;

int figure(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size() ? value : 0;
}

// What is known of both is the same.
bool agree(const Born& a, const Born& b) {
  const auto same = [](int x, int y) { return x == 0 || y == 0 || x == y; };
  return same(a.age, b.age) && same(a.year, b.year);
}

}  // namespace

Born born_at(const names::Paragraph& paragraph, size_t at) {
  const auto& words = paragraph.words;
  constexpr uint16_t kBeside = names::sep::kOpen | names::sep::kComma;
  if (at >= words.size() || (words[at].before & kBeside) == 0) return {};
  bool birth = false;
  for (size_t i = at; i < std::min(words.size(), at + kMostBetween); ++i) {
    if (i > at && words[i].before != names::sep::kSpace) return {};
    const std::string_view word = paragraph.surface(words[i]);
    const int value = figure(word);
    if (birth && value >= kFirstYear && value <= kLastYear) return {.age = 0, .year = value};
    const bool age = value > 0 && value <= kOldest && i + 1 < words.size() &&
                     words[i + 1].before == names::sep::kSpace &&
                     paragraph.surface(words[i + 1]) == "tuổi";
    if (age) return {.age = value, .year = 0};
    birth |= word == "SN" || word == "sinh" || word == "Sinh";
  }
  return {};
}

size_t Namesakes::find(const std::string& name, const Born& born, size_t next) {
  auto& people = people_[name];
  for (size_t i = people.size(); i-- > 0;) {
    if (!agree(people[i].born, born)) continue;
    Person person = people[i];
    if (born.age != 0) person.born.age = born.age;
    if (born.year != 0) person.born.year = born.year;
    people.erase(people.begin() + static_cast<std::ptrdiff_t>(i));
    people.push_back(person);
    return person.number;
  }
  people.push_back({.number = next, .born = born});
  return next;
}

}  // namespace khobao::recognise
