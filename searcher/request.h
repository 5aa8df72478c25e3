#pragma once
/// What a search asks and what it answers, as plain data: no markup, no terminal, no Xapian.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "searcher/query/ast.h"

namespace khobao::searcher {

enum class Sort : unsigned char { relevance, newest, oldest };

/// Both ends included; as in Slot::published, "" for an open end: "20200701" .. "20200731".
struct DateRange {
  std::string from, to;
  bool open() const { return from.empty() && to.empty(); }
};

struct SearchRequest {
  std::string query;
  DateRange dates;
  std::vector<std::string> facets;  ///< "date"
  Sort sort = Sort::relevance;
  size_t offset = 0;
  size_t limit = 10;
  size_t snippet_chars = 240;
  bool matches_only = false;  ///< leave partial hits out of relevance order
  bool explain = false;
  bool want_total = true;  ///< batches do without total and facets
  bool want_snippets = true;
};

/// A range of bytes, half-open.
struct Span {
  size_t begin_byte, end_byte;
  bool operator==(const Span&) const = default;
};

struct Snippet {
  std::string text;
  std::vector<Span> highlights;  ///< ascending, apart
};

struct Hit {
  double score = 0;  ///< rounded to kScoreDecimals; ties are broken by date, then id
  bool full = false;   ///< a match: holds every word of the query
  archive::Article article;
  std::string content_hash;  ///< hexadecimal
  Snippet snippet;
  std::vector<std::pair<std::string, double>> features;  ///< with SearchRequest::explain
};

inline constexpr int kScoreDecimals = 4;

struct FacetCount {
  std::string value;
  uint64_t count = 0;
  bool operator==(const FacetCount&) const = default;
};

struct Facet {
  std::string name;
  std::vector<FacetCount> counts;
};

struct SearchResponse {
  std::string query;
  std::string interpreted;
  std::string generation;
  uint64_t total = 0;
  uint64_t undated_hidden = 0;  ///< matches that only the date range leaves out, being undated
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<query::Warning> warnings;
  std::vector<std::string> explanation;
  double took_ms = 0;
};

}  // namespace khobao::searcher
