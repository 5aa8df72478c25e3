#include "searcher/rank/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_set>
#include <utility>

#include "common/archive/generations/article_streams.h"
#include "common/archive/streams/token_stream.h"
#include "searcher/query/words/segmentation.h"
#include "searcher/query/words/word_data.h"
#include "searcher/rank/feature_sums.h"
#include "searcher/rank/related_terms.h"
#include "searcher/reading/archive_words.h"

namespace khobao::rank {
namespace {

// How many hits teach, how many words they teach, and how many hits are judged by them. Chosen together with
// kSharpness and the limits below on half of the development topics and known-item queries, checked
// on the other half (tests/bench/README.md).
constexpr size_t kTeachers = 10;
constexpr size_t kLearned = 80;
constexpr size_t kJudged = 120;
// A hit that scores less than the first by this share of it teaches 1/e of what the first does.
constexpr double kSharpness = 0.12;
// Two words say little of what is meant, so that the first hits may be about anything: the share
// that counts grows from kLeastTrust with each word from the third on.
constexpr double kLeastTrust = 0.2, kFirstWords = 3, kWordsToTrust = 3;
// Where a story fills the first hits, what they share tells one of them from another no more.
constexpr double kMostTaught = 45;
// Beside a learned word of the same rarity that every teacher holds.
constexpr double kEverydayWeight = 0.4;
// In smaller archives neither rarity nor company means much.
constexpr uint64_t kLeastArticles = 500;
// Words told to the user.
constexpr size_t kShown = 6;

struct Term {
  RelatedTerm words;
  double idf = 0;
  double fixed = 0;          // weight of everyday words, whatever the teachers hold
  std::vector<double> held;  // by each teacher, saturated
  double weight = 0;         // by all teachers
};

double idf_of_related(const RelatedTerm& words, const archive::Statistics& statistics) {
  const auto a = text::vocabulary().find(words.first), b = text::vocabulary().find(words.second);
  const double count = words.second.empty() ? statistics.count(words.first)
                       : a && b             ? statistics.pair_count(*a, *b)
                                            : 0;
  return std::log1p(static_cast<double>(statistics.articles()) / (count + 1));
}

/// The hits that teach, and what each holds.
class Teachers {
 public:
  Teachers(const searcher::Index& index, const query::Plan& plan, const std::vector<Ranked>& hits)
      : statistics_(index.statistics()) {
    for (const auto& run : plan.runs) {
      for (size_t i = 1; i < run.size(); ++i) asked_.insert(run[i - 1] + ' ' + run[i]);
    }
    asked_.insert(plan.terms.begin(), plan.terms.end());
    const double top = std::max(1.0, hits.front().score);
    archive::ArticleStreams streams(index.layers());
    for (size_t t = 0; t < std::min(kTeachers, hits.size()); ++t) {
      weights_.push_back(std::exp((hits[t].score - top) / top / kSharpness));
      archive::TokenStream stream;
      if (!archive::read_token_stream(streams.of(hits[t].docid), stream)) streams.refuse();
      read(stream, t);
    }
    std::sort(seen_.begin(), seen_.end(),
              [](const Seen& a, const Seen& b) { return a.key < b.key; });
    weight_sum_ = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    mean_length_ = std::max(
        1.0, std::accumulate(lengths_.begin(), lengths_.end(), 0.0) / double(lengths_.size()));
  }

  size_t size() const { return weights_.size(); }
  double mean_length() const { return mean_length_; }

  /// The words that tell most of what the teachers share.
  std::vector<Term> learned() const {
    std::vector<Term> terms;
    for (size_t begin = 0; begin < seen_.size();) {
      Term term{.words = words_of(seen_[begin].key), .held = std::vector<double>(size())};
      size_t end = begin;
      for (; end < seen_.size() && seen_[end].key == seen_[begin].key; ++end)
        ++term.held[seen_[end].teacher];
      begin = end;
      if (asked_.contains(joined(term.words))) continue;
      term.idf = idf_of_related(term.words, statistics_);
      for (size_t t = 0; t < size(); ++t)
        term.held[t] = saturated(term.held[t], lengths_[t] / mean_length_) / 2.2;
      term.weight = weight(term, size());
      terms.push_back(std::move(term));
    }
    const auto heavier = [](const Term& a, const Term& b) {
      return a.weight != b.weight ? a.weight > b.weight : joined(a.words) < joined(b.words);
    };
    const size_t kept = std::min(kLearned, terms.size());
    std::partial_sort(terms.begin(), terms.begin() + static_cast<long>(kept), terms.end(), heavier);
    terms.resize(kept);
    return terms;
  }

