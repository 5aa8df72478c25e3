#include "searcher/query/words/rank_terms.h"

#include <algorithm>

namespace khobao::query {
namespace {

// Articles with what was typed rank before those with an equivalent, at the same frequencies.
constexpr double kMostRankWeight = 0.9;

void note(const std::string& term, Plan::Role role, Plan& plan) {
  const auto known = std::find(plan.terms.begin(), plan.terms.end(), term);
  if (known != plan.terms.end()) {
    Plan::Role& noted = plan.roles[static_cast<size_t>(known - plan.terms.begin())];
    noted.weight = std::max(noted.weight, role.weight);
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
    // A single syllable of an equivalent tells nothing: "dân" is not yet "hội đồng nhân dân".
    for (const Equivalent& other : words.equivalents()) {
      if (other.begin != i || other.end > end) continue;
      const double weight = std::min(other.weight, kMostRankWeight);
      if (other.words.size() > 1) {
        plan.equivalents.push_back({other.words, weight});
      } else {
        note(other.words.front(), {.word = word, .weight = weight}, plan);
      }
    }
    plan.runs.back().push_back(words.words()[i].likeliest());
  }
}

}  // namespace khobao::query
