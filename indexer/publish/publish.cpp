#include "indexer/publish/publish.h"

#include <sys/random.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>

#include "common/archive/damage.h"
#include "common/archive/disk/block_sums.h"
#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/disk/kept_writes.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/publication/publication_tables.h"
#include "common/archive/publication/published_terms.h"
#include "common/archive/xapian_guard.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "indexer/commit/writer_lock.h"
#include "indexer/pipeline/worker_threads.h"
#include "indexer/publish/archive_tables.h"
#include "indexer/publish/publication_folder.h"
#include "indexer/publish/publication_record.h"
#include "indexer/publish/shard_changes.h"
#include "indexer/publish/shard_copies.h"
#include "indexer/publish/shard_writing.h"
#include "indexer/publish/whole_shards.h"
#include "indexer/publish/database_writing.h"
#include "indexer/write/disk_room.h"

namespace khobao::publish {
namespace {

// Copies that are changed again and again grow by what lies free in them.
constexpr uint64_t kWholeAfterShare = 5;

// While one of these is held, Xapian writes down what each commit changes (files changes1 …), by
// which replicas follow without copying the whole shard. It takes this from the environment alone.
// To be made and let go of while no other thread runs.
class WrittenChanges {
 public:
  WrittenChanges() { setenv(kName, kKept, 0); }
  ~WrittenChanges() { unsetenv(kName); }
  WrittenChanges(const WrittenChanges&) = delete;
  WrittenChanges& operator=(const WrittenChanges&) = delete;

 private:
  static constexpr const char* kName = "XAPIAN_MAX_CHANGESETS";
  static constexpr const char* kKept =
      "2";  // as large as a third of a shard; a replica that was away longer copies it
};

// What is served now, and can be gone on from.
struct Before {
  PublicationFolder folder;
  PublicationRecord record;
};

Result<std::string> new_publication_id() {
  char bytes[16];
  if (getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes))
    return archive::file_error("read", "/dev/urandom");
  return archive::to_hex(std::string_view(bytes, sizeof bytes));
}

Result<void> require_room_for(const std::string& into, uint64_t bytes) {
  const auto free = write::free_bytes(into);
  if (!free) return free.error();
  if (*free >= bytes) return {};
  return Error{
      ErrorCode::input,
      say("too little room on the disk to publish in '{}': {} MB are needed, and {} MB are "
          "free",
          into, decimal_shown(static_cast<double>(bytes) / 1e6, 1),
          decimal_shown(static_cast<double>(*free) / 1e6, 1)),
      say("the publication that is served is as it was")};
}

// What waits to be written may be written while it is counted.
Result<std::string> terms_of(const std::vector<std::unique_ptr<ShardWriting>>& shards) {
  std::string terms;
  const std::string& first = shards.front()->path();
  auto counted = written(say("write shard '{}'", first), first, [&]() -> Result<void> {
    const archive::KeptWrites kept;
    Xapian::Database all;
    for (const auto& shard : shards) all.add_database(shard->database());
    terms = archive::published_terms(all);
    if (const auto failure = kept.failure()) return *failure;
    return {};
  });
  if (!counted) return counted.error();
  return terms;
}

class Publishing {
 public:
  explicit Publishing(const PublishRequest& request) : request_(request) {}

  Result<PublishReport> run() {
    if (auto free = check_publication_target(request_.into); !free) return free.error();
    if (auto opened = open_archive(); !opened) return opened.error();
    const auto lock = commit::WriterLock::take(request_.into);
    if (!lock) return lock.error();
    if (auto found = find_before(); !found) return found.error();
    shards_ = request_.shards > 0 ? request_.shards : before_ ? before_->record.shards : 1;
    if (request_.whole || (before_ && before_->record.shards != shards_)) before_.reset();
    report_.generation = generation_.name;
    report_.shards = shards_;
    report_.articles = manifest_.articles;
    if (before_ && before_->record.manifest == manifest_hash_ && stubs_stand()) {
      report_.nothing = true;
      lock->note_done();
      return report_;
    }
    if (auto removed = remove_other_publications(request_.into, live_); !removed)
      return removed.error();
    auto folder = create_publication(request_.into);
    if (!folder) return folder.error();
    to_ = std::move(*folder);
    auto written = write();
    if (!written) {
      const auto live = live_publication(request_.into);
      if (live && (!*live || (*live)->name != to_.name)) (void)archive::remove_path(to_.path());
      return written.error();
    }
    lock->note_done();
    return report_;
  }

