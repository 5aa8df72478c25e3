#include "indexer/change/change_set.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace khobao::change {
namespace {

struct Before {
  std::string root, file;
  RecordHash hash;
};

Before before_of(const KnownFile& file, const KnownRecord& record) {
  return {file.root, file_id(file), record.hash};
}

// Of one file's articles, told by their ids.
constexpr uint64_t kFewestSwapped = 3;  // one or two may well be other articles
struct FileChanges {
  uint64_t added = 0, deleted = 0;
};

class Changes {
 public:
  Changes(KnownInputs& known, bool may_delete, int pass)
      : known_(known), may_delete_(may_delete), pass_(pass) {
    for (const auto& [id, file] : known_) {
      for (const KnownRecord& record : file.records)
        set_.had_before[file.root] += record.outcome == Outcome::indexed;
    }
  }

  void gone(const std::string& id) {
    const auto file = known_.find(id);
    if (file == known_.end()) return;
    remember(file->second);
    known_.erase(file);
  }

  void read(KnownFile&& file, int64_t reliable_ns) {
    for (const KnownRecord& record : file.records) {
      if (record.fresh) touched_.insert(record.id);
    }
    if (file.modified_ns >= reliable_ns) file.modified_ns = 0;
    const std::string id = file_id(file);
    const auto before = known_.find(id);
    if (before == known_.end()) {
      known_.emplace(id, std::move(file));
      return;
    }
    if (id == "-" || !may_delete_) {
      keep_absent(before->second, file);
    }
    remember(before->second);
    before->second = std::move(file);
  }

  void unreadable(const std::string& id) {
    if (const auto file = known_.find(id); file != known_.end()) file->second.modified_ns = 0;
  }

  void displaced(const pipeline::Displaced& displaced) {
    displaced_.push_back(displaced.id);
    touched_.insert(displaced.id);
    set_.displaced_files.push_back(displaced.place.file);
    const auto file = known_.find(displaced.place.file);
    if (file == known_.end()) return;
    for (KnownRecord& record : file->second.records) {
      if (record.line != displaced.place.line || record.id != displaced.id) continue;
      if (!record.fresh) before_.emplace(record.id, before_of(file->second, record));
      record.outcome = Outcome::duplicate;
      record.note = displaced.note;
    }
  }

  ChangeSet finish() {
    struct Now {
      const KnownFile* file;
      KnownRecord* record;
    };
    std::unordered_map<std::string_view, Now> now;
    for (auto& [id, file] : known_) {
      for (KnownRecord& record : file.records) {
        if (record.outcome != Outcome::indexed) continue;
        const auto [holder, added] = now.emplace(record.id, Now{&file, &record});
        if (added) continue;
        // A file that could not be read kept an article that another file brought now.
        Now kept{&file, &record};
        if (!record.fresh) std::swap(kept, holder->second);
        KnownRecord& loser = *holder->second.record;
        before_.emplace(loser.id, before_of(*holder->second.file, loser));
        touched_.insert(loser.id);
        loser.outcome = Outcome::duplicate;
        holder->second = kept;
      }
    }
    uint64_t fresh = 0;
    std::unordered_map<std::string_view, std::vector<const std::string*>> added_hashes;
    std::vector<std::pair<const std::string*, const Before*>> deleted;
    std::unordered_map<std::string, FileChanges> by_file;
    for (const std::string& id : touched_) {
      const auto winner = now.find(id);
      const auto was = before_.find(id);
      const bool is_fresh = winner != now.end() && winner->second.record->fresh;
      fresh += is_fresh;
      if (was != before_.end() && (winner == now.end() || is_fresh)) set_.stale.push_back(id);
      if (was == before_.end() && is_fresh) {
        ++set_.added;
        added_hashes[winner->second.record->hash].push_back(&id);
        ++by_file[file_id(*winner->second.file)].added;
      } else if (was != before_.end() && is_fresh) {
        const Now& is = winner->second;
        const bool elsewhere = file_id(*is.file) != was->second.file;
        ++(elsewhere && is.record->hash == was->second.hash ? set_.moved : set_.changed);
      } else if (was != before_.end() && winner == now.end()) {
        deleted.emplace_back(&id, &was->second);
      }
    }
    for (auto& [hash, ids] : added_hashes) std::reverse(ids.begin(), ids.end());
    for (const auto& [id, article] : deleted) {
      const auto twin = added_hashes.find(article->hash);
      if (twin != added_hashes.end() && !twin->second.empty()) {
        if (set_.new_ids++ < kShownIds) set_.renamed.emplace_back(*id, *twin->second.back());
        twin->second.pop_back();
        --set_.added;
        ++set_.moved;
      } else {
        ++set_.deleted;
        ++set_.deleted_of_root[article->root];
        ++by_file[article->file].deleted;
      }
    }
    for (const auto& [file, changes] : by_file) {
      const uint64_t swapped = std::min(changes.added, changes.deleted);
      const auto had = had_.find(file);
      if (swapped >= kFewestSwapped && had != had_.end() && swapped * 2 >= had->second)
        set_.other_ids[file] = swapped;
    }
    // After the first pass, any article met again may have been written in a pass before.
    std::set<std::string> contested(displaced_.begin(), displaced_.end());
    if (pass_ > 0) contested.insert(touched_.begin(), touched_.end());
    for (const std::string& id : contested) {
      const auto winner = now.find(id);
      // Kept texts name where they were, not where they are; no other input can have their ids.
      if (winner != now.end() && winner->second.file->root == kKeptTexts) continue;
      const bool written = winner != now.end() && winner->second.record->written;
      set_.contested[id] =
          written ? written_place(*winner->second.file, *winner->second.record) : "";
    }
    set_.unchanged = now.size() - fresh;
    for (auto& [id, file] : known_) {
      SharedNote last;
      for (KnownRecord& record : file.records) {
        record.fresh = false;
        if (record.outcome != Outcome::duplicate) continue;
        // Named again each time: the other one may stand in another line now.
        if (const auto holder = now.find(record.id); holder != now.end()) {
          record.note =
              duplicate_note(record.id, shown_place(*holder->second.file, *holder->second.record));
          record.note.share(last);
          last = record.note;
        }
      }
    }
    return std::move(set_);
  }