  /// What a term is worth to the hit at this place of the order; teachers leave themselves out.
  double weight(const Term& term, size_t hit) const {
    double sum = 0;
    for (size_t t = 0; t < size(); ++t) sum += t == hit ? 0 : weights_[t] * term.held[t];
    const double all = weight_sum_ - (hit < size() ? weights_[hit] : 0);
    return term.fixed + sum / std::max(1e-3, all) * term.idf;
  }

  static std::string joined(const RelatedTerm& words) {
    return words.second.empty() ? words.first : words.first + ' ' + words.second;
  }

 private:
  // A pair of vocabulary words, or a word outside the vocabulary by its place in names_.
  using Key = std::pair<uint32_t, uint32_t>;
  static constexpr uint32_t kName = UINT32_MAX;
  struct Seen {
    Key key;
    uint32_t teacher;
  };

  RelatedTerm words_of(Key key) const {
    if (key.first == kName) return {names_[key.second], ""};
    return {std::string(text::vocabulary().word(key.first)),
            std::string(text::vocabulary().word(key.second))};
  }

  bool is_grammar(archive::StreamWord word) {
    if (grammar_.empty()) {
      grammar_.resize(text::vocabulary().size());
      for (const std::string_view each : query::function_words()) {
        if (const auto id = text::vocabulary().find(each)) grammar_[*id] = true;
      }
    }
    return grammar_[word];
  }

  void read(const archive::TokenStream& stream, size_t teacher) {
    lengths_.push_back(static_cast<double>(stream.words.size()));
    bool open = false;  // a word that may begin a pair stands in front
    for (size_t i = 0; i < stream.words.size(); ++i) {
      const archive::StreamWord word = stream.words[i];
      if (archive::is_gap(word) || word >= archive::kOwnWord) {
        open = false;
        if (archive::is_gap(word)) continue;
        const auto [name, fresh] =
            name_places_.emplace(std::string(stream.term(word)), uint32_t(names_.size()));
        if (fresh) names_.push_back(name->first);
        seen_.push_back({{kName, name->second}, static_cast<uint32_t>(teacher)});
        continue;
      }
      const bool plain = !is_grammar(word);
      if (open && plain)
        seen_.push_back({{stream.words[i - 1], word}, static_cast<uint32_t>(teacher)});
      open = plain;
    }
  }

