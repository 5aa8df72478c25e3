#pragma once
/// Counts the matches by date while Xapian runs through them.
#include <xapian.h>

#include <cstdint>
#include <unordered_map>

#include "searcher/request.h"

namespace khobao::searcher {

/// Give it to Xapian::Enquire::add_matchspy(); exact where all matches are looked at (check_at_least).
class DateCounter : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;

  /// By day where all fall within two months, by month within four years, else by year; ascending, gaps
  /// left out, the undated ones last under "undated".
  Facet facet() const;

 private:
  std::unordered_map<uint32_t, uint64_t> days_;  // yyyymmdd -> matches
  uint64_t undated_ = 0;
};

/// The value under which undated articles are counted.
inline constexpr const char* kUndatedValue = "undated";

}  // namespace khobao::searcher
