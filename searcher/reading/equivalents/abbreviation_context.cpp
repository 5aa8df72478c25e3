#include "searcher/reading/equivalents/abbreviation_context.h"

#include <algorithm>

namespace khobao::reading {
namespace {

using query::Equivalent;

// A meaning so much less likely than the best beside the neighbours is not meant.
constexpr double kLeastContextShare = 0.02;

// The chance of the pair after its first word; 0 where it was never seen.
double chance(const std::string& first, const std::string& second,
              const archive::Statistics& statistics) {
  const auto a = text::vocabulary().find(first), b = text::vocabulary().find(second);
  if (!a || !b) return 0;
  return statistics.pair_count(*a, *b) / (statistics.count(*a) + 1.0);
}

// An abbreviation that stands for several words.
bool is_meaning(const Equivalent& e) { return e.end == e.begin + 1 && e.words.size() > 1; }

}  // namespace

void weigh_by_neighbours(std::span<const std::string> words, const archive::Statistics& statistics,
                         std::vector<Equivalent>& meanings) {
  const auto evidence = [&](const Equivalent& e) {
    double sum = 0;
    if (e.end < words.size()) sum += chance(e.words.back(), words[e.end], statistics);
    if (e.begin > 0) sum += chance(words[e.begin - 1], e.words.front(), statistics);
    return sum;
  };
  std::vector<double> best(words.size(), 0), own;
  for (const Equivalent& e : meanings) {
    own.push_back(is_meaning(e) ? evidence(e) : 0);
    best[e.begin] = std::max(best[e.begin], own.back());
  }
  for (size_t i = 0; i < meanings.size(); ++i) {
    Equivalent& e = meanings[i];
    if (!is_meaning(e) || best[e.begin] == 0) continue;
    const double share = own[i] / best[e.begin];
    e.weight *= share < kLeastContextShare ? 0 : std::max(share, 0.3);
  }
}

}  // namespace khobao::reading