  const archive::Statistics& statistics_;
  std::unordered_set<std::string> asked_;
  std::vector<double> weights_, lengths_;
  double weight_sum_ = 0, mean_length_ = 1;
  std::vector<Seen> seen_;
  std::vector<std::string> names_;
  std::map<std::string, uint32_t> name_places_;
  std::vector<bool> grammar_;
};

// Pairs of other words for the query's, and single ones.
void add_everyday(const std::vector<std::vector<std::string>>& everyday,
                  const archive::Statistics& statistics, size_t teachers,
                  std::vector<Term>& terms) {
  for (const auto& phrase : everyday) {
    const size_t parts = phrase.size() > 1 ? phrase.size() - 1 : 1;
    for (size_t i = 0; i < parts; ++i) {
      Term term{.words = {phrase[i], phrase.size() > 1 ? phrase[i + 1] : ""},
                .held = std::vector<double>(teachers)};
      term.fixed = kEverydayWeight * idf_of_related(term.words, statistics) / double(parts);
      const auto known = std::find_if(terms.begin(), terms.end(),
                                      [&](const Term& t) { return t.words == term.words; });
      if (known == terms.end()) {
        terms.push_back(std::move(term));
      } else {
        known->fixed = std::max(known->fixed, term.fixed);
      }
    }
  }
}

double trust(const query::Plan& plan) {
  size_t words = 0;
  for (const auto& run : plan.runs) words += run.size();
  return std::clamp((static_cast<double>(words) - kFirstWords) / kWordsToTrust, kLeastTrust, 1.0);
}

// Pairs that overlap are shown as one: hà hùng, hùng cường -> hà hùng cường.
// Those that are no word, as "tế long" of "quốc tế Long Thành", count and are not shown.
std::vector<std::string> shown(const std::vector<Term>& learned,
                               const query::WordStatistics& statistics) {
  std::vector<std::string> out;
  for (const Term& term : learned) {
    const std::string &first = term.words.first, &second = term.words.second;
    if (!second.empty() && query::bond(first, second, statistics) < query::kPairBond) continue;
    const auto joins = [&](std::string& phrase) {
      if (second.empty()) return false;
      if (phrase.ends_with(' ' + first)) {
        phrase += ' ' + second;
      } else if (phrase.starts_with(second + ' ')) {
        phrase.insert(0, first + ' ');
      } else {
        return false;
      }
      return true;
    };
    if (std::any_of(out.begin(), out.end(), joins)) continue;
    if (out.size() == kShown) break;
    out.push_back(Teachers::joined(term.words));
  }
  return out;
}

// The everyday words that the archive has.
std::vector<std::string> held_words(const std::vector<std::vector<std::string>>& everyday,
                                    const archive::Statistics& statistics) {
  std::vector<std::string> out;
  for (const auto& phrase : everyday) {
    const bool held = std::all_of(phrase.begin(), phrase.end(), [&](const std::string& word) {
      return statistics.count(word) > 0;
    });
    if (!held || out.size() == kShown) continue;
    out.emplace_back();
    for (const std::string& word : phrase) out.back() += (out.back().empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace

std::vector<std::string> add_feedback(const searcher::Index& index, const query::Plan& plan,
                                      const std::vector<std::vector<std::string>>& everyday,
                                      std::vector<Ranked>& hits) {
  if (index.statistics().articles() < kLeastArticles || hits.size() < 3) return {};
  const Teachers teachers(index, plan, hits);
  std::vector<Term> terms = teachers.learned();
  std::vector<std::string> told = held_words(everyday, index.statistics());
  for (std::string& words : shown(terms, reading::ArchiveWords(index.statistics()))) {
    if (std::find(told.begin(), told.end(), words) == told.end()) told.push_back(std::move(words));
  }
  add_everyday(everyday, index.statistics(), teachers.size(), terms);
  std::vector<RelatedTerm> words;
  for (const Term& term : terms) words.push_back(term.words);
  RelatedTermCounter counter(words);

  const size_t judged = std::min(kJudged, hits.size());
  std::vector<size_t> by_docid(judged);
  std::iota(by_docid.begin(), by_docid.end(), size_t{0});
  std::sort(by_docid.begin(), by_docid.end(),
            [&](size_t a, size_t b) { return hits[a].docid < hits[b].docid; });
  archive::ArticleStreams streams(index.layers());
  std::vector<double> taught(judged), everyday_sum(judged);
  for (const size_t i : by_docid) {
    if (!counter.read(streams.of(hits[i].docid))) streams.refuse();
    const double length = counter.length() / teachers.mean_length();
    for (size_t t = 0; t < terms.size(); ++t) {
      if (counter.counts()[t] == 0) continue;
      const double held = saturated(counter.counts()[t], length);
      const double weight =
          i < teachers.size() ? teachers.weight(terms[t], i) : terms[t].fixed + terms[t].weight;
      taught[i] += (weight - terms[t].fixed) * held;
      everyday_sum[i] += terms[t].fixed * held;
    }
  }
  double mean = 0;  // of the hits that teach
  for (size_t i = 0; i < teachers.size(); ++i) mean += taught[i] / double(teachers.size());
  const double share = trust(plan) * std::min(1.0, kMostTaught / std::max(mean, 1e-6));
  for (size_t i = 0; i < judged; ++i) {
    hits[i].features[kRelated] = share * taught[i] + everyday_sum[i];
    hits[i].score =
        rounded_score(hits[i].score + kFeatures[kRelated].weight * hits[i].features[kRelated]);
  }
  return told;
}

}  // namespace khobao::rank
