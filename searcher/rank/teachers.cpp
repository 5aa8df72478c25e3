#include "searcher/rank/teachers.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <queue>

#include "common/archive/generations/article_streams.h"
#include "searcher/rank/feature_sums.h"
#include "searcher/reading/tables/reading_tables.h"

namespace khobao::rank {
namespace {

// How many hits teach, and how many words they teach; chosen together with kSharpness on half of the
// development topics and known-item queries, checked on the other half (tests/bench/README.md).
constexpr size_t kTeachers = 10;
constexpr size_t kLearned = 80;
// A hit that scores less than the first by this share of it teaches 1/e of what the first does.
constexpr double kSharpness = 0.12;

// A key is a pair of vocabulary words, or kName and the number of a word outside the vocabulary.
// Eight bits below it are left for the teacher.
constexpr unsigned kPartBits = 28, kTeacherBits = 8;
constexpr uint64_t kName = (uint64_t{1} << kPartBits) - 1;
static_assert(kTeachers < 1u << kTeacherBits && archive::kOwnWord < kName);

constexpr uint64_t key_of(uint64_t first, uint64_t second) { return first << kPartBits | second; }
constexpr uint64_t first_of(uint64_t key) { return key >> kPartBits; }
constexpr uint64_t second_of(uint64_t key) { return key & kName; }
constexpr uint64_t key_of_seen(uint64_t seen) { return seen >> kTeacherBits; }
constexpr size_t teacher_of_seen(uint64_t seen) { return seen & ((1u << kTeacherBits) - 1); }

double idf_of_count(double count, const archive::Statistics& statistics) {
  return std::log1p(static_cast<double>(statistics.articles()) / (count + 1));
}

std::vector<size_t> in_docid_order(const std::vector<Ranked>& hits, size_t count) {
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return hits[a].docid < hits[b].docid; });
  return order;
}

}  // namespace

/// What stands in seen_[begin, end): one key.
struct Teachers::Group {
  size_t begin, end;
  double weight;
};

double idf_of_related(const RelatedTerm& words, const archive::Statistics& statistics) {
  const auto a = text::vocabulary().find(words.first), b = text::vocabulary().find(words.second);
  const double count = words.second.empty() ? statistics.count(words.first)
                       : a && b             ? statistics.pair_count(*a, *b)
                                            : 0;
  return idf_of_count(count, statistics);
}

std::string joined(const RelatedTerm& words) {
  return words.second.empty() ? words.first : words.first + ' ' + words.second;
}

Teachers::Teachers(const searcher::Index& index, const query::Plan& plan,
                   const std::vector<Ranked>& hits)
    : statistics_(index.statistics()) {
  const size_t count = std::min(kTeachers, hits.size());
  const double top = std::max(1.0, hits.front().score);
  for (size_t t = 0; t < count; ++t)
    weights_.push_back(std::exp((hits[t].score - top) / top / kSharpness));
  lengths_.resize(count);
  archive::ArticleStreams streams(index.layers());
  archive::TokenStream stream;
  for (const size_t t : in_docid_order(hits, count)) {
    if (!archive::read_token_stream(streams.of(hits[t].docid), stream)) streams.refuse();
    read(stream, t);
  }
  std::sort(seen_.begin(), seen_.end());
  weight_sum_ = std::accumulate(weights_.begin(), weights_.end(), 0.0);
  mean_length_ =
      std::max(1.0, std::accumulate(lengths_.begin(), lengths_.end(), 0.0) / double(count));
  for (const auto& run : plan.runs) {
    for (size_t i = 1; i < run.size(); ++i) {
      const auto a = text::vocabulary().find(run[i - 1]), b = text::vocabulary().find(run[i]);
      if (a && b) asked_.insert(key_of(*a, *b));
    }
  }
  for (const std::string& term : plan.terms) {
    if (const auto name = name_numbers_.find(term); name != name_numbers_.end())
      asked_.insert(key_of(kName, name->second));
  }
}

std::vector<LearnedTerm> Teachers::learned() const {
  std::vector<LearnedTerm> terms;
  for (const Group& group : most_telling()) {
    const uint64_t key = key_of_seen(seen_[group.begin]);
    LearnedTerm& term = terms.emplace_back();
    term.words = words_of(key);
    term.idf = idf_of(key);
    term.weight = group.weight;
    term.held.resize(size());
    each_holder(group.begin, group.end,
                [&](size_t teacher, double held) { term.held[teacher] = held; });
  }
  return terms;
}

