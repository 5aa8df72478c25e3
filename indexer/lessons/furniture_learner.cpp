#include "indexer/lessons/furniture_learner.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "common/archive/generations/deletion_marks.h"
#include "common/archive/schema.h"
#include "common/language/say.h"

namespace khobao::lessons {
namespace {

constexpr size_t kMostKeys = 4'000'000;   // in memory at a time: 32 MB, and some of them sampled
constexpr size_t kMostSampled = 200'000;  // lines looked at in one part
constexpr size_t kProseAround = 2;        // lines of running text before, and after
constexpr size_t kSameOf = 2;             // nearly the same: half of the sketch agrees

uint64_t key_of(uint64_t site, uint64_t line) {
  uint64_t key = (site ^ (line << 23 | line >> 41)) * 0x9E3779B97F4A7C15u;
  return key ^ key >> 29;
}

// The running text around a line; equal in copies, and in articles that quote the same passage.
uint64_t neighbourhood(const ArticlePrints& prints, size_t at) {
  uint64_t hash = 0x51ED270B;
  const auto mix = [&](uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u ^ hash >> 31;
  };
  const auto is_context = [&](size_t i) {
    return prints.lines[i].part() == archive::Part::whole && prints.lines[i].prose();
  };
  size_t found = 0, begin = at;
  const bool inside = prints.lines[at].part() != archive::Part::whole;
  for (; begin > 0 && found < kProseAround + inside; --begin) {
    if (!is_context(begin - 1)) continue;
    mix(prints.lines[begin - 1].hash());
    ++found;
  }
  mix(found);
  found = 0;
  for (size_t i = at + 1; i < prints.lines.size() && found < kProseAround; ++i) {
    if (!is_context(i)) continue;
    mix(prints.lines[i].hash());
    ++found;
  }
  mix(found);
  return hash;
}

bool nearly_same(const Sketch& a, const Sketch& b) {
  size_t same = 0, filled = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const bool empty = a[i] == UINT16_MAX && b[i] == UINT16_MAX;
    filled += !empty;
    same += !empty && a[i] == b[i];
  }
  return same * kSameOf >= filled;  // without running text, any two are
}

struct Holder {
  uint64_t id = 0, around = 0;
  Sketch sketch{};
};

// A line in enough articles of a site to be looked at.
struct Candidate {
  uint64_t key = 0;
  FurnitureLesson lesson;
  std::vector<Holder> holders;  ///< a heap: the largest id in front
};

bool smaller_id(const Holder& a, const Holder& b) { return a.id < b.id; }

// Holders that count: one of those with the same text around, or nearly the same text.
uint32_t count_apart(const std::vector<Holder>& holders) {
  std::vector<size_t> group(holders.size());
  std::iota(group.begin(), group.end(), size_t{0});
  const auto root = [&](size_t i) {
    while (group[i] != i) i = group[i];
    return i;
  };
  uint32_t groups = static_cast<uint32_t>(holders.size());
  for (size_t i = 0; i < holders.size(); ++i) {
    for (size_t k = i + 1; k < holders.size(); ++k) {
      if (holders[i].around != holders[k].around &&
          !nearly_same(holders[i].sketch, holders[k].sketch))
        continue;
      const size_t a = root(i), b = root(k);
      if (a == b) continue;
      group[b] = a;
      --groups;
    }
  }
  return groups;
}

bool is_furniture(const FurnitureLesson& lesson, uint32_t site_articles) {
  if (lesson.headline && lesson.shape == Shape::headline)
    return lesson.counted >= kFewestTeasers && lesson.counted * 2 >= lesson.looked_at;
  if (lesson.counted < kFewestArticles || lesson.counted * 2 < lesson.looked_at) return false;
  const double share = static_cast<double>(lesson.articles) / site_articles;
  switch (lesson.shape) {
    case Shape::context: return false;
    case Shape::label: return share >= kLabelShare;
    case Shape::headline: return true;
    case Shape::sentence: return share >= kSentenceShare;
  }
  return false;
}

class Learner {
 public:
  explicit Learner(const std::vector<LayerLines>& layers) : layers_(layers) {}

