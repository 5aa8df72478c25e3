#include "indexer/backup/copied_archive.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/cleaning.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/pointer.h"
#include "common/archive/generations/wholeness.h"
#include "common/language/say.h"
#include "indexer/commit/writer_lock.h"

namespace khobao::backup {
namespace {

constexpr size_t kBuffer = 1 << 20;

// Searches lock the manifest that they read: each folder has its own.
constexpr const char* kManifest = "manifest.json";

Result<void> copy_bytes(const std::string& from, const std::string& to, CopyReport& report) {
  auto in = archive::OpenFile::open(from, O_RDONLY, "read");
  if (!in) return in.error();
  auto out = archive::OpenFile::open(to, O_WRONLY | O_CREAT | O_EXCL, "write");
  if (!out) return out.error();
  std::string buffer(kBuffer, '\0');
  for (;;) {
    const auto got = in->read(buffer.data(), buffer.size());
    if (!got) return got.error();
    if (*got == 0) break;
    if (auto done = out->write(std::string_view(buffer).substr(0, *got)); !done) return done;
    report.bytes_written += *got;
  }
  if (auto done = out->sync(); !done) return done;
  return out->close();
}

Result<void> copy_file(const std::string& from, const std::string& to, bool may_link,
                       CopyReport& report) {
  ++report.files;
  if (may_link && link(from.c_str(), to.c_str()) == 0) {
    ++report.linked;
    return {};
  }
  // Another disk, or a file system without links, or one that allows too few: then the bytes.
  if (may_link && errno == ENOENT) return archive::file_error("read", from);
  return copy_bytes(from, to, report);
}

Result<void> copy_folder(const std::string& from, const std::string& to, CopyReport& report) {
  if (auto made = archive::make_folder(to); !made) return made.error();
  const auto names = archive::names_in(from);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    const std::string source = from + "/" + name, target = to + "/" + name;
    const auto folder = archive::is_folder(source);
    if (!folder) return folder.error();
    auto done = *folder ? copy_folder(source, target, report)
                        : copy_file(source, target, name != kManifest, report);
    if (!done) return done;
  }
  return archive::sync_path(to);
}

// A folder that was begun under another name counts from its renaming.
Result<void> place_folder(const std::string& from, const std::string& to, CopyReport& report) {
  const std::string begun = to + ".begun";
  if (auto removed = archive::remove_path(begun); !removed) return removed;
  if (auto copied = copy_folder(from, begun, report); !copied) return copied;
  if (rename(begun.c_str(), to.c_str()) != 0) return archive::file_error("rename", begun);
  return {};
}

Error no_place(const std::string& to, const Message& why, const Message& hint) {
  return {ErrorCode::input, say("cannot write to '{}': {}", to, why), hint};
}

// New, empty, or an archive.
Result<void> check_target(const std::string& to) {
  const auto there = archive::path_exists(to);
  if (!there) return there.error();
  if (!*there) return {};
  const auto names = archive::names_in(to);
  if (!names) return names.error();
  if (names->empty()) return {};
  for (const std::string& name : *names) {
    if (name == "current") return {};
  }
  return no_place(to, say("it holds something else"), say("name a new folder"));
}

class Copy {
 public:
  Copy(const std::string& from, const std::string& to, bool check)
      : from_(from), to_(to), check_(check) {}

  Result<CopyReport> run() {
    if (auto taken = take_source(); !taken) return check_ ? of_backup(taken.error()) : taken.error();
    if (auto free = check_target(to_); !free) return free.error();
    const auto lock = commit::WriterLock::take(to_);
    if (!lock) return lock.error();
    if (auto begun = archive::begin_archive(to_); !begun) return begun.error();
    if (auto placed = place_parts(); !placed) return placed.error();
    if (auto synced = archive::sync_path(to_); !synced) return synced.error();
    if (auto live = archive::write_pointer(to_, generation_.name); !live) return live.error();
    (void)archive::remove_unused(to_, archive::Comparison::sizes);
    lock->note_done();
    report_.generation = generation_.name;
    report_.articles = manifest_.articles;
    return report_;
  }

 private:
  Result<void> take_source() {
    if (auto held = hold(); !held) return held;
    auto manifest = archive::read_manifest(from_, generation_);
    if (!manifest) return manifest.error();
    manifest_ = std::move(*manifest);
    const auto comparison = check_ ? archive::Comparison::checksums : archive::Comparison::sizes;
    return archive::check_whole(from_, generation_, manifest_, comparison);
  }

  // What makes an archive whole again, or a new one, does not concern a backup.
  static Error of_backup(Error error) {
    if (error.code == ErrorCode::index_missing) error.hint = say("name the folder of a backup");
    if (error.code == ErrorCode::index_corrupt) error.hint = say("restore another backup");
    return error;
  }

  // An update may replace the generation before it is held; then the next one is taken.
  Result<void> hold() {
    for (;;) {
      auto generation = archive::live_generation(from_);
      if (!generation) return generation.error();
      generation_ = std::move(*generation);
      auto use = archive::GenerationUse::begin(generation_);
      if (!use) {
        const auto now = archive::live_generation(from_);
        if (now && now->name != generation_.name) continue;
        return archive::part_error(from_, use.error());
      }
      if (use->came_too_late()) continue;
      use_.push_back(std::move(*use));
      return {};
    }
  }

  Result<void> place_parts() {
    for (const archive::LayerEntry& entry : manifest_.layers) {
      const archive::Layer source = archive::layer_named(from_, entry.name);
      const archive::Layer target = archive::layer_named(to_, entry.name);
      const auto there = archive::path_exists(target.folder);
      if (!there) return there.error();
      if (!*there) {
        if (auto placed = place_folder(source.folder, target.folder, report_); !placed) return placed;
        continue;
      }
      auto same = archive::check_layer(to_, entry, archive::Comparison::checksums);
      if (!same) return other_archive(target.folder, same.error());
    }
    const archive::Generation target = archive::generation_named(to_, generation_.name);
    const auto there = archive::path_exists(target.folder);
    if (!there) return there.error();
    if (!*there) return place_folder(generation_.folder, target.folder, report_);
    const auto theirs = archive::read_file(target.manifest()),
               ours = archive::read_file(generation_.manifest());
    if (!ours) return ours.error();
    if (theirs && *theirs == *ours) return {};
    return other_archive(target.folder, Error{ErrorCode::input, "", ""});
  }

  Error other_archive(const std::string& part, const Error& why) const {
    if (why.code == ErrorCode::input && !why.message.empty()) return why;
    return no_place(to_, say("'{}' is not what '{}' holds under that name", part, from_),
                    say("name a new folder"));
  }

  const std::string& from_;
  const std::string& to_;
  const bool check_;
  archive::Generation generation_;
  archive::Manifest manifest_;
  std::vector<archive::GenerationUse> use_;
  CopyReport report_;
};

}  // namespace

Result<CopyReport> copy_archive(const std::string& from, const std::string& to, bool check) {
  return Copy(from, to, check).run();
}

}  // namespace khobao::backup
