#include "indexer/write/segments.h"

#include <filesystem>

#include "common/archive/xapian_guard.h"

namespace khobao::write {
namespace {

namespace fs = std::filesystem;

constexpr size_t kTierWidth = 16;
// Fresh segments of 500 to 1,000 articles index fastest; larger ones fall out of the cache.
constexpr unsigned kSegmentDocuments = 800;
// Xapian's maps take about eight times the text of the articles waiting in them.
constexpr size_t kMemoryPerByte = 8;
// Throw-away files: losing them costs only this run. Without term lists an index is a quarter
// smaller and a fifth faster to build; what they serve, changing a document in place, never happens
// to a generation, and articles are carried into the next one from their stored text.
constexpr int kSegmentFlags =
    Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

// Articles keep their order, and are numbered through.
Result<void> merge(const std::vector<std::string>& databases, const std::string& to) {
  return archive::guarded("merge segments into '" + to + "'", to, [&]() -> Result<void> {
    if (databases.empty()) {
      Xapian::WritableDatabase(to, Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST).commit();
      return {};
    }
    Xapian::Database all;
    for (const std::string& database : databases) all.add_database(Xapian::Database(database));
    all.compact(to, Xapian::DBCOMPACT_MULTIPASS);
    return {};
  });
}

}  // namespace

std::string SegmentTiers::new_segment() { return folder_ + "/" + std::to_string(next_++); }

Result<void> SegmentTiers::finished(const std::string& segment) {
  std::string done = segment;
  for (size_t tier = 0;; ++tier) {
    std::vector<std::string> full;
    {
      const std::lock_guard lock(mutex_);
      if (tiers_.size() <= tier) tiers_.resize(tier + 1);
      tiers_[tier].push_back(done);
      if (tiers_[tier].size() < kTierWidth) return {};
      full.swap(tiers_[tier]);
    }
    done = new_segment();
    if (auto merged = merge_segments(full, done); !merged) return merged;
  }
}

Result<void> SegmentTiers::merge_into(const std::string& to,
                                      const std::vector<std::string>& appended) {
  std::vector<std::string> rest;
  for (const auto& tier : tiers_) rest.insert(rest.end(), tier.begin(), tier.end());
  tiers_.clear();
  while (rest.size() > kTierWidth) {
    const std::vector<std::string> some(rest.end() - kTierWidth, rest.end());
    rest.resize(rest.size() - kTierWidth);
    const std::string merged = new_segment();
    if (auto result = merge_segments(some, merged); !result) return result;
    rest.insert(rest.begin(), merged);
  }
  if (appended.empty()) return merge_segments(rest, to);
  std::vector<std::string> all = appended;
  if (!rest.empty()) {
    all.insert(all.begin(), new_segment());
    if (auto result = merge_segments(rest, all.front()); !result) return result;
  }
  return merge(all, to);
}

Result<void> SegmentTiers::merge_segments(const std::vector<std::string>& segments,
                                          const std::string& to) {
  auto result = merge(segments, to);
  if (result) {
    std::error_code ignored;
    for (const std::string& segment : segments) fs::remove_all(segment, ignored);
  }
  return result;
}

Result<void> SegmentWriter::add(const Xapian::Document& document, size_t size_bytes) {
  auto added = archive::guarded("write segment '" + path_ + "'", path_, [&]() -> Result<void> {
    if (path_.empty()) {
      path_ = tiers_.new_segment();
      database_ = Xapian::WritableDatabase(path_, kSegmentFlags);
    }
    database_.add_document(document);
    return {};
  });
  if (!added) return added;
  bytes_ += size_bytes;
  if (++documents_ >= kSegmentDocuments || bytes_ * kMemoryPerByte >= max_bytes_) return finish();
  return {};
}

Result<void> SegmentWriter::finish() {
  if (path_.empty()) return {};
  const std::string path = std::exchange(path_, {});
  auto closed = archive::guarded("write segment '" + path + "'", path, [&]() -> Result<void> {
    database_.commit();
    database_.close();
    database_ = {};
    return {};
  });
  documents_ = 0;
  bytes_ = 0;
  return closed ? tiers_.finished(path) : closed;
}

}  // namespace khobao::write
