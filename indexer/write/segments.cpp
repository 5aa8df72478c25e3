#include "indexer/write/segments.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/archive/disk/files.h"
#include "common/archive/disk/kept_writes.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "indexer/pipeline/worker_threads.h"
#include "indexer/write/database_writing.h"
#include "indexer/write/disk_room.h"

namespace khobao::write {
namespace {

constexpr size_t kTierWidth = 16;
// A segment takes longer for each article where Xapian's maps of it do not stay in the second-level
// cache: with 512 KiB of it a core, 200 articles take a fifth less CPU time than 800, with 2 MiB 500
// to 1,000 index fastest.
constexpr long kCacheForArticle = 2560;
constexpr long kFewestDocuments = 200, kMostDocuments = 800;

unsigned segment_documents() {
  const long cache = sysconf(_SC_LEVEL2_CACHE_SIZE);  // 0 or -1 where it is not known
  const long documents = cache > 0 ? cache / kCacheForArticle : kMostDocuments / 2;
  return static_cast<unsigned>(std::clamp(documents, kFewestDocuments, kMostDocuments));
}

// Xapian's maps take about eight times the text of the articles waiting in them.
constexpr size_t kMemoryPerByte = 8;
// A segment takes 1.0 to 1.3 bytes on disk for each byte of its articles' text.
constexpr uint64_t kRoomPerByte = 2;
// Throw-away files: losing them costs only this run. Without term lists an index is a quarter
// smaller and a fifth faster to build; what they serve, changing a document in place, never happens
// to a generation, and articles are carried into the next one from their stored text.
constexpr int kSegmentFlags =
    Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

thread_local std::string path_in_hand;

// What this thread writes now.
class InHand {
 public:
  explicit InHand(const std::string& path) { path_in_hand = path; }
  ~InHand() { path_in_hand.clear(); }
  InHand(const InHand&) = delete;
  InHand& operator=(const InHand&) = delete;
};

// Xapian does not hand on why the lock of a new database could not be taken. Nobody else wants it:
// where it can be had now, the failure has passed.
Result<void> try_lock(const std::string& database) {
  const std::string path = database + "/flintlock";
  auto file = archive::OpenFile::open(path, O_WRONLY | O_CREAT, "lock");
  if (!file) return file.error();
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_len = 1;
  while (fcntl(file->descriptor(), F_OFD_SETLK, &lock) != 0) {
    if (errno != EINTR) return archive::file_error("lock", path);
  }
  return {};  // given back with the descriptor
}

// Runs `work`, which makes the database `path`, and again where its lock alone was in the way.
Result<void> locked(const std::string& path, const std::function<Result<void>()>& work) {
  try {
    return work();
  } catch (const Xapian::DatabaseLockError&) {
    if (auto free = try_lock(path); !free) return free;
  }
  return work();
}

// Of a commit that failed and could not be taken back Xapian says "Modifications failed (FIRST), and
// couldn't open at the old revision: …"; never to be taken back is what we asked for. "" for others.
std::string first_failure(const std::string& message) {
  constexpr std::string_view kBegin = "Modifications failed (", kEnd = "), and couldn't open at";
  const size_t end = message.rfind(kEnd);
  if (!message.starts_with(kBegin) || end == std::string::npos) return "";
  return message.substr(kBegin.size(), end - kBegin.size());
}

}  // namespace

// What it writes was made by this run, and what it reads was just compared or written, so whatever
// Xapian throws is told as a failure to write: it also calls damage what it could not bring to the
// disk.
Result<void> written(const Message& attempt, const std::string& path,
                     const std::function<Result<void>()>& work) {
  const InHand in_hand(path);
  return archive::guarded(attempt, path, [&]() -> Result<void> {
    errno = 0;
    try {
      return locked(path, work);
    } catch (const Xapian::Error& thrown) {
      const int number = errno;
      // Out of memory in a commit, Xapian tells only that it could not take it back.
      if (number == ENOMEM)
        return Error{ErrorCode::input, say("cannot {}: out of memory", attempt), ""};
      if (const std::string first = first_failure(thrown.get_msg()); !first.empty())
        return Error{ErrorCode::input, say("cannot {}: {}", attempt, translated(first)), ""};
      const char* reason = thrown.get_error_string();
      // Of a version file that could not be closed or renamed Xapian does not hand on why.
      if (!reason && number != 0 && thrown.get_msg().starts_with("Failed to"))
        reason = std::strerror(number);
      // Of its lock, Xapian says this in its own words.
      if (thrown.get_msg().ends_with(": too many open files")) reason = std::strerror(EMFILE);
      return Error{ErrorCode::input,
                   reason ? say("cannot {}: {}: {}", attempt, thrown.get_msg(), translated(reason))
                          : say("cannot {}: {}", attempt, thrown.get_msg()),
                   ""};
    }
  });
}

Result<void> close_segment(const std::string& path, Xapian::WritableDatabase& database) {
  return written(say("write segment '{}'", path), path, [&]() -> Result<void> {
    const archive::KeptWrites kept;
    database.commit();
    database.close();
    database = {};
    if (const auto failure = kept.failure()) return *failure;
    return {};
  });
}

void give_up(Xapian::WritableDatabase& database) noexcept {
  try {
    database.begin_transaction(false);
  } catch (...) {  // it is in none that could be committed
  }
  try {
    database = {};
  } catch (...) {  // told before: nothing needs it any more
  }
}

namespace {

// What a merge needs beside the databases, which stay until it is done: as much as all of them have.
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
  return written(say("merge segments into '{}'", to), to, [&]() -> Result<void> {
    const archive::NotedSyncs syncs;
    if (segments.empty()) {
      Xapian::WritableDatabase(to, Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST).commit();
    } else {
      Xapian::Database all;
      for (const Segment& segment : segments)
        all.add_database(Xapian::Database(segment.database, Xapian::DB_BACKEND_GLASS));
      all.compact(to);  // in several passes fifteen databases take 2.6 times the CPU time
    }
    if (syncs.failure()) return *syncs.failure();
    return {};
  });
}

// Where a write fails inside Xapian's commit, the program can end there; a full disk is told
// before.
Result<void> check_room(const std::string& path, uint64_t text_bytes) {
  constexpr uint64_t kSpare = 1 << 20;
  const auto free = free_bytes(path);
  if (!free) return free.error();
  if (*free >= kRoomPerByte * text_bytes + kSpare) return {};
  return archive::file_error("write segment", path, ENOSPC);
}

}  // namespace

