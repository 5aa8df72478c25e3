#pragma once
/// The searcher's JSON answer, read strictly: a key that is missing, unknown or of another type
/// throws.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace khobao::test {

struct AnswerReposts {
  std::string group;
  size_t size = 0;  ///< 0: the hit has none
  std::optional<std::string> first;
  double share = 0;  ///< of its words that it has from the first, in answers to --reposts
};

struct AnswerHit {
  size_t rank = 0;
  std::string id;
  double score = 0;
  bool full = false;  ///< match is "full"
  std::optional<std::string> title, display_title, published, source, outlet, credit, author,
      section, url;
  std::string kind, published_from;
  std::vector<std::string> corrected, organisations, people, places, documents;
  std::string path, content_hash, snippet;
  std::vector<std::pair<size_t, size_t>> highlights;  ///< code points of `snippet`, half-open
  std::string version_of, gone;  ///< "" of an article at its source
  AnswerReposts reposts;
  std::vector<std::string> common_names, common_words;  ///< in answers to --similar
  std::map<std::string, double> features;  ///< with --explain

  /// All that does not depend on where the article was read from, in one line.
  std::string described() const;
  /// The highlighted pieces of the snippet.
  std::vector<std::string> highlighted() const;
};

struct AnswerWarning {
  std::string message;
  size_t at_byte = 0;
};

/// A name that words of the query are.
struct AnswerName {
  std::string words, field, query;
  std::vector<std::string> values;
  bool searched = false;
};

using FacetCounts = std::vector<std::pair<std::string, uint64_t>>;

/// Of a date facet its step, of others what the answer leaves out.
struct FacetDetails {
  std::optional<std::string> step;
  uint64_t more_values = 0, without = 0;
};

struct Answer {
  std::string query, interpreted, generation;
  uint64_t total = 0;
  bool exact = false;
  uint64_t groups = 0;  ///< matches, copies left out
  uint64_t undated_hidden = 0;
  std::vector<AnswerHit> hits;
  std::map<std::string, FacetCounts> facets;
  std::map<std::string, std::vector<uint64_t>> facet_groups;  ///< of each value, copies left out
  std::map<std::string, FacetDetails> facet_details;
  std::vector<AnswerWarning> warnings;
  std::vector<std::string> notes;
  std::vector<std::pair<std::string, bool>> suggestions;  ///< query, and whether it was searched
  std::vector<AnswerName> names;
  std::vector<std::string> explanation;
};

Answer parse_answer(const std::string& json);

/// The hits of --format jsonl.
std::vector<AnswerHit> parse_hit_lines(const std::string& json_lines);

/// The strings with a space between them, so that a failed comparison shows them.
std::string listed(const std::vector<std::string>& strings);

/// The ids of the hits, those of full matches only on request.
std::vector<std::string> ids_of(const std::vector<AnswerHit>& hits, bool full_only = false);

}  // namespace khobao::test
