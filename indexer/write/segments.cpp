#include "indexer/write/segments.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "common/archive/disk/files.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "indexer/pipeline/worker_threads.h"
#include "indexer/write/disk_room.h"
#include "indexer/write/glass/glass_merge.h"

namespace khobao::write {
namespace {

// So many databases are open at a time, twice as many where the last segments of a tier are merged.
constexpr size_t kTierWidth = 32;
// So many that a few segments make an archive, and what is gathered of them takes some ten
// megabytes.
constexpr uint32_t kMostDocuments = 2000;
// What is gathered takes at most so many times the articles' bytes.
constexpr size_t kMemoryPerByte = 8;
// A segment takes 1.0 to 1.3 bytes on disk for each byte of its articles' text.
constexpr uint64_t kRoomPerByte = 2;

// What a merge needs beside the databases, which stay until it is done: as much as all of them
// have.
Result<void> check_merging_room(const std::vector<Segment>& segments, const std::string& to) {
  uint64_t bytes = 0;
  for (const Segment& segment : segments) {
    const std::string& database = segment.database;
    const auto names = archive::names_in(database);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      const auto size = archive::file_bytes(database + "/" + name);
      if (!size) return size.error();
      bytes += size->value_or(0);
    }
  }
  return require_room(to.substr(0, to.rfind('/')), bytes);
}

// Articles keep their order, and are numbered through.
Result<void> merge(const std::vector<Segment>& segments, const std::string& to) {
  if (auto room = check_merging_room(segments, to); !room) return room;
  std::vector<glass::MergePart> parts;
  parts.reserve(segments.size());
  for (const Segment& segment : segments)
    parts.push_back({segment.database, segment.articles(), segment.without});
  return archive::guarded(say("merge segments into '{}'", to), to,
                          [&] { return glass::merge_databases(parts, to); });
}

// The streams of all articles that are left, as one file.
Result<void> join_streams(const std::vector<Segment>& segments, const std::string& to) {
  std::vector<archive::StreamPart> parts;
  for (const Segment& segment : segments) {
    Xapian::docid before = 0;
    auto without = segment.without.begin();
    for (archive::StreamPart part : segment.streams) {
      const auto last = before + static_cast<Xapian::docid>(part.articles);
      for (; without != segment.without.end() && *without <= last; ++without)
        part.without.push_back(*without - before);
      before = last;
      parts.push_back(std::move(part));
    }
  }
  return archive::join_stream_files(parts, to);
}

Result<void> remove_all(const std::vector<Segment>& segments) {
  for (const Segment& segment : segments) {
    if (auto removed = archive::remove_path(segment.database); !removed) return removed;
  }
  return {};
}

// A full disk is told before what is written of a segment leaves it without room.
Result<void> check_room(const std::string& path, uint64_t text_bytes) {
  constexpr uint64_t kSpare = 1 << 20;
  const auto free = free_bytes(path.substr(0, path.rfind('/')));
  if (!free) return free.error();
  if (*free >= kRoomPerByte * text_bytes + kSpare) return {};
  return archive::file_error("write segment", path, ENOSPC);
}

}  // namespace

uint64_t Segment::articles() const {
  uint64_t all = 0;
  for (const archive::StreamPart& part : streams) all += part.articles;
  return all;
}

std::string SegmentTiers::new_segment() { return folder_ + "/" + std::to_string(next_++); }

Result<void> SegmentTiers::finished(Segment done) {
  for (size_t tier = 0;; ++tier) {
    std::vector<Segment> full;
    {
      const std::lock_guard lock(mutex_);
      if (tiers_.size() <= tier) tiers_.resize(tier + 1);
      tiers_[tier].push_back(std::move(done));
      if (tiers_[tier].size() < kTierWidth) return {};
      full.swap(tiers_[tier]);
    }
    auto merged = merge_some(full);
    if (!merged) return merged.error();
    done = std::move(*merged);
  }
}

Result<std::vector<Segment>> SegmentTiers::take() {
  std::vector<Segment> rest;
  for (auto& tier : tiers_) {
    rest.insert(rest.end(), std::make_move_iterator(tier.begin()),
                std::make_move_iterator(tier.end()));
  }
  tiers_.clear();
  while (rest.size() > kTierWidth) {
    const std::vector<Segment> some(rest.end() - kTierWidth, rest.end());
    rest.resize(rest.size() - kTierWidth);
    auto merged = merge_some(some);
    if (!merged) return merged.error();
    rest.insert(rest.begin(), std::move(*merged));
  }
  return rest;
}

Result<void> SegmentTiers::merge_into(const std::string& to, const std::string& streams,
                                      const std::vector<Segment>& segments,
                                      const std::vector<Segment>& appended, unsigned threads,
                                      const std::function<Result<void>()>& beside) {
  std::vector<Segment> all = segments;
  all.insert(all.end(), appended.begin(), appended.end());
  if (auto joined = join_streams(all, streams); !joined) return joined;
  for (const Segment& segment : segments) {
    for (const archive::StreamPart& part : segment.streams) {
      if (auto removed = archive::remove_path(part.path); !removed) return removed;
    }
  }
  const auto merge_all = [&]() -> Result<void> {
    if (segments.size() == 1 && appended.empty() && segments.front().without.empty()) {
      if (std::rename(segments.front().database.c_str(), to.c_str()) == 0) return {};
      return archive::file_error("write", to);
    }
    if (auto merged = merge(all, to); !merged) return merged;
    return remove_all(segments);
  };
  if (threads <= 1) {
    auto merged = merge_all();
    return merged ? beside() : merged;
  }
  return pipeline::in_parallel(2, say("merge segments into '{}'", to), to,
                               [&](unsigned task) { return task == 0 ? merge_all() : beside(); });
}

Result<Segment> SegmentTiers::merge_some(const std::vector<Segment>& segments) {
  Segment all{.database = new_segment()};
  if (auto merged = merge(segments, all.database); !merged) return merged.error();
  if (auto removed = remove_all(segments); !removed) return removed.error();
  for (const Segment& segment : segments)
    all.streams.insert(all.streams.end(), segment.streams.begin(), segment.streams.end());
  return all;
}

Result<void> SegmentWriter::add(const BuiltDocument& built, size_t size_bytes) {
  if (failed_) return *failed_;
  content_.add(built.document);
  streams_.add(built.stream, built.document.words());
  bytes_ += size_bytes;
  if (content_.documents() >= kMostDocuments || bytes_ * kMemoryPerByte >= max_bytes_)
    return finish();
  return {};
}

Result<void> SegmentWriter::finish() {
  if (failed_) return *failed_;
  if (empty()) return {};
  const std::string path = tiers_.new_segment();
  const size_t bytes = std::exchange(bytes_, 0);
  Segment segment{.database = path, .streams = {{path + ".streams", content_.documents()}}};
  auto written = archive::guarded(say("write segment '{}'", path), path, [&]() -> Result<void> {
    auto room = check_room(path, tiers_.bytes_on_their_way() += bytes);
    if (!room) return room;
    if (auto content = content_.write(path); !content) return content;
    return streams_.write(segment.streams.front().path);
  });
  tiers_.bytes_on_their_way() -= bytes;
  if (!written) {
    failed_ = written.error();
    return written;
  }
  return tiers_.finished(std::move(segment));
}

}  // namespace khobao::write
