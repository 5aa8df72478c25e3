#include "indexer/publish/shard_segments.h"

#include <utility>

#include "common/archive/disk/files.h"
#include "common/archive/disk/kept_writes.h"
#include "common/language/say.h"
#include "indexer/publish/database_writing.h"

namespace khobao::publish {
namespace {

// As many as keep Xapian's maps of a segment small, and its files open at one time few.
constexpr size_t kMostDocuments = 500, kMergedAtOnce = 64;
// Xapian's maps take about eight times the text of the articles waiting in them.
constexpr size_t kMemoryPerByte = 8;
constexpr int kThrownAway = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

Result<void> merge(const std::vector<std::string>& databases, const std::string& to) {
  return written(say("merge segments into '{}'", to), to, [&]() -> Result<void> {
    const archive::NotedSyncs syncs;
    if (databases.empty()) {
      Xapian::WritableDatabase(to, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS).commit();
    } else {
      Xapian::Database all;
      for (const std::string& database : databases)
        all.add_database(Xapian::Database(database, Xapian::DB_BACKEND_GLASS));
      all.compact(to);  // in one pass, see segments.cpp
    }
    if (syncs.failure()) return *syncs.failure();
    return {};
  });
}

Result<void> merge_and_remove(const std::vector<std::string>& databases, const std::string& to) {
  if (auto merged = merge(databases, to); !merged) return merged;
  for (const std::string& database : databases) {
    if (auto removed = archive::remove_path(database); !removed) return removed;
  }
  return {};
}

}  // namespace

std::string ShardSegments::next() {
  const std::lock_guard lock(mutex_);
  databases_.push_back(folder_ + "/" + std::to_string(count_++));
  return databases_.back();
}

Result<void> ShardSegments::merge_into(const std::string& to) {
  while (databases_.size() > kMergedAtOnce) {
    const std::vector<std::string> some(databases_.begin(), databases_.begin() + kMergedAtOnce);
    databases_.erase(databases_.begin(), databases_.begin() + kMergedAtOnce);
    if (auto merged = merge_and_remove(some, next()); !merged) return merged;
  }
  return merge_and_remove(databases_, to);
}

ShardSegmentWriter::~ShardSegmentWriter() {
  if (!path_.empty()) give_up(database_);
}

Result<void> ShardSegmentWriter::add(const Xapian::Document& document, size_t size_bytes) {
  const bool fresh = path_.empty();
  if (fresh) path_ = segments_.next();
  auto added = written(say("write segment '{}'", path_), path_, [&]() -> Result<void> {
    const archive::KeptWrites kept;
    if (fresh) database_ = Xapian::WritableDatabase(path_, kThrownAway);
    database_.add_document(document);
    if (const auto failure = kept.failure()) return *failure;
    return {};
  });
  if (!added) return added;
  bytes_ += size_bytes;
  if (++documents_ >= kMostDocuments || bytes_ * kMemoryPerByte >= max_bytes_) return finish();
  return {};
}

Result<void> ShardSegmentWriter::finish() {
  if (path_.empty()) return {};
  auto closed = close_segment(path_, database_);
  if (!closed) return closed;
  path_.clear();
  documents_ = bytes_ = 0;
  return {};
}

}  // namespace khobao::publish