const std::string& database_in_hand() { return path_in_hand; }

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
    auto merged = merge_segments(full, new_segment());
    if (!merged) return merged.error();
    done = std::move(*merged);
  }
}

Result<void> SegmentTiers::merge_into(const std::string& to, const std::string& streams,
                                      const std::vector<Segment>& appended, unsigned threads,
                                      const std::function<Result<void>()>& beside) {
  std::vector<Segment> rest;
  for (const auto& tier : tiers_) rest.insert(rest.end(), tier.begin(), tier.end());
  tiers_.clear();
  while (rest.size() > kTierWidth) {
    const std::vector<Segment> some(rest.end() - kTierWidth, rest.end());
    rest.resize(rest.size() - kTierWidth);
    auto merged = merge_segments(some, new_segment());
    if (!merged) return merged.error();
    rest.insert(rest.begin(), std::move(*merged));
  }
  std::vector<archive::StreamPart> written, all;
  for (const Segment& segment : rest)
    written.insert(written.end(), segment.streams.begin(), segment.streams.end());
  all = written;
  for (const Segment& layer : appended)
    all.insert(all.end(), layer.streams.begin(), layer.streams.end());
  if (auto joined = archive::join_stream_files(all, streams); !joined) return joined;
  for (const archive::StreamPart& part : written) {
    if (auto removed = archive::remove_path(part.path); !removed) return removed;
  }
  const auto merge_all = [&] { return merge_databases(rest, appended, to); };
  if (threads <= 1) {
    auto merged = merge_all();
    return merged ? beside() : merged;
  }
  return pipeline::in_parallel(2, say("merge segments into '{}'", to), to,
                               [&](unsigned task) { return task == 0 ? merge_all() : beside(); });
}

Result<void> SegmentTiers::merge_databases(const std::vector<Segment>& rest,
                                           const std::vector<Segment>& appended,
                                           const std::string& to) {
  if (appended.empty()) {
    auto merged = merge_segments(rest, to);
    return merged ? Result<void>() : merged.error();
  }
  std::vector<Segment> databases = appended;
  if (!rest.empty()) {
    auto merged = merge_segments(rest, new_segment());
    if (!merged) return merged.error();
    databases.insert(databases.begin(), std::move(*merged));
  }
  return merge(databases, to);
}

Result<Segment> SegmentTiers::merge_segments(const std::vector<Segment>& segments,
                                             const std::string& to) {
  if (auto merged = merge(segments, to); !merged) return merged.error();
  Segment all{.database = to};
  for (const Segment& segment : segments) {
    if (auto removed = archive::remove_path(segment.database); !removed) return removed.error();
    all.streams.insert(all.streams.end(), segment.streams.begin(), segment.streams.end());
  }
  return all;
}

SegmentWriter::~SegmentWriter() { give_up(); }

void SegmentWriter::give_up() noexcept {
  if (documents_ == 0) return;
  documents_ = 0;
  write::give_up(database_);
}

Result<void> SegmentWriter::guarded_write(const Message& attempt, const std::string& path,
                                          const std::function<Result<void>()>& work) {
  if (failed_) return *failed_;
  auto done = written(attempt, path, work);
  if (!done) {
    failed_ = done.error();
    give_up();
  }
  return done;
}

Result<void> SegmentWriter::add(const BuiltDocument& built, size_t size_bytes) {
  const bool fresh = path_.empty();
  if (fresh) path_ = tiers_.new_segment();
  auto added = guarded_write(say("write segment '{}'", path_), path_, [&]() -> Result<void> {
    // Stored articles are written before the commit, in destructors, too.
    const archive::KeptWrites kept;
    if (fresh) database_ = Xapian::WritableDatabase(path_, kSegmentFlags);
    database_.add_document(built.document);
    if (const auto failure = kept.failure()) return *failure;
    return {};
  });
  if (!added) return added;
  streams_.add(built.stream, built.words);
  bytes_ += size_bytes;
  static const unsigned most = segment_documents();
  if (++documents_ >= most || bytes_ * kMemoryPerByte >= max_bytes_) return finish();
  return {};
}

Result<void> SegmentWriter::finish() {
  if (path_.empty()) return {};
  const std::string path = std::exchange(path_, {});
  const size_t bytes = bytes_;
  auto room = check_room(path, tiers_.bytes_on_their_way() += bytes);
  if (!room) {
    tiers_.bytes_on_their_way() -= bytes;
    return room;
  }
  auto closed = failed_ ? Result<void>(*failed_) : close_segment(path, database_);
  if (!closed) {
    failed_ = closed.error();
    give_up();
  }
  tiers_.bytes_on_their_way() -= bytes;
  Segment segment{.database = path, .streams = {{path + ".streams", documents_}}};
  documents_ = 0;
  bytes_ = 0;
  if (!closed) return closed;
  if (auto written = streams_.write(segment.streams.front().path); !written) return written;
  return tiers_.finished(std::move(segment));
}

}  // namespace khobao::write
