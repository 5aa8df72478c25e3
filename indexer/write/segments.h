#pragma once
/// Many small Xapian databases, written by all cores, merged in tiers.
///
/// A segment is gathered in memory and written in one go (glass/segment_content.h); merging is a
/// copy of sorted runs. Thirty-two segments of one tier become one of the next, so that the files open
/// at a time do not grow with the archive; memory grows by some bytes an article (glass_merge.h).
#include <xapian.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "common/archive/streams/stream_file.h"
#include "common/base/result.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/glass/segment_content.h"

namespace khobao::write {

/// A database, and the files of its articles' streams, which come one after another: they are
/// joined once, when the layer is, and not with each merging of databases.
struct Segment {
  std::string database;
  std::vector<archive::StreamPart> streams = {};
  /// Articles that count no longer, ascending: they are left out where it becomes part of a layer.
  std::vector<Xapian::docid> without = {};

  uint64_t articles() const;  ///< with those
};

/// Names, gathers and merges the segments of one run; shared by all writers.
class SegmentTiers {
 public:
  /// Segments are made inside `folder`, which must exist and belongs to this run alone.
  explicit SegmentTiers(std::string folder) : folder_(std::move(folder)) {}

  std::string new_segment();

  /// Bytes of the articles of all segments that are being brought to the disk at this time.
  std::atomic<uint64_t>& bytes_on_their_way() { return bytes_on_their_way_; }

  /// Hands over a finished segment; the calling thread may then merge a full tier.
  Result<void> finished(Segment segment);

  /// All that were handed over, not too many to be merged at once; they are then the caller's.
  Result<std::vector<Segment>> take();

  /// Merges `segments` into the database `to` and the file `streams`, and removes them. After their
  /// articles come those of the layers `appended`, in this order; these stay. `beside`: what needs
  /// the streams alone, run meanwhile where there is more than one thread.
  static Result<void> merge_into(const std::string& to, const std::string& streams,
                                 const std::vector<Segment>& segments,
                                 const std::vector<Segment>& appended, unsigned threads,
                                 const std::function<Result<void>()>& beside);

 private:
  Result<Segment> merge_some(const std::vector<Segment>& segments);

  std::string folder_;
  std::atomic<unsigned> next_{0};
  std::atomic<uint64_t> bytes_on_their_way_{0};
  std::mutex mutex_;
  std::vector<std::vector<Segment>> tiers_;
};

/// Writes documents into one segment after another. One object per thread.
class SegmentWriter {
 public:
  /// `max_bytes`: an estimate of the memory that one unfinished segment may take.
  SegmentWriter(SegmentTiers& tiers, size_t max_bytes) : tiers_(tiers), max_bytes_(max_bytes) {}

  /// `size_bytes`: of the article, for the estimate.
  Result<void> add(const BuiltDocument& built, size_t size_bytes);
  Result<void> finish();
  bool empty() const { return content_.documents() == 0; }  ///< nothing waits to be finished

  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

 private:
  SegmentTiers& tiers_;
  size_t max_bytes_;
  glass::SegmentContent content_;
  archive::StreamGatherer streams_;
  std::optional<Error> failed_;  ///< what ended the writing; later calls say it again
  size_t bytes_ = 0;
};

}  // namespace khobao::write
