#include "indexer/write/glass/glass_merge.h"

#include <algorithm>
#include <map>
#include <queue>
#include <utility>

#include "common/archive/disk/files.h"
#include "common/language/say.h"
#include "indexer/write/glass/glass_lists.h"
#include "indexer/write/glass/glass_reader.h"
#include "indexer/write/glass/glass_table.h"
#include "indexer/write/glass/glass_version.h"

namespace khobao::write::glass {
namespace {

using Kind = EntryKey::Kind;

// A database that is read, and what its articles become.
struct Source {
  TableReader table;
  EntryKey key;  ///< of the entry at hand; points into it
  const std::string& database;
  std::vector<uint32_t> docids;  ///< new ones by old one; 0 for those left out

  Error damaged() const {
    return {ErrorCode::index_corrupt, say("'{}' is not what was written", database), ""};
  }

  uint64_t articles() const { return docids.size() - 1; }

  Result<void> read_key() {
    if (table.at_end()) return {};
    key = glass::read_key(table.key());
    return key.kind == Kind::other ? Result<void>(damaged()) : Result<void>();
  }

  Result<void> next() {
    if (auto read = table.next(); !read) return read;
    return read_key();
  }

  bool is_at(Kind kind) const { return !table.at_end() && key.kind == kind; }
};

// Docids of a source as one of its lists brings them: ascending, and none that it has not.
class OldDocids {
 public:
  explicit OldDocids(const Source& source) : docids_(source.docids) {}

  // What the article becomes; 0 where it is left out.
  uint32_t next(uint32_t old) {
    right_ = right_ && old > last_ && old < docids_.size();
    last_ = old;
    ++count_;
    return right_ ? docids_[old] : 0;
  }

  bool were_right() const { return right_; }
  uint64_t count() const { return count_; }

 private:
  const std::vector<uint32_t>& docids_;
  uint32_t last_ = 0;
  uint64_t count_ = 0;
  bool right_ = true;
};

class Merge {
 public:
  explicit Merge(const std::vector<MergePart>& parts) : parts_(parts) {}

  Result<void> run(const std::string& to) {
    if (auto opened = open(); !opened) return opened;
    std::map<uint32_t, ValueBounds> bounds;
    if (auto read = read_bounds(bounds); !read) return read;
    sources_.clear();
    if (auto opened = open(); !opened) return opened;
    auto table = TableWriter::create(to + "/postlist.glass");
    if (!table) return table.error();
    for (const auto& [slot, of_slot] : bounds) {
      if (auto written = of_slot.write(slot, *table); !written) return written;
    }
    for (const auto& [slot, of_slot] : bounds) {
      if (auto copied = copy_values(slot, *table); !copied) return copied;
    }
    ListWriter lists(*table);
    if (auto copied = copy_lengths(lists); !copied) return copied;
    if (auto copied = copy_terms(lists); !copied) return copied;
    const auto root = table->finish();
    if (!root) return root.error();
    return write_version_file(to, *root, counts_);
  }

 private:
  // All at their first values.
  Result<void> open() {
    uint32_t last = 0;
    sources_.reserve(parts_.size());  // keys point into them
    for (const MergePart& part : parts_) {
      auto table = TableReader::open(part.database);
      if (!table) return table.error();
      std::vector<uint32_t> docids(part.articles + 1);
      auto without = part.without.begin();
      for (uint32_t old = 1; old <= part.articles; ++old) {
        const bool left_out = without != part.without.end() && *without == old;
        if (left_out) ++without;
        if (!left_out) docids[old] = ++last;
      }
      sources_.push_back({std::move(*table), {}, part.database, std::move(docids)});
      Source& source = sources_.back();
      if (auto read = source.read_key(); !read) return read;
      while (source.is_at(Kind::bounds)) {
        if (auto next = source.next(); !next) return next;
      }
    }
    counts_.documents = last;
    return {};
  }

  // visit(docid, value) for those of one slot of a source, chunk by chunk.
  template <class Visit, class Passed>
  Result<void> each_chunk(Source& source, uint32_t slot, Visit visit, Passed passed) {
    OldDocids docids(source);
    while (source.is_at(Kind::values) && source.key.slot == slot) {
      const bool whole = each_value(source.table.tag(), source.key.first,
                                    [&](uint32_t old, std::string_view value) {
                                      const uint32_t docid = docids.next(old);
                                      if (docid != 0 && !value.empty()) visit(docid, value);
                                    });
      if (!whole || !docids.were_right()) return source.damaged();
      if (auto done = passed(); !done) return done;
      if (auto next = source.next(); !next) return next;
    }
    return {};
  }

