#include "searcher/query/rank_terms.h"

#include <algorithm>

namespace khobao::query {
namespace {

// A term of an equivalent tells less than the whole of it does: "dân" alone is not yet "hội đồng
// nhân dân".
constexpr double kPartWeight = 0.5;
constexpr double kMostEquivalentWeight = 0.9;

void note(const std::string& term, Plan::Role role, Plan& plan) {
  const auto known = std::find(plan.terms.begin(), plan.terms.end(), term);
  if (known != plan.terms.end()) {
    Plan::Role& noted = plan.roles[static_cast<size_t>(known - plan.terms.begin())];
    noted.weight = std::max(noted.weight, role.weight);
    noted.part = noted.part && role.part;
    return;
  }
  plan.terms.push_back(term);
  plan.roles.push_back(role);
}

}  // namespace

void note_rank_terms(const LeafWords& words, size_t begin, size_t end,
                     const std::vector<PlacedCompound>& compounds, Plan& plan) {
  if (plan.runs.empty()) plan.runs.emplace_back();
  const auto next_word = [&] { return plan.roles.empty() ? 0 : plan.roles.back().word + 1; };
  for (size_t i = begin; i < end; ++i) {
    for (const PlacedCompound& compound : compounds) {
      if (compound.begin == i) note(compound.term, {.word = next_word()}, plan);
    }
    const size_t word = next_word();
    for (const Reading& reading : words.words()[i].readings)
      note(reading.term, {.word = word, .weight = reading.weight}, plan);
    // Terms of an equivalent stand for the words in its place, those too many for the last one.
    for (const Equivalent& other : words.equivalents()) {
      if (i < other.begin || i >= other.end || other.begin < begin || other.end > end) continue;
      const bool part = other.words.size() > 1;
      const double weight =
          std::min(other.weight, kMostEquivalentWeight) * (part ? kPartWeight : 1);
      const size_t first = i - other.begin;
      const size_t behind = i + 1 == other.end ? other.words.size() : first + 1;
      for (size_t t = first; t < std::min(behind, other.words.size()); ++t)
        note(other.words[t], {.word = word, .weight = weight, .part = part}, plan);
      if (part && first == 0) plan.equivalents.push_back({other.words, weight});
    }
    plan.runs.back().push_back(words.words()[i].likeliest());
  }
}

}  // namespace khobao::query
