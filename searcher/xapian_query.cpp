#include "searcher/xapian_query.h"

#include <vector>

#include "common/archive/schema.h"

namespace khobao::searcher {
namespace {

using Xapian::Query;

// A title word counts again with half its weight: titles are short, so their BM25 alone is high.
constexpr double kTitleWeight = 0.5;

Query in_text_and_title(const std::string& term) {
  const Query title(Query::OP_SCALE_WEIGHT, Query(std::string(archive::kTitlePrefix) + term),
                    kTitleWeight);
  return Query(Query::OP_OR, Query(term), title);
}

}  // namespace

Query ranked_query(const query::Plan& plan) {
  // Readings of a word add up, each by its likelihood. Their best alone would be fairer, but OP_MAX
  // under OP_OR crashes in Xapian 1.4.22 (its posting list may be at its end when it is asked for a
  // weight).
  std::vector<Query> words, readings;
  const auto add_word = [&] {
    if (!readings.empty()) words.emplace_back(Query::OP_OR, readings.begin(), readings.end());
    readings.clear();
  };
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    if (i > 0 && plan.roles[i].word != plan.roles[i - 1].word) add_word();
    Query reading = in_text_and_title(plan.terms[i]);
    if (plan.roles[i].weight < 1)
      reading = Query(Query::OP_SCALE_WEIGHT, reading, plan.roles[i].weight);
    readings.push_back(std::move(reading));
  }
  add_word();
  for (const query::Form& form : plan.equivalents) {
    const Query whole(Query::OP_AND, form.terms.begin(), form.terms.end());
    words.emplace_back(Query::OP_SCALE_WEIGHT, whole, form.weight);
  }
  return Query(Query::OP_OR, words.begin(), words.end());
}

Query date_query(const DateRange& range) {
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::published);
  // A day's articles may carry a time behind the date, so the end reaches past every
  // "YYYYMMDDhhmm".
  const std::string from = range.from.empty() ? "0" : range.from;
  const std::string to = range.to.empty() ? "9999" : range.to + "~";
  return Query(Query::OP_VALUE_RANGE, slot, from, to);
}

}  // namespace khobao::searcher