 private:
  // An update may replace the generation before it is held; then the next one is taken.
  Result<void> open_archive() {
    for (;;) {
      auto generation = archive::live_generation(request_.db);
      if (!generation) return generation.error();
      generation_ = std::move(*generation);
      auto use = archive::GenerationUse::begin(generation_);
      if (!use) {
        const auto now = archive::live_generation(request_.db);
        if (now && now->name != generation_.name) continue;
        return archive::part_error(request_.db, use.error());
      }
      if (use->came_too_late()) continue;
      use_ = std::move(*use);
      break;
    }
    auto manifest = archive::read_manifest(request_.db, generation_);
    if (!manifest) return manifest.error();
    manifest_ = std::move(*manifest);
    const auto bytes = archive::read_index_file(generation_.manifest());
    if (!bytes) return archive::part_error(request_.db, bytes.error());
    manifest_hash_ = archive::to_hex(archive::content_hash(*bytes));
    return {};
  }

  // A damaged publication, and one of another version, is replaced by one that is written whole.
  Result<void> find_before() {
    auto live = live_publication(request_.into);
    if (!live && live.error().code != ErrorCode::index_corrupt) return live.error();
    if (!live || !*live) return {};
    live_ = **live;
    auto record = read_publication_record(**live);
    if (record) {
      before_ = Before{**live, std::move(*record)};
      return {};
    }
    return record.error().code == ErrorCode::input ? record.error() : Result<void>();
  }

  bool stubs_stand() const {
    for (size_t shard = 0; shard < shards_; ++shard) {
      const auto stub = archive::read_file(before_->folder.stub(shard));
      if (!stub || *stub != stub_bytes(before_->folder, shard)) return false;
      if (!archive::SummedFiles::read(before_->folder.database(shard), before_->folder.sums(shard)))
        return false;
    }
    return true;
  }

  Result<void> write() {
    auto id = new_publication_id();
    if (!id) return id.error();
    record_ = {.publication = std::move(*id),
               .generation = generation_.name,
               .manifest = manifest_hash_,
               .shards = shards_,
               .articles = manifest_.articles,
               .changed = 0,
               .layers = {}};
    for (const archive::LayerEntry& layer : manifest_.layers)
      record_.layers.insert(layer_identity(layer));
    if (before_) {
      auto changed = write_changed();
      if (!changed) return changed.error();
      if (*changed) return finish();
    }
    if (auto whole = write_whole(); !whole) return whole;
    return finish();
  }

  Result<void> write_whole() {
    report_.whole = true;
    uint64_t bytes = 0;
    size_t largest = 0;
    for (size_t i = 0; i < manifest_.layers.size(); ++i) {
      for (const auto& [name, sum] : manifest_.layers[i].files) bytes += sum.size_bytes;
      if (manifest_.layers[i].articles > manifest_.layers[largest].articles) largest = i;
    }
    // Segments and the shards made of them, with term lists, at one time.
    if (auto room = require_room_for(request_.into, 3 * bytes); !room) return room;
    const auto index = archive::LayeredIndex::open(request_.db, generation_, manifest_);
    if (!index) return index.error();
    const auto dictionary = index->dictionary(largest);
    if (!dictionary) return dictionary.error();
    auto written = write_whole_shards(request_.db, generation_, manifest_, **dictionary,
                                      request_.options, to_, shards_);
    if (!written) return written;
    const auto changes =
        changes_in(*index, std::vector<bool>(manifest_.layers.size(), true), **dictionary);
    if (!changes) return changes.error();
    return write_shards(*index, *changes, **dictionary);
  }

  // False where they are better written whole.
  Result<bool> write_changed() {
    uint64_t bytes = 0;
    for (size_t shard = 0; shard < shards_; ++shard) {
      const auto size = shard_bytes(before_->folder, shard);
      if (!size) return unless_damaged(size.error());
      bytes += *size;
    }
    if (auto room = require_room_for(request_.into, bytes + bytes / 4); !room) return room.error();
    for (size_t shard = 0; shard < shards_; ++shard) {
      auto copied = copy_shard(before_->folder, to_, shard);
      if (!copied) return unless_damaged(copied.error());
    }
    const auto text =
        archive::guarded(say("read the publication"), request_.into, [&]() -> Result<std::string> {
          const Xapian::Database shard(to_.database(0), Xapian::DB_BACKEND_GLASS);
          const auto header = archive::read_publication_header(shard, to_.database(0));
          if (!header) return header.error();
          return archive::read_published_table(shard, *header, "text.dictionary", to_.database(0));
        });
    if (!text) return unless_damaged(text.error());
    const archive::TextDictionary dictionary(*text);
    const auto index = archive::LayeredIndex::open(request_.db, generation_, manifest_);
    if (!index) return index.error();
    std::vector<bool> same;
    for (const archive::LayerEntry& layer : manifest_.layers)
      same.push_back(before_->record.layers.contains(layer_identity(layer)));
    const auto changes = changes_in(*index, same, dictionary);
    if (!changes) return changes.error();
    report_.added = changes->added();
    report_.changed = changes->changed();
    report_.gone = changes->gone();
    record_.changed = before_->record.changed + report_.added + 2 * report_.changed + report_.gone;
    if (record_.changed * kWholeAfterShare > manifest_.articles) return start_again();
    const WrittenChanges for_replicas;
    if (auto written = write_shards(*index, *changes, dictionary); !written) return written.error();
    return true;
  }

