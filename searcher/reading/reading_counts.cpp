#include "searcher/reading/reading_counts.h"

#include <algorithm>

namespace khobao::reading {

ReadingCounts::ReadingCounts(const WordReadings& readings)
    : alone_(readings.size()), behind_(readings.size()), behind_two_(readings.size()) {
  for (size_t place = 0; place < readings.size(); ++place) {
    for (size_t r = 0; r < std::min(readings[place].size(), kMostReadings); ++r) {
      const std::string& term = readings[place][r].term;
      const auto known = std::find(terms_.begin(), terms_.end(), term);
      const auto index = static_cast<size_t>(known - terms_.begin());
      if (known == terms_.end()) {
        terms_.push_back(term);
        stands_.emplace_back();
      }
      stands_[index].push_back({place, r});
    }
  }
}

void ReadingCounts::add(const match::StreamMatcher& article) {
  const auto& found = article.occurrences();
  for (size_t i = 0; i < found.size(); ++i) {
    const bool second = i > 0 && found[i - 1].place + 1 == found[i].place;
    const bool third = second && i > 1 && found[i - 2].place + 2 == found[i].place;
    for (const Stand& c : stands_[found[i].term]) {
      ++alone_[c.place][c.reading];
      if (!second) continue;
      for (const Stand& b : stands_[found[i - 1].term]) {
        if (b.place + 1 != c.place) continue;
        const size_t pair = b.reading * kMostReadings + c.reading;
        ++behind_[c.place][pair];
        if (!third) continue;
        for (const Stand& a : stands_[found[i - 2].term]) {
          if (a.place + 1 == b.place)
            ++behind_two_[c.place][a.reading * kMostReadings * kMostReadings + pair];
        }
      }
    }
  }
}

}  // namespace khobao::reading
