#pragma once
/// Since when the archive holds each article: what a kept search calls new. Carried from generation
/// to generation, through updates and rebuilds, so that an article read again is not new.
///
///   bao/cau.txt    1,606,780,800 .. still            held since the update of that moment
///   bao/gao.txt    1,606,780,800 .. 1,606,867,200    gone with an update of the next day
///   bao/gao.txt    1,607,040,000 .. still            back two days after that
///
/// Moments are stamps of generations: the second (UTC) of the run that wrote them, one more than the
/// stamp before where the clock says less. 0 is before the archive kept them.
///
/// File DB/generation-N/first.seen: "KBFS\1", three zero bytes, the stamp of the generation, the
/// number of spans, then 16 bytes a span, ascending: the article's key, since, until. Numbers are
/// little-endian, of 4 bytes but for the key's 8. Spans that ended are kept.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

using Stamp = uint32_t;

/// The number under which an article is known here.
uint64_t article_key(std::string_view id);

class FirstSeen {
 public:
  /// An archive that kept nothing: all of it held since 0.
  FirstSeen() = default;

  /// index_corrupt where the file is missing or damaged; an input error where it cannot be read.
  static Result<FirstSeen> open(const std::string& path);

  /// Of the generation.
  Stamp stamp() const { return stamp_; }

  /// Keys of articles that are held now and were not at `moment`, ascending.
  std::vector<uint64_t> new_since(Stamp moment) const;

  /// What the next generation says, which holds `keys` and is written at `now`. `before`: keys of
  /// articles that were held before anything was kept; they are held since 0.
  FirstSeen next(std::vector<uint64_t> keys, Stamp now, std::vector<uint64_t> before = {}) const;

  /// Several archives searched as one: the stamp of the latest, an article held as long as any of
  /// them holds it.
  static FirstSeen joined(const std::vector<FirstSeen>& archives);

  Result<void> write(const std::string& path) const;

 private:
  struct Span {
    uint64_t key = 0;
    Stamp since = 0, until = kStill;
  };
  static constexpr Stamp kStill = UINT32_MAX;

  void sort();

  Stamp stamp_ = 0;
  std::vector<Span> spans_;  // by key, then by time
};

}  // namespace khobao::archive