  Result<void> read_bounds(std::map<uint32_t, ValueBounds>& bounds) {
    for (Source& source : sources_) {
      while (source.is_at(Kind::values)) {
        const uint32_t slot = source.key.slot;
        ValueBounds of_slot = std::move(bounds[slot]);
        auto read = each_chunk(
            source, slot, [&](uint32_t, std::string_view value) { of_slot.add(value); },
            [] { return Result<void>(); });
        if (!read) return read;
        if (of_slot.empty()) {
          bounds.erase(slot);
        } else {
          bounds[slot] = std::move(of_slot);
        }
      }
    }
    return {};
  }

  Result<void> copy_values(uint32_t slot, TableWriter& table) {
    ValueList list;
    for (Source& source : sources_) {
      // Of a slot that nothing is left of.
      while (source.is_at(Kind::values) && source.key.slot < slot) {
        if (auto next = source.next(); !next) return next;
      }
      auto copied = each_chunk(
          source, slot, [&](uint32_t docid, std::string_view value) { list.add(docid, value); },
          [&] { return list.write_whole(slot, table); });
      if (!copied) return copied;
    }
    return list.write_all(slot, table);
  }

  // What is left of one list of a source, which is at its first chunk; it is then behind it.
  Result<void> take_list(Source& source, std::vector<ListEntry>& entries) {
    if (source.key.first != 0) return source.damaged();
    const Kind kind = source.key.kind;
    OldDocids docids(source);
    auto chunk = ListChunk::open_first(source.table.tag());
    const uint64_t holders =
        kind == Kind::lengths ? source.articles() : chunk ? chunk->holders() : 0;
    for (;;) {
      const bool whole = chunk && chunk->each([&](ListEntry entry) {
        entry.docid = docids.next(entry.docid);
        if (entry.docid != 0) entries.push_back(entry);
      });
      if (!whole || !docids.were_right()) return source.damaged();
      if (auto next = source.next(); !next) return next;
      if (chunk->is_last()) break;
      if (!source.is_at(kind) || source.key.first == 0) return source.damaged();
      chunk = ListChunk::open(source.table.tag(), source.key.first);
    }
    return docids.count() == holders ? Result<void>() : source.damaged();
  }

  Result<void> copy_lengths(ListWriter& lists) {
    std::vector<ListEntry> lengths;
    for (Source& source : sources_) {
      while (source.is_at(Kind::values)) {  // of slots that nothing is left of
        if (auto next = source.next(); !next) return next;
      }
      if (source.articles() == 0) continue;
      if (!source.is_at(Kind::lengths)) return source.damaged();
      if (auto taken = take_list(source, lengths); !taken) return taken;
    }
    for (const ListEntry& length : lengths) counts_.add_length(length.number);
    return lengths.empty() ? Result<void>() : lists.add_lengths(lengths);
  }

  Result<void> copy_terms(ListWriter& lists) {
    // The least term first, of equal ones the one of the first source.
    const auto later = [&](size_t a, size_t b) {
      const int order = sources_[a].key.term.compare(sources_[b].key.term);
      return order > 0 || (order == 0 && a > b);
    };
    std::priority_queue<size_t, std::vector<size_t>, decltype(later)> next(later);
    for (size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i].is_at(Kind::term)) {
        next.push(i);
      } else if (!sources_[i].table.at_end()) {
        return sources_[i].damaged();
      }
    }
    std::vector<ListEntry> holders;
    std::string term;
    while (!next.empty()) {
      term = sources_[next.top()].key.term;
      holders.clear();
      while (!next.empty() && sources_[next.top()].key.term == term) {
        const size_t at = next.top();
        next.pop();
        if (auto taken = take_list(sources_[at], holders); !taken) return taken;
        if (sources_[at].is_at(Kind::term)) {
          next.push(at);
        } else if (!sources_[at].table.at_end()) {
          return sources_[at].damaged();
        }
      }
      if (holders.empty()) continue;
      for (const ListEntry& holder : holders) counts_.add_times(holder.number);
      if (auto added = lists.add_term(term, holders); !added) return added;
    }
    return {};
  }

  const std::vector<MergePart>& parts_;
  std::vector<Source> sources_;
  DatabaseCounts counts_;
};

}  // namespace

Result<void> merge_databases(const std::vector<MergePart>& parts, const std::string& to) {
  if (auto made = archive::make_folder(to); !made) return made.error();
  return Merge(parts).run(to);
}

}  // namespace khobao::write::glass
