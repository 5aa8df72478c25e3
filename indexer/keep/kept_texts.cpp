#include "indexer/keep/kept_texts.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/archive/disk/hash.h"
#include "indexer/export/export_record.h"

namespace khobao::keep {
namespace {

constexpr const char* kFile = "kept.jsonl.zst";
constexpr const char* kSwitch = "keep.versions";

// The file changes with the generation alone.
constexpr int64_t kModified = 1;

uint64_t unread_in(const change::KnownFile& file) {
  return static_cast<uint64_t>(
      std::count_if(file.records.begin(), file.records.end(), [](const change::KnownRecord& r) {
        return r.outcome == change::Outcome::skipped;
      }));
}

}  // namespace

Result<void> KeptTexts::take(const commit::KeptSettings& before) {
  keeps_ = orders_.keep.value_or(!before.keep.empty());
  switched_ = keeps_ != !before.keep.empty();
  if (keeps_) files_[kSwitch] = "on\n";
  if (before.texts.empty()) return {};
  auto bytes = kept_texts(db_, before.texts);
  if (bytes) {
    path_ = before.texts;
    files_[kFile] = std::move(*bytes);
    return {};
  }
  if (bytes.error().code != ErrorCode::index_corrupt || !gives_up()) return bytes.error();
  notes_.push_back(say("{}: its texts are taken from the index", bytes.error().message));
  salvages_ = true;
  return {};
}

void KeptTexts::note_read(const archive::Article& article, const std::string& root) {
  if (keeps_) {
    read_.add(article);
  } else if (article.is_kept() && root != change::kKeptTexts) {
    ++of_exports_;
  }
}

std::vector<Message> KeptTexts::take_notes() {
  if (const uint64_t texts = of_exports_.exchange(0)) {
    notes_.push_back(say_count(texts,
                               "{} text of before came from the export of an archive that keeps them; "
                               "this one keeps no further ones without --keep-versions",
                               "{} texts of before came from the export of an archive that keeps them; "
                               "this one keeps no further ones without --keep-versions"));
  }
  return std::move(notes_);
}

bool KeptTexts::is_to_be_read(const change::KnownInputs& known) const {
  if (path_.empty()) return false;
  const auto file = known.find(change::kKeptTexts);
  return file == known.end() || file->second.modified_ns == 0;
}

pipeline::InputToRead KeptTexts::input(const change::KnownInputs& known) const {
  const auto file = known.find(change::kKeptTexts);
  const std::string id(change::kKeptTexts);
  return {.file = {.path = std::string(change::kShownKeptTexts),
                   .root = id,
                   .id = id,
                   .size_bytes = files_.at(kFile).size(),
                   .modified_ns = kModified,
                   .opened = path_},
          .known = file == known.end() ? nullptr : &file->second};
}

Result<void> KeptTexts::check_read(const change::KnownInputs& known,
                                   const input::Skipped* skipped) const {
  // take() found the file whole.
  if (skipped)
    return Error{ErrorCode::input, say("cannot read '{}': {}", path_, retold(skipped->reason)), ""};
  const auto file = known.find(change::kKeptTexts);
  if (file != known.end() && unread_in(file->second) == 0) return {};
  return damaged_kept_texts(db_, path_);
}

std::vector<std::string> KeptTexts::replaced_by_rebuild(
    const change::KnownInputs& before, const change::KnownInputs& now,
    const std::vector<input::Root>& roots) const {
  std::unordered_map<std::string_view, const change::RecordHash*> hashes;
  for (const auto& [name, file] : now) {
    for (const change::KnownRecord& record : file.records) {
      if (record.outcome == change::Outcome::indexed) hashes.emplace(record.id, &record.hash);
    }
  }
  const auto is_left_out = [&](const std::string& root) {
    return root != "-" && std::none_of(roots.begin(), roots.end(), [&](const input::Root& named) {
             return named.name == root;
           });
  };
  std::vector<std::string> ids;  // kept texts first, so that none is kept twice
  for (const auto& [name, file] : before) {
    if (name != change::kKeptTexts && (!keeps_ || is_left_out(file.root))) continue;
    for (const change::KnownRecord& record : file.records) {
      if (record.outcome != change::Outcome::indexed) continue;
      const auto same = hashes.find(record.id);
      if (same == hashes.end() || !(*same->second == record.hash)) ids.push_back(record.id);
    }
  }
  return ids;
}

Result<std::vector<archive::Article>> KeptTexts::replaced(const std::vector<std::string>& ids,
                                                          const KeepRun& run) const {
  auto before =
      run.live ? Result<std::optional<commit::LiveArchive>>(run.live) : commit::live_archive(db_);
  if (!before) return before.error();
  if (!*before) return Error{ErrorCode::index_missing, {}, {}};
  return replaced_texts(db_, {.live = **before,
                              .ids = ids,
                              .now = read_,
                              .known = run.known,
                              .hidden = run.hidden,
                              .day = run.day});
}

Result<uint64_t> KeptTexts::keep(const std::vector<std::string>& ids, const KeepRun& run) {
  if (ids.empty()) return uint64_t{0};
  auto articles = replaced(ids, run);
  if (!articles) {
    // A rebuild is the way out of an archive that cannot be read.
    if (run.live || !gives_up()) return articles.error();
    notes_.push_back(say("no text of before is kept: {}", articles.error().message));
    return uint64_t{0};
  }
  if (articles->empty()) return uint64_t{0};
  if (auto written = write(*articles, run); !written) return written.error();
  return uint64_t{articles->size()};
}

// As they will be read, so that a rebuild makes the same of them.
Result<void> KeptTexts::write(const std::vector<archive::Article>& articles, const KeepRun& run) {
  const std::string root(change::kKeptTexts);
  change::KnownFile& file = run.known[root];
  file.root = root;
  file.shown = change::kShownKeptTexts;
  file.modified_ns = kModified;
  const auto corrector = run.make_corrector();
  std::vector<std::string> records;
  for (const archive::Article& article : articles) {
    records.push_back(exporting::export_record(article, ""));
    auto again = exporting::exported_article(records.back());
    if (!again) return Error{ErrorCode::internal, say("a kept text cannot be read back"), {}};
    const uint64_t line = file.records.empty() ? 1 : file.records.back().line + 1;
    change::KnownRecord record;
    record.line = record.written_line = line;
    record.hash = archive::content_hash(records.back());
    record.id = again->id;
    file.records.push_back(std::move(record));
    auto tokens = corrector->finish(*again);
    auto added = run.layer.add(0, {.article = std::move(*again),
                                   .tokens = std::move(tokens),
                                   .root = root,
                                   .size_bytes = records.back().size()});
    if (!added) return added;
  }
  std::string& bytes = files_[kFile];
  append_records(records, bytes);
  file.size_bytes = bytes.size();
  return {};
}

}  // namespace khobao::keep
