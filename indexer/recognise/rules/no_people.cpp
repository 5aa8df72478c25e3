#include "indexer/recognise/rules/no_people.h"

#include <algorithm>
#include <array>

#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/posts.h"

namespace khobao::recognise {
namespace {

using names::Paragraph;

template <size_t N>
bool stands_in(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The two parts by which years are called, and what stands in front of them.
constexpr std::array<std::string_view, 10> kStems = {"Giáp", "Ất",   "Bính", "Đinh", "Mậu",
                                                     "Kỷ",   "Canh", "Tân",  "Nhâm", "Quý"};
constexpr std::array<std::string_view, 14> kBranches = {"Tý",  "Sửu",  "Dần", "Mão", "Thìn",
                                                        "Tỵ",  "Tị",   "Ngọ", "Mùi", "Thân",
                                                        "Dậu", "Tuất", "Hợi", "Mẹo"};
constexpr std::array<std::string_view, 3> kFestive = {"Xuân", "Tết", "Năm"};
// Begin sentences, and end no Vietnamese name.
constexpr std::array<std::string_view, 8> kSentenceWords = {"Tối",   "Theo", "Khi",  "Hôm",
                                                            "Trong", "Tại",  "Ngày", "Video"};

bool is_year(const Paragraph& paragraph, const NameSpan& person) {
  const size_t words = person.end - person.first;
  const auto surface = [&](size_t i) { return paragraph.surface(paragraph.words[i]); };
  if (words < 2 || words > 3 || !stands_in(surface(person.end - 2), kStems) ||
      !stands_in(surface(person.end - 1), kBranches))
    return false;
  return words == 2 || stands_in(surface(person.first), kFestive);
}

bool is_product(const names::Gazetteer& gazetteer, const Paragraph& paragraph,
                const NameSpan& person) {
  if (person.end == person.first + 1) return false;
  const auto maker = gazetteer.phrases().longest(
      paragraph.words, person.first, [&](const names::Spelling& spelling, size_t at) {
        return gazetteer.kind(gazetteer.entries()[spelling.target]) == "company" &&
               fits_exactly(spelling, paragraph.words, at);
      });
  return maker && maker.end < person.end;
}

}  // namespace

bool is_no_person(const names::Gazetteer& gazetteer, const Paragraph& paragraph,
                  const NameSpan& person) {
  if (!is_year(paragraph, person) && !is_product(gazetteer, paragraph, person)) return false;
  return !has_title(paragraph, person) && posts_beside(paragraph, {&person, 1}, person).empty();
}

size_t person_end(const Paragraph& paragraph, const NameSpan& person) {
  size_t end = person.end;
  while (end > person.first + 2 &&
         stands_in(paragraph.surface(paragraph.words[end - 1]), kSentenceWords))
    --end;
  return end;
}

}  // namespace khobao::recognise