// How rare a pair is takes a look into a large table, and most pairs of ten articles stand in one of them
// alone: those that all the teachers hold most of come first, until none that is left can tell as much as
// the last one kept, were it the rarest of all.
std::vector<Teachers::Group> Teachers::most_telling() const {
  const double rarest = idf_of_count(0, statistics_);
  const double all = std::max(1e-3, weight_sum_);
  std::vector<Group> groups;  // with the teachers' share for their weight
  for (size_t begin = 0, end = 0; begin < seen_.size(); begin = end) {
    const uint64_t key = key_of_seen(seen_[begin]);
    for (end = begin + 1; end < seen_.size() && key_of_seen(seen_[end]) == key;) ++end;
    double sum = 0;
    each_holder(begin, end, [&](size_t teacher, double held) { sum += weights_[teacher] * held; });
    groups.push_back({begin, end, sum / all});
  }
  const auto less_shared = [](const Group& a, const Group& b) { return a.weight < b.weight; };
  std::make_heap(groups.begin(), groups.end(), less_shared);
  std::vector<Group> weighed;
  std::priority_queue<double, std::vector<double>, std::greater<>> kept;  // weights of the best
  for (auto end = groups.end(); end != groups.begin();) {
    std::pop_heap(groups.begin(), end, less_shared);
    Group group = *--end;
    if (kept.size() == kLearned && group.weight * rarest < kept.top()) break;
    const uint64_t key = key_of_seen(seen_[group.begin]);
    if (asked_.contains(key)) continue;
    group.weight *= idf_of(key);
    weighed.push_back(group);
    kept.push(group.weight);
    if (kept.size() > kLearned) kept.pop();
  }
  const auto heavier = [&](const Group& a, const Group& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return joined(words_of(key_of_seen(seen_[a.begin]))) <
           joined(words_of(key_of_seen(seen_[b.begin])));
  };
  const size_t count = std::min(kLearned, weighed.size());
  std::partial_sort(weighed.begin(), weighed.begin() + static_cast<long>(count), weighed.end(),
                    heavier);
  weighed.resize(count);
  return weighed;
}

double Teachers::weight(const LearnedTerm& term, size_t hit) const {
  double sum = 0;
  for (size_t t = 0; t < size(); ++t) sum += t == hit ? 0 : weights_[t] * term.held[t];
  const double all = weight_sum_ - (hit < size() ? weights_[hit] : 0);
  return term.fixed + sum / std::max(1e-3, all) * term.idf;
}

RelatedTerm Teachers::words_of(uint64_t key) const {
  const uint64_t first = first_of(key), second = second_of(key);
  if (first == kName) return {names_[second], ""};
  const text::Vocabulary& words = text::vocabulary();
  return {std::string(words.word(static_cast<text::WordId>(first))),
          std::string(words.word(static_cast<text::WordId>(second)))};
}

double Teachers::idf_of(uint64_t key) const {
  const uint64_t first = first_of(key), second = second_of(key);
  const double count = first == kName
                           ? statistics_.count(names_[second])
                           : statistics_.pair_count(static_cast<text::WordId>(first),
                                                    static_cast<text::WordId>(second));
  return idf_of_count(count, statistics_);
}

double Teachers::held(size_t count, size_t teacher) const {
  return saturated(double(count), lengths_[teacher] / mean_length_) / 2.2;
}

// Tells the visitor of each teacher among seen_[begin, end), and how much it holds of the key.
template <class Visitor>
void Teachers::each_holder(size_t begin, size_t end, Visitor visit) const {
  for (size_t next = begin; begin < end; begin = next) {
    while (next < end && seen_[next] == seen_[begin]) ++next;
    const size_t teacher = teacher_of_seen(seen_[begin]);
    visit(teacher, held(next - begin, teacher));
  }
}

uint32_t Teachers::name_number(std::string_view name) {
  const auto [known, fresh] =
      name_numbers_.emplace(std::string(name), static_cast<uint32_t>(names_.size()));
  if (fresh) names_.emplace_back(name);
  return known->second;
}

void Teachers::read(const archive::TokenStream& stream, size_t teacher) {
  lengths_[teacher] = static_cast<double>(stream.words.size());
  const auto see = [&](uint64_t key) { seen_.push_back(key << kTeacherBits | teacher); };
  std::vector<std::optional<uint32_t>> numbers(stream.own.size());  // of the article's own words
  const reading::WordBits function_words = reading::function_words();
  bool open = false;  // a word that may begin a pair stands in front
  for (size_t i = 0; i < stream.words.size(); ++i) {
    const archive::StreamWord word = stream.words[i];
    if (archive::is_gap(word) || word >= archive::kOwnWord) {
      open = false;
      if (archive::is_gap(word)) continue;
      auto& number = numbers[word - archive::kOwnWord];
      if (!number) number = name_number(stream.term(word));
      see(key_of(kName, *number));
      continue;
    }
    const bool plain = !function_words[word];
    if (open && plain) see(key_of(stream.words[i - 1], word));
    open = plain;
  }
}

}  // namespace khobao::rank
