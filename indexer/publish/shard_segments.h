#pragma once
/// Small databases of one shard's articles, written by several threads and merged: as layers are
/// (indexer/write/segments.h), but with term lists, by which articles are replaced later, and
/// without files beside.
#include <xapian.h>

#include <mutex>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::publish {

/// Those of one shard; shared by threads.
class ShardSegments {
 public:
  /// `folder`: there, empty, and of this run alone.
  explicit ShardSegments(std::string folder) : folder_(std::move(folder)) {}

  std::string next();

  /// Merges all of them into the database `to`, and removes them. Once, when no thread writes.
  Result<void> merge_into(const std::string& to);

 private:
  std::string folder_;
  std::mutex mutex_;
  std::vector<std::string> databases_;
  size_t count_ = 0;
};

/// Writes one after another. One object per thread.
class ShardSegmentWriter {
 public:
  /// `max_bytes`: an estimate of the memory that one unfinished segment may take.
  ShardSegmentWriter(ShardSegments& segments, size_t max_bytes)
      : segments_(segments), max_bytes_(max_bytes) {}
  ShardSegmentWriter(const ShardSegmentWriter&) = delete;
  ShardSegmentWriter& operator=(const ShardSegmentWriter&) = delete;
  ~ShardSegmentWriter();

  /// `size_bytes`: of the article's text. After an error nothing more is to be added.
  Result<void> add(const Xapian::Document& document, size_t size_bytes);
  Result<void> finish();

 private:
  ShardSegments& segments_;
  size_t max_bytes_;
  std::string path_;
  Xapian::WritableDatabase database_;
  size_t documents_ = 0, bytes_ = 0;
};

}  // namespace khobao::publish
