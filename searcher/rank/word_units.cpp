#include "searcher/rank/word_units.h"

#include <algorithm>
#include <cmath>

#include "searcher/query/words/word_data.h"
#include "searcher/rank/feature_sums.h"

namespace khobao::rank {
namespace {

// Beside a whole word: with one word inside, and a syllable alone.
constexpr double kWithWordInside = 0.6;
constexpr double kStraySyllable = 0.15;
constexpr double kGrammarWord = 0.2;
// So much of a word counts as holding it.
constexpr double kHeld = 0.5;
// Forms count by this power of how likely they are.
constexpr double kFormPower = 0.3;

double idf_of(const std::vector<std::string>& terms, const archive::Statistics& statistics) {
  return std::log1p(static_cast<double>(statistics.articles()) / (most_holders(terms, statistics) + 1.0));
}

}  // namespace

double most_holders(const std::vector<std::string>& terms, const archive::Statistics& statistics) {
  double count = static_cast<double>(statistics.words());
  for (size_t i = 0; i < terms.size(); ++i) {
    count = std::min<double>(count, statistics.count(terms[i]));
    if (i == 0) continue;
    const auto a = text::vocabulary().find(terms[i - 1]), b = text::vocabulary().find(terms[i]);
    if (a && b) count = std::min<double>(count, statistics.pair_count(*a, *b));
  }
  return count;
}

WordUnits::WordUnits(const query::PlanNode& root, const match::StreamMatcher& matcher,
                     const archive::Statistics& statistics)
    : matcher_(matcher) {
  add(root, statistics);
  for (const Unit& unit : units_) idf_sum_ += unit.weight * unit.idf;
}

void WordUnits::add(const query::PlanNode& node, const archive::Statistics& statistics) {
  using Type = query::PlanNode::Type;
  if (node.type == Type::no) return;
  if ((node.type == Type::word || node.type == Type::name) && !node.forms.empty())
    add_word(node.forms, statistics);
  if (node.type == Type::phrase && !node.forms.empty()) {
    for (const std::string& term : node.forms.front().terms) add_word({{{term}, 1}}, statistics);
  }
  for (const query::PlanNode& child : node.children) add(child, statistics);
}

void WordUnits::add_word(const std::vector<query::Form>& forms,
                         const archive::Statistics& statistics) {
  Unit unit;
  for (const query::Form& form : forms) {
    Form own{.terms = {}, .credit = std::pow(form.weight, kFormPower)};
    for (const std::string& term : form.terms) {
      if (const auto index = matcher_.index_of(term)) own.terms.push_back(*index);
    }
    if (own.terms.size() == form.terms.size()) unit.forms.push_back(std::move(own));
  }
  if (unit.forms.empty()) return;
  const auto& typed = forms.front().terms;
  unit.idf = idf_of(typed, statistics);
  if (typed.size() == 1 && query::is_function_word(typed.front())) unit.weight = kGrammarWord;
  units_.push_back(std::move(unit));
}

void WordUnits::Held::add(double credit, uint32_t place, uint32_t body_begin) {
  count += credit;
  best = std::max(best, credit);
  if (place < body_begin) title = std::max(title, credit);
  if (place < body_begin + kLedeWords) lede = std::max(lede, credit);
}

bool WordUnits::gap_at(uint32_t place) const {
  const auto& gaps = matcher_.gaps();
  const auto gap = std::lower_bound(gaps.begin(), gaps.end(), place,
                                    [](const auto& g, uint32_t at) { return g.place < at; });
  return gap != gaps.end() && gap->place == place;
}

void WordUnits::find(const Form& form, Held& held) const {
  for (const size_t term : form.terms) {
    if (matcher_.places(term).empty()) return;
  }
  for (const uint32_t first : matcher_.places(form.terms.front())) {
    uint32_t place = first;
    bool whole = true, inside = false;
    for (size_t i = 1; i < form.terms.size() && whole; ++i) {
      const auto& places = matcher_.places(form.terms[i]);
      const auto next = std::upper_bound(places.begin(), places.end(), place);
      const uint32_t step = next == places.end() ? UINT32_MAX : *next - place;
      whole = step == 1 || (step == 2 && !inside && !gap_at(place + 1));
      inside = inside || step == 2;
      place += step;
    }
    if (whole) held.add(form.credit * (inside ? kWithWordInside : 1), first, matcher_.body_begin());
  }
}

WordUnits::Shares WordUnits::read() {
  Shares shares;
  for (const Unit& unit : units_) {
    Held held;
    size_t longest = 0;
    for (const Form& form : unit.forms) {
      find(form, held);
      longest = std::max(longest, form.terms.size());
    }
    if (longest > 1 && held.best < kHeld) {
      for (const size_t term : unit.forms.front().terms) {
        for (const uint32_t place : matcher_.places(term))
          held.add(kStraySyllable, place, matcher_.body_begin());
      }
    }
    read_.push_back(static_cast<float>(held.count));
    shares.title += unit.weight * unit.idf * held.title;
    shares.lede += unit.weight * unit.idf * held.lede;
  }
  shares.title = share(shares.title, idf_sum_);
  shares.lede = share(shares.lede, idf_sum_);
  return shares;
}

std::vector<double> WordUnits::finish(const std::vector<double>& lengths) const {
  const size_t articles = lengths.size(), units = units_.size();
  std::vector<double> sums(articles);
  for (size_t u = 0; u < units; ++u) {
    size_t holders = 0;
    for (size_t article = 0; article < articles; ++article)
      holders += read_[article * units + u] >= kHeld;
    const double telling =
        units_[u].weight * (rarity(holders, articles) + kArchiveShare * units_[u].idf);
    for (size_t article = 0; article < articles; ++article) {
      const float count = read_[article * units + u];
      if (count > 0) sums[article] += telling * saturated(count, lengths[article]);
    }
  }
  return sums;
}

}  // namespace khobao::rank
