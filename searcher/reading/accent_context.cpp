#include "searcher/reading/accent_context.h"

#include <algorithm>
#include <cmath>

namespace khobao::reading {
namespace {

using query::Reading;

// How many sightings the chance of the shorter context is worth.
constexpr double kPairSightings = 8, kArchiveSightings = 300;
// Share of the articles' own counts in the chance of the first word, the rest is the archive's.
constexpr double kOwnShare = 0.8;
constexpr size_t kMost = ReadingCounts::kMostReadings;

// Values of two neighbouring words' readings.
using Grid = std::array<std::array<double, kMost>, kMost>;

void normalise_grid(Grid& grid) {
  double sum = 0;
  for (const auto& row : grid) {
    for (const double value : row) sum += value;
  }
  for (auto& row : grid) {
    for (double& value : row) value /= sum > 0 ? sum : 1;
  }
}

class Context {
 public:
  Context(const WordReadings& readings, const ReadingCounts& counts,
          const AccentRestoration& restoration)
      : readings_(readings), counts_(counts) {
    for (const auto& word : readings) sizes_.push_back(std::min(word.size(), kMost));
    pairs_.resize(readings.size());
    for (size_t i = 1; i < readings.size(); ++i) {
      const auto archive = restoration.chances(readings[i], readings[i - 1]);
      for (size_t b = 0; b < sizes_[i - 1]; ++b) {
        for (size_t c = 0; c < sizes_[i]; ++c) {
          pairs_[i][b][c] = (counts.behind(i, b, c) + kArchiveSightings * archive[c][b]) /
                            (counts.alone(i - 1, b) + kArchiveSightings);
        }
      }
    }
    const auto first = restoration.first_chances(readings.front());
    double all = 0, all_first = 0;
    for (size_t a = 0; a < sizes_[0]; ++a) {
      all += counts.alone(0, a) + 0.5;
      all_first += first[a];
    }
    for (size_t a = 0; a < sizes_[0]; ++a) {
      heads_.push_back(std::pow((counts.alone(0, a) + 0.5) / all, kOwnShare) *
                       std::pow(first[a] / all_first, 1 - kOwnShare));
    }
  }

  WordReadings read() {
    add_up();
    return weighted(best_path());
  }

 private:
  double chance(size_t i, size_t a, size_t b, size_t c) const {
    return (counts_.behind_two(i, a, b, c) + kPairSightings * pairs_[i][b][c]) /
           (counts_.behind(i - 1, a, b) + kPairSightings);
  }

  // Forward and backward sums over all sequences, and the best sequence up to each pair.
  void add_up() {
    const size_t n = readings_.size();
    forward_.assign(n, Grid{});
    best_.assign(n, Grid{});
    from_.resize(n);
    for (size_t a = 0; a < sizes_[0]; ++a) {
      for (size_t b = 0; b < sizes_[1]; ++b)
        best_[1][a][b] = forward_[1][a][b] = heads_[a] * pairs_[1][a][b];
    }
    for (size_t i = 2; i < n; ++i) {
      for (size_t b = 0; b < sizes_[i - 1]; ++b) {
        for (size_t c = 0; c < sizes_[i]; ++c) step(i, b, c);
      }
      normalise_grid(forward_[i]);
      normalise_grid(best_[i]);
    }
    backward_.assign(n, Grid{});
    for (auto& row : backward_[n - 1]) row.fill(1);
    for (size_t i = n - 1; i > 1; --i) {
      for (size_t a = 0; a < sizes_[i - 2]; ++a) {
        for (size_t b = 0; b < sizes_[i - 1]; ++b) {
          for (size_t c = 0; c < sizes_[i]; ++c)
            backward_[i - 1][a][b] += chance(i, a, b, c) * backward_[i][b][c];
        }
      }
      normalise_grid(backward_[i - 1]);
    }
  }

  void step(size_t i, size_t b, size_t c) {
    for (size_t a = 0; a < sizes_[i - 2]; ++a) {
      const double chance_here = chance(i, a, b, c);
      forward_[i][b][c] += forward_[i - 1][a][b] * chance_here;
      const double best = best_[i - 1][a][b] * chance_here;
      if (best > best_[i][b][c]) {
        best_[i][b][c] = best;
        from_[i][b][c] = a;
      }
    }
  }

  std::vector<size_t> best_path() const {
    const size_t n = readings_.size();
    size_t b = 0, c = 0;
    for (size_t x = 0; x < sizes_[n - 2]; ++x) {
      for (size_t y = 0; y < sizes_[n - 1]; ++y) {
        if (best_[n - 1][x][y] > best_[n - 1][b][c]) {
          b = x;
          c = y;
        }
      }
    }
    std::vector<size_t> path(n);
    path[n - 1] = c;
    path[n - 2] = b;
    for (size_t i = n - 1; i > 1; --i) path[i - 2] = from_[i][path[i - 1]][path[i]];
    return path;
  }

  // The chances of each reading of word `i`, over all sequences.
  std::vector<double> chances_of(size_t i) const {
    std::vector<double> chances(sizes_[i]);
    const size_t at = std::max<size_t>(i, 1);
    for (size_t b = 0; b < sizes_[at - 1]; ++b) {
      for (size_t c = 0; c < sizes_[at]; ++c)
        chances[i == 0 ? b : c] += forward_[at][b][c] * backward_[at][b][c];
    }
    return chances;
  }

  WordReadings weighted(const std::vector<size_t>& path) const {
    WordReadings out;
    for (size_t i = 0; i < readings_.size(); ++i) {
      const std::vector<double> chances = chances_of(i);
      out.push_back(weighted_readings(readings_[i], chances, path[i]));
    }
    return out;
  }

  const WordReadings& readings_;
  const ReadingCounts& counts_;
  std::vector<size_t> sizes_;
  std::vector<Grid> pairs_;  // at i: of a word after the one in front
  std::vector<double> heads_;
  std::vector<Grid> forward_, backward_, best_;
  std::vector<std::array<std::array<size_t, kMost>, kMost>> from_;
};

}  // namespace

WordReadings read_in_context(const WordReadings& readings, const ReadingCounts& counts,
                             const AccentRestoration& restoration) {
  return Context(readings, counts, restoration).read();
}

}  // namespace khobao::reading