  Result<bool> unless_damaged(const Error& error) {
    if (error.code != ErrorCode::index_corrupt && error.code != ErrorCode::index_missing)
      return error;
    return start_again();
  }

  Result<bool> start_again() {
    report_.added = report_.changed = report_.gone = record_.changed = 0;
    for (size_t shard = 0; shard < shards_; ++shard) {
      if (auto removed = archive::remove_path(to_.database(shard)); !removed)
        return removed.error();
    }
    return false;
  }

  Result<PublicationChanges> changes_in(const archive::LayeredIndex& index,
                                        const std::vector<bool>& same_layers,
                                        const archive::TextDictionary& dictionary) {
    return archive::guarded(say("read the publication"), request_.into,
                            [&]() -> Result<PublicationChanges> {
                              std::vector<Xapian::Database> shards;
                              for (size_t shard = 0; shard < shards_; ++shard)
                                shards.emplace_back(to_.database(shard), Xapian::DB_BACKEND_GLASS);
                              return find_changes(index, same_layers, shards, dictionary);
                            });
  }

  archive::PublicationHeader header_of_all() const {
    archive::PublicationHeader header = archive::current_publication_header();
    header.publication = record_.publication;
    header.generation = generation_.name;
    header.created = manifest_.created;
    header.articles = manifest_.articles;
    header.undated = manifest_.undated;
    header.kept = manifest_.kept;
    header.superseded = manifest_.superseded;
    header.names = manifest_.names;
    header.corrections = manifest_.corrections;
    header.shards = shards_;
    return header;
  }

  // Calls `work` with the numbers of all shards, some at a time.
  Result<void> for_each_shard(
      const std::function<Result<void>(size_t shard, const archive::LayeredIndex& index)>& work) {
    const auto threads =
        static_cast<unsigned>(std::min<size_t>(pipeline::worker_count(request_.options), shards_));
    return pipeline::in_parallel(
        threads, say("write shards"), request_.into, [&](unsigned worker) -> Result<void> {
          const auto index = archive::LayeredIndex::open(request_.db, generation_, manifest_);
          if (!index) return index.error();
          for (size_t shard = worker; shard < shards_; shard += threads) {
            if (auto done = work(shard, *index); !done) return done;
          }
          return {};
        });
  }

  // The terms are counted when all articles are written, and committed with them: a replica follows
  // one commit.
  Result<void> write_shards(const archive::LayeredIndex& whole, const PublicationChanges& changes,
                            const archive::TextDictionary& dictionary) {
    auto tables = archive::guarded(say("read its tables"), request_.db, [&] {
      return published_tables(generation_, manifest_, whole, changes.published,
                              dictionary.bytes(), to_.path() + "/groups");
    });
    if (!tables) return archive::part_error(request_.db, tables.error());
    std::vector<std::unique_ptr<ShardWriting>> shards;
    for (size_t shard = 0; shard < shards_; ++shard)
      shards.push_back(std::make_unique<ShardWriting>(to_.database(shard)));
    auto written = for_each_shard([&](size_t shard, const archive::LayeredIndex& index) {
      return shards[shard]->write_articles(index, changes.shards[shard], dictionary,
                                           request_.options);
    });
    if (!written) return written;
    auto terms = terms_of(shards);
    if (!terms) return terms.error();
    (*tables)[archive::kPublishedTerms] = std::move(*terms);
    return for_each_shard([&](size_t shard, const archive::LayeredIndex&) {
      archive::PublicationHeader header = header_of_all();
      header.shard = shard;
      header.articles_here = changes.shards[shard].articles;
      return shards[shard]->finish(*tables, std::move(header));
    });
  }

  Result<void> finish() {
    for (size_t shard = 0; shard < shards_; ++shard) {
      if (auto summed = archive::write_block_sums(to_.database(shard), to_.sums(shard)); !summed)
        return summed;
      const auto bytes = shard_bytes(to_, shard);
      if (!bytes) return bytes.error();
      report_.bytes += *bytes;
      if (auto stub = archive::replace_file(to_.stub(shard), stub_bytes(to_, shard)); !stub)
        return stub;
    }
    if (auto recorded = write_publication_record(to_, record_); !recorded) return recorded;
    if (auto going_on = pipeline::unless_stopped(request_.options); !going_on) return going_on;
    return make_live(to_);
  }

  const PublishRequest& request_;
  archive::Generation generation_;
  std::optional<archive::GenerationUse> use_;
  archive::Manifest manifest_;
  std::string manifest_hash_;
  std::optional<PublicationFolder> live_;
  std::optional<Before> before_;
  size_t shards_ = 1;
  PublicationFolder to_;
  PublicationRecord record_;
  PublishReport report_;
};

}  // namespace

Result<PublishReport> publish_archive(const PublishRequest& request) {
  return Publishing(request).run();
}

}  // namespace khobao::publish
