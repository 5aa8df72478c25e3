#pragma once
/// The first hits of a query, and what they share beside its words (feedback.h).
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/archive/streams/token_stream.h"
#include "searcher/index.h"
#include "searcher/query/plan.h"
#include "searcher/rank/related_terms.h"
#include "searcher/rank/rerank.h"

namespace khobao::rank {

/// A pair of words or a name that hits are judged by.
struct LearnedTerm {
  RelatedTerm words;
  double idf = 0;
  double fixed = 0;          ///< weight of everyday words, whatever the teachers hold
  std::vector<double> held;  ///< by each teacher, saturated
  double weight = 0;         ///< by all teachers
};

double idf_of_related(const RelatedTerm& words, const archive::Statistics& statistics);

/// "đường sắt", or the one word alone.
std::string joined(const RelatedTerm& words);

class Teachers {
 public:
  /// The first of `hits`, which are sorted and not empty.
  Teachers(const searcher::Index& index, const query::Plan& plan, const std::vector<Ranked>& hits);

  size_t size() const { return weights_.size(); }
  double mean_length() const { return mean_length_; }

  /// The words that tell most of what the teachers share.
  std::vector<LearnedTerm> learned() const;

  /// What a term is worth to the hit at this place of the order; teachers leave themselves out.
  double weight(const LearnedTerm& term, size_t hit) const;

 private:
  struct Group;

  std::vector<Group> most_telling() const;
  RelatedTerm words_of(uint64_t key) const;
  double idf_of(uint64_t key) const;
  double held(size_t count, size_t teacher) const;
  template <class Visitor>
  void each_holder(size_t begin, size_t end, Visitor visit) const;
  void read(const archive::TokenStream& stream, size_t teacher);
  uint32_t name_number(std::string_view name);

  const archive::Statistics& statistics_;
  std::vector<double> weights_, lengths_;
  double weight_sum_ = 0, mean_length_ = 1;
  std::unordered_set<uint64_t> asked_;  // keys of the query's own words
  /// Every pair and name of every teacher, its key above the teacher: sorting ten articles' words
  /// is most of what learning costs.
  std::vector<uint64_t> seen_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, uint32_t> name_numbers_;
};

}  // namespace khobao::rank