 private:
  // What the archive had of a file, before it changed or went.
  void remember(const KnownFile& file) {
    for (const KnownRecord& record : file.records) {
      if (record.outcome != Outcome::indexed) continue;
      ++had_[file_id(file)];
      before_.emplace(record.id, before_of(file, record));
      touched_.insert(record.id);
    }
  }

  // Articles that are not in the file any more stay, unless an article of it has their id now.
  static void keep_absent(const KnownFile& before, KnownFile& file) {
    std::unordered_set<std::string> ids;
    for (const KnownRecord& record : file.records) ids.insert(record.id);
    uint64_t line = kKeptLines;
    for (const KnownRecord& record : before.records) {
      if (record.outcome != Outcome::indexed || ids.contains(record.id)) continue;
      file.records.push_back(record);
      file.records.back().line = line++;
      file.records.back().fresh = file.records.back().written = false;
    }
  }

  KnownInputs& known_;
  bool may_delete_;
  int pass_;
  ChangeSet set_;
  std::unordered_map<std::string, Before> before_;
  std::unordered_map<std::string, uint64_t> had_;  // articles of files that changed or went, by id
  std::set<std::string> touched_;
  std::vector<std::string> displaced_;
};

}  // namespace

ChangeSet take_changes(KnownInputs& known, const std::vector<std::string>& gone,
                       pipeline::PipelineReport&& read, bool may_delete, int64_t reliable_ns,
                       int pass) {
  Changes changes(known, may_delete, pass);
  for (const std::string& id : gone) changes.gone(id);
  for (KnownFile& file : read.files) changes.read(std::move(file), reliable_ns);
  for (const std::string& id : read.unreadable) changes.unreadable(id);
  for (const pipeline::Displaced& displaced : read.displaced) changes.displaced(displaced);
  return changes.finish();
}

void join(ChangeSet& changes, ChangeSet&& more) {
  const uint64_t fresh = changes.added + changes.changed + changes.moved;
  // What came in had an id that went out before.
  const uint64_t replaced = std::min(more.added, changes.deleted);
  changes.deleted -= replaced;
  changes.changed += replaced;
  changes.changed += more.changed;
  changes.moved += more.moved;
  changes.added += more.added - replaced;
  for (auto& renamed : more.renamed) {
    if (changes.renamed.size() < kShownIds) changes.renamed.push_back(std::move(renamed));
  }
  changes.new_ids += more.new_ids;
  changes.unchanged = more.unchanged > fresh ? more.unchanged - fresh : 0;
  changes.stale.insert(changes.stale.end(), more.stale.begin(), more.stale.end());
  for (auto& [id, place] : more.contested) changes.contested[id] = std::move(place);
}

std::vector<std::pair<std::string, uint64_t>> freed_duplicates(const KnownInputs& known) {
  std::unordered_map<std::string_view, Place> first;  // of the duplicates of an id
  for (const auto& [id, file] : known) {
    for (const KnownRecord& record : file.records) {
      if (record.outcome != Outcome::duplicate) continue;
      Place place{.file = id, .shown = "", .line = record.line};
      const auto [known_first, added] = first.emplace(record.id, place);
      if (!added && comes_first(place, known_first->second)) known_first->second = std::move(place);
    }
  }
  if (first.empty()) return {};
  for (const auto& [id, file] : known) {
    for (const KnownRecord& record : file.records) {
      if (record.outcome != Outcome::indexed) continue;
      const auto duplicate = first.find(record.id);
      if (duplicate == first.end()) continue;
      const Place place{.file = id, .shown = "", .line = record.line};
      if (comes_first(place, duplicate->second)) first.erase(duplicate);
    }
  }
  std::vector<std::pair<std::string, uint64_t>> freed;
  freed.reserve(first.size());
  for (const auto& [id, place] : first) freed.emplace_back(place.file, place.line);
  std::sort(freed.begin(), freed.end());
  return freed;
}

}  // namespace khobao::change
