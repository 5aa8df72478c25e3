#include "indexer/recognise/grammar/place_context.h"

#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/grammar/canonical_spelling.h"

namespace khobao::recognise {
namespace {

// Beyond this the places of an article tell no more than those before.
constexpr size_t kMaxSeen = 2000;
// A title names the article's own place.
constexpr double kTitleWeight = 3;
constexpr double kDominance = 1.5;
// An article is about another country that it names this many times as often as Việt Nam.
constexpr double kAbroad = 4;

bool is_small_level(std::string_view level) {
  return level == "xã" || level == "phường" || level == "thị trấn" || level == "thôn";
}

}  // namespace

PlaceContext::PlaceContext(const names::Lexicon& lexicon, std::string_view published)
    : lexicon_(lexicon), merged_(published.substr(0, 10) >= names::kMergerDate) {}

void PlaceContext::read(const names::Paragraph& paragraph, size_t number) {
  const auto& words = paragraph.words;
  const auto fits = [&](const names::Spelling& spelling, size_t at) {
    return fits_case(spelling, words, at) && words[at].capital();
  };
  for (size_t pos = 0; pos < words.size() && seen_.size() + province_seen_.size() < kMaxSeen;) {
    const names::Word& word = words[pos];
    if ((word.roles & (names::role::kPlace | names::role::kCountry | names::role::kLevel)) == 0 ||
        (!word.capital() && (word.roles & names::role::kLevel) == 0)) {
      ++pos;
      continue;
    }
    size_t at = pos;
    int level = -1;
    if (const auto match = lexicon_.level_phrases.longest(
            words, pos,
            [&](const names::Spelling& spelling, size_t from) {
              return (spelling.uppers & 1) == 0 || words[from].capital();
            });
        match && match.end < words.size() &&
        words[match.end].joined(names::sep::kSpace | names::sep::kDot)) {
      level = static_cast<int>(match.spelling->target);
      at = match.end;
    }
    // Inside a longer name ("Trần Bình Định") it is no place.
    const bool inside = at == pos && pos > 0 && word.before == names::sep::kSpace &&
                        words[pos - 1].shape == names::Shape::capital &&
                        !(words[pos - 1].before & names::sep::kStart);
    const auto place = inside || !words[at].capital()
                           ? names::PhraseTable::Match{}
                           : lexicon_.place_phrases.longest(words, at, fits);
    if (place) {
      const int index = static_cast<int>(place.spelling->target);
      const names::Place& known = lexicon_.places[place.spelling->target];
      // A town tells of its province; districts are too many and too much alike.
      const bool town = lexicon_.levels[static_cast<size_t>(known.level)] != "huyện";
      const int province = known.is_province() ? index : town ? known.province : -1;
      const Seen seen{number, pos, level >= 0 ? level : known.level,
                      std::string(lexicon_.text(known.name))};
      if (province >= 0) {
        provinces_[province] += number == 0 ? kTitleWeight : 1;
        province_seen_.emplace_back(seen, province);
      }
      if (!known.is_province() || lexicon_.levels[static_cast<size_t>(known.level)] != "tỉnh") {
        seen_.push_back(seen);
      }
      pos = place.end;
      continue;
    }
    // "… của TP. Ở đó …": a sentence ends after the level.
    const bool ends = level >= 0 && words[at].sentence;
    // "Sở Y tế TP Trần Văn Tám": only communes and wards are often called after a person.
    const bool person = level >= 0 && !is_small_level(lexicon_.levels[static_cast<size_t>(level)]) &&
                        is_person(lexicon_, paragraph, at);
    if (level >= 0 && words[at].capital() && !paragraph.shouting && !ends && !person) {
      size_t end = at;
      while (end < words.size() && end < at + 3 && words[end].capital() &&
             (end == at || words[end].before == names::sep::kSpace)) {
        if (end > at + 1 && lexicon_.has(words[end].symbol, names::role::kSurname)) break;
        ++end;
      }
      const uint16_t joint = words[at].before;
      const bool stop = (joint & names::sep::kDot) != 0 && (joint & names::sep::kSpace) != 0;
      // One capital after "TP. " begins a sentence more often than it is a place no table has.
      if (!stop || end >= at + 2)
        seen_.push_back({number, pos, level, spell(lexicon_, paragraph, at, end)});
      pos = end;
      continue;
    }
    if (!inside) {
      if (const auto country = country_at(lexicon_, paragraph, pos)) {
        if (word.symbol == lexicon_.vietnam[0]) {
          ++vietnam_;
        } else {
          ++countries_[static_cast<int>(country.spelling->target)];
        }
        pos = country.end;
        continue;
      }
    }
    ++pos;
  }
}

PlaceContext::Answer PlaceContext::province_of(int level, size_t paragraph, size_t word) const {
  const auto current = [&](int province) {
    return merged_ ? lexicon_.places[static_cast<size_t>(province)].merged : province;
  };
  std::map<int, double> weights;
  for (const auto& [province, weight] : provinces_) {
    const int now = current(province);
    if (level < 0 || lexicon_.places[static_cast<size_t>(now)].level == level)
      weights[now] += weight;
  }
  int best = -1;
  double first = 0, second = 0;
  for (const auto& [province, weight] : weights) {
    if (weight > first) {
      second = first;
      first = weight;
      best = province;
    } else if (weight > second) {
      second = weight;
    }
  }
  if (best < 0) return {};
  if (first < kDominance * second) {
    best = -1;  // several: the last one named before
    for (const auto& [seen, province] : province_seen_) {
      if (seen.paragraph > paragraph || (seen.paragraph == paragraph && seen.word > word)) break;
      if (weights.count(current(province)) != 0) best = current(province);
    }
    if (best < 0) return {};
  }
  const names::Place& place = lexicon_.places[static_cast<size_t>(best)];
  return {place.level, std::string(lexicon_.text(place.name))};
}

PlaceContext::Answer PlaceContext::place_of(int level, size_t paragraph, size_t word) const {
  if (level < 0 || lexicon_.levels[static_cast<size_t>(level)] == "tỉnh") {
    return province_of(level, paragraph, word);
  }
  std::map<std::string_view, int> counts;
  const Seen* nearest = nullptr;
  for (const Seen& seen : seen_) {
    if (seen.level != level) continue;
    ++counts[seen.name];
    if (nearest == nullptr || seen.paragraph < paragraph ||
        (seen.paragraph == paragraph && seen.word <= word)) {
      nearest = &seen;
    }
  }
  if (nearest == nullptr) return {};
  // The place that the article is about; where it is about several, the last one named before.
  std::string_view best = nearest->name;
  for (const auto& [name, count] : counts) {
    if (count >= 2 * counts[nearest->name] && count >= 2 * counts[best]) best = name;
  }
  return {level, std::string(best)};
}

int PlaceContext::foreign_country() const {
  if (countries_.empty()) return -1;
  int best = -1, first = 0, second = 0;
  for (const auto& [country, count] : countries_) {
    if (count > first) {
      second = first;
      first = count;
      best = country;
    } else if (count > second) {
      second = count;
    }
  }
  double home = vietnam_;
  for (const auto& [province, weight] : provinces_) home += weight;
  return first >= 2 * second && first >= kAbroad * home ? best : -1;
}

}  // namespace khobao::recognise