  Result<Lessons> run() {
    if (auto counted = count_sites(); !counted) return counted.error();
    const size_t parts = 1 + keys_ / kMostKeys;
    for (size_t part = 0; part < parts; ++part) {
      if (auto found = find_frequent(part, parts); !found) return found.error();
      // A few at a time where they are many.
      for (size_t begin = 0; begin < frequent_.size(); begin += kMostSampled) {
        candidates_.assign(frequent_.begin() + static_cast<std::ptrdiff_t>(begin),
                           frequent_.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                   frequent_.size(), begin + kMostSampled)));
        if (auto looked = look_at(); !looked) return looked.error();
        judge();
      }
    }
    auto& all = found_.lessons;
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.site, a.line) < std::tuple(b.site, b.line);
    });
    for (const FurnitureLesson& lesson : all) {
      if (found_.sites.empty() || found_.sites.back().site != lesson.site)
        found_.sites.push_back({lesson.site, sites_[lesson.site]});
    }
    if (auto counted = count_taught(); !counted) return counted.error();
    return Lessons{std::move(found_), dates_.learnt()};
  }

 private:
  Result<void> each(const std::function<void(const ArticlePrints&)>& visit) {
    return each_article_lines(layers_,
                              [&](size_t, Xapian::docid, const ArticlePrints& p) { visit(p); });
  }

  Result<void> count_sites() {
    return each([&](const ArticlePrints& prints) {
      ++found_.articles;
      dates_.add(prints);
      for (const uint64_t site : prints.sites) ++sites_[site];
      keys_ += (prints.lines.size() + 1) * prints.sites.size();
    });
  }

  // The keys of an article's lines, each once, with their places.
  template <class Visit>
  void each_line(const ArticlePrints& prints, Visit visit) {
    for (const uint64_t site : prints.sites) {
      seen_.clear();
      for (size_t i = 0; i < prints.lines.size(); ++i) {
        const LinePrint line = prints.lines[i];
        if (line.shape() == Shape::context || line.hash() == prints.title) continue;
        seen_.emplace_back(line.hash(), i);
      }
      std::sort(seen_.begin(), seen_.end());
      for (size_t n = 0; n < seen_.size(); ++n) {
        if (n > 0 && seen_[n].first == seen_[n - 1].first) continue;
        visit(site, seen_[n].second, key_of(site, seen_[n].first));
      }
    }
  }

  Result<void> find_frequent(size_t part, size_t parts) {
    std::vector<uint64_t> keys, titles;
    auto done = each([&](const ArticlePrints& prints) {
      each_line(prints, [&](uint64_t, size_t, uint64_t key) {
        if (key % parts == part) keys.push_back(key);
      });
      for (const uint64_t site : prints.sites) {
        const uint64_t key = key_of(site, prints.title);
        if (prints.title != 0 && key % parts == part) titles.push_back(key);
      }
    });
    if (!done) return done;
    std::sort(keys.begin(), keys.end());
    std::sort(titles.begin(), titles.end());
    frequent_.clear();
    for (size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
      while (end < keys.size() && keys[end] == keys[begin]) ++end;
      if (end - begin < kFewestTeasers) continue;
      const bool headline = std::binary_search(titles.begin(), titles.end(), keys[begin]);
      if (!headline && end - begin < kFewestArticles) continue;
      Candidate candidate;
      candidate.key = keys[begin];
      candidate.lesson.headline = headline;
      candidate.lesson.articles = static_cast<uint32_t>(end - begin);
      frequent_.push_back(std::move(candidate));
    }
    return {};
  }

  Result<void> look_at() {
    return each([&](const ArticlePrints& prints) {
      each_line(prints, [&](uint64_t site, size_t at, uint64_t key) {
        const auto found =
            std::lower_bound(candidates_.begin(), candidates_.end(), key,
                             [](const Candidate& c, uint64_t wanted) { return c.key < wanted; });
        if (found == candidates_.end() || found->key != key) return;
        found->lesson.site = site;
        found->lesson.line = prints.lines[at].hash();
        found->lesson.shape = std::max(found->lesson.shape, prints.lines[at].shape());
        auto& holders = found->holders;
        if (holders.size() == kLookedAt && prints.id >= holders.front().id) return;
        if (holders.size() == kLookedAt) {
          std::pop_heap(holders.begin(), holders.end(), smaller_id);
          holders.pop_back();
        }
        holders.push_back({prints.id, neighbourhood(prints, at), prints.sketch});
        std::push_heap(holders.begin(), holders.end(), smaller_id);
      });
    });
  }

  void judge() {
    for (Candidate& candidate : candidates_) {
      FurnitureLesson& lesson = candidate.lesson;
      lesson.looked_at = static_cast<uint32_t>(candidate.holders.size());
      lesson.counted = count_apart(candidate.holders);
      if (is_furniture(lesson, sites_[lesson.site])) found_.lessons.push_back(lesson);
    }
    candidates_.clear();
  }

  Result<void> count_taught() {
    if (found_.lessons.empty()) return {};
    return each([&](const ArticlePrints& prints) {
      const std::vector<bool> taken = taken_by(found_, prints);
      found_.taught += std::find(taken.begin(), taken.end(), true) != taken.end();
    });
  }

  const std::vector<LayerLines>& layers_;
  std::unordered_map<uint64_t, uint32_t> sites_;
  uint64_t keys_ = 0;
  std::vector<Candidate> frequent_, candidates_;  ///< ascending by key
  std::vector<std::pair<uint64_t, size_t>> seen_;
  FurnitureLessons found_;
  DateLearner dates_;
};

}  // namespace

Result<void> each_article_lines(
    const std::vector<LayerLines>& layers,
    const std::function<void(size_t layer, Xapian::docid, const ArticlePrints&)>& visit) {
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::lines);
  ArticlePrints prints;
  for (size_t i = 0; i < layers.size(); ++i) {
    const Xapian::Database database(layers[i].index, Xapian::DB_BACKEND_GLASS);
    const auto end = database.valuestream_end(slot);
    for (auto it = database.valuestream_begin(slot); it != end; ++it) {
      if (layers[i].without && archive::is_marked(*layers[i].without, it.get_docid())) continue;
      if (!read_prints(*it, prints)) {
        return Error{ErrorCode::index_corrupt,
                     say("the lines of article {} in '{}' cannot be read", it.get_docid(), layers[i].index),
                     ""};
      }
      visit(i, it.get_docid(), prints);
    }
  }
  return {};
}

Result<Lessons> learn(const std::vector<LayerLines>& layers) { return Learner(layers).run(); }

}  // namespace khobao::lessons
