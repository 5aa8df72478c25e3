#include "indexer/recognise/grammar/belonging.h"

#include <algorithm>
#include <set>

#include "common/names/lexicon.h"
#include "common/text/letters/normalise.h"

namespace khobao::recognise {
namespace {

constexpr int kFarOftener = 3;
constexpr size_t kMostDistinctNames = 300;  // each is held against all others; more is no article

bool is_complete(const Found& found) {
  return found.entry >= 0 || found.parent >= 0 || found.country >= 0 || !found.place.empty();
}

// "Trường … (Đại học …", "…, Đại học …", "… thuộc Đại học …".
bool stands_beside(const names::Paragraph& paragraph, const Found& unit, const Found& body) {
  if (unit.paragraph != body.paragraph) return false;
  const auto& words = paragraph.words;
  if (body.first == unit.end) {
    const uint16_t joint = words[body.first].before;
    constexpr uint16_t kBeside = names::sep::kOpen | names::sep::kComma | names::sep::kDash;
    return (joint & kBeside) != 0 && (joint & ~(kBeside | names::sep::kSpace)) == 0;
  }
  if (body.first != unit.end + 1 || words[body.first].before != names::sep::kSpace ||
      words[unit.end].before != names::sep::kSpace)
    return false;
  const std::string_view between = paragraph.surface(words[unit.end]);
  return between == "thuộc" || between == "của";
}

// Nothing but a comma or "và" between.
bool follows_in_list(const names::Paragraph& paragraph, const Found& before, const Found& next) {
  if (before.paragraph != next.paragraph) return false;
  const auto& words = paragraph.words;
  if (next.first == before.end)
    return words[next.first].before == (names::sep::kComma | names::sep::kSpace);
  return next.first == before.end + 1 && words[before.end].before == names::sep::kSpace &&
         words[next.first].before == names::sep::kSpace &&
         paragraph.surface(words[before.end]) == "và";
}

// "các | trường THPT Yên Hòa"
bool opens_list_of_bodies(const names::Lexicon& lexicon, const names::Paragraph& paragraph,
                          const Found& found) {
  if (found.head == nullptr || found.plain || found.first == 0) return false;
  if (found.head->tail != names::Tail::name && found.head->tail != names::Tail::domain) return false;
  return paragraph.words[found.first].before == names::sep::kSpace &&
         lexicon.has(paragraph.words[found.first - 1].symbol, names::role::kPlural);
}

// "Trường Đại học Luật", "Đại học Sông Kon"
bool may_belong(std::string_view school, std::string_view university) {
  return school.starts_with("trường đại học ") && university.starts_with("đại học ");
}

// What a longer name adds that is no part of one: "… và Công ty", "… tại SEA Games".
bool runs_on(std::string_view rest) {
  static constexpr std::string_view kSmall[] = {"và ", "tại ", "là ", "cùng ", "với "};
  return std::any_of(std::begin(kSmall), std::end(kSmall),
                     [&](std::string_view word) { return rest.starts_with(word); });
}

}  // namespace

void attach_universities(std::span<const names::Paragraph> paragraphs,
                   std::span<const Found* const> mentions, std::vector<std::string>& names) {
  std::map<std::string, std::string> whole;  // "" where several bodies have such a unit
  for (size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Found &unit = *mentions[i], &body = *mentions[i + 1];
    if (is_complete(unit) || !stands_beside(paragraphs[unit.paragraph], unit, body)) continue;
    if (!may_belong(names::name_key(names[i]), names::name_key(names[i + 1]))) continue;
    const std::string name = names[i] + " " + names[i + 1];
    const auto [at, fresh] = whole.emplace(names[i], name);
    if (!fresh && at->second != name) at->second.clear();
  }
  for (std::string& name : names) {
    if (const auto at = whole.find(name); at != whole.end() && !at->second.empty())
      name = at->second;
  }
}

std::map<std::string, std::string> begun_forms(std::span<const Found* const> mentions,
                                               const std::vector<std::string>& names,
                                               names::NameKeys& keys) {
  std::map<std::string, std::string> out;
  std::map<std::string, std::string> by_key;
  std::set<std::string> open, complete;
  std::map<std::string, int> times;
  for (size_t i = 0; i < names.size(); ++i) {
    std::string key = keys.of(names[i]);
    const Found& found = *mentions[i];
    const bool alone = found.head != nullptr && (found.head->bare || found.head->national);
    if (!is_complete(found) && !alone && key.find(' ') != std::string::npos) open.insert(key);
    if (is_complete(found)) complete.insert(key);
    ++times[key];
    by_key.emplace(std::move(key), names[i]);
  }
  if (by_key.size() > kMostDistinctNames) return out;
  for (const std::string& key : open) {
    const std::string* longer = nullptr;
    bool several = false;
    for (auto at = by_key.upper_bound(key); at != by_key.end() && at->first.starts_with(key); ++at) {
      if (at->first[key.size()] != ' ' || runs_on(at->first.substr(key.size() + 1))) continue;
      // What is printed once, and the short name often, is more likely a slip.
      if (!complete.contains(at->first) && times.at(key) >= kFarOftener * times.at(at->first)) continue;
      several |= longer != nullptr;
      longer = &at->second;
    }
    if (longer != nullptr && !several) out.emplace(by_key.at(key), *longer);
  }
  return out;
}

void share_heads(const names::Lexicon& lexicon, std::span<const names::Paragraph> paragraphs,
                 std::span<const Found* const> mentions, std::vector<std::string>& names) {
  for (size_t i = 0; i < mentions.size(); ++i) {
    const Found& opener = *mentions[i];
    const names::Paragraph& paragraph = paragraphs[opener.paragraph];
    if (!opens_list_of_bodies(lexicon, paragraph, opener)) continue;
    for (size_t next = i + 1; next < mentions.size(); ++next) {
      const Found& other = *mentions[next];
      if (!follows_in_list(paragraph, *mentions[next - 1], other)) break;
      if (other.head == opener.head) continue;
      if (other.head != nullptr || other.entry >= 0) break;
      names[next] = std::string(lexicon.text(opener.head->name)) + " " + names[next];
    }
  }
}

}  // namespace khobao::recognise
