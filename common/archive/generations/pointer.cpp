#include "common/archive/generations/pointer.h"

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/disk/own_checksum.h"
#include "common/archive/generations/generation.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kChecksumLine = "# checksum \n";

std::string pointer_file(const std::string& db) { return db + "/current"; }

std::string pointer_bytes(const std::string& generation) {
  const std::string name(generation.empty() ? kNone : generation);
  return with_checksum(name + "\n" + std::string(kChecksumLine), kBehindInTable);
}

Error lost(const std::string& db, const Message& how) {
  return {ErrorCode::index_corrupt, say("index '{}' is damaged: its pointer 'current' {}", db, how),
          recover_hint(db)};
}

// Written before pointers had a checksum: the name of a generation that this program refuses.
bool is_of_older_program(const std::string& db, const std::string& bytes) {
  if (!bytes.ends_with('\n')) return false;
  const std::string name = bytes.substr(0, bytes.size() - 1);
  if (generation_number(name) == 0) return false;
  const auto manifest = read_manifest(db, generation_named(db, name));
  return !manifest && manifest.error().code == ErrorCode::index_incompatible;
}

}  // namespace

Message recover_hint(const std::string& db) {
  return say(
      "see which generations are whole, and bring the newest back, with 'indexer recover --db {}'",
      db);
}

Result<Pointer> read_pointer(const std::string& db) {
  const auto there = path_exists(pointer_file(db));
  if (!there) return there.error();
  if (!*there) {
    const auto names = names_in(db);
    if (!names) return names.error();
    const bool lost_it = std::any_of(names->begin(), names->end(), [](const std::string& name) {
      return generation_number(name) != 0;
    });
    if (lost_it) return lost(db, say("is missing"));
    return Pointer{};
  }
  auto bytes = read_file(pointer_file(db));
  if (!bytes) return bytes.error();
  const auto whole = without_checksum(*bytes, kBehindInTable, pointer_file(db));
  if (!whole || !whole->ends_with(kChecksumLine)) {
    if (is_of_older_program(db, *bytes))
      return Pointer{.present = true, .generation = bytes->substr(0, bytes->size() - 1)};
    return lost(db, say("is not what was written"));
  }
  const std::string name = whole->substr(0, whole->size() - kChecksumLine.size() - 1);
  if (name == kNone) return Pointer{.present = true, .generation = ""};
  if (generation_number(name) == 0) return lost(db, say("names no generation"));
  return Pointer{.present = true, .generation = name};
}

Result<void> write_pointer(const std::string& db, const std::string& generation) {
  const std::string path = pointer_file(db);
  const auto before = path_exists(path);
  if (!before) return before.error();
  std::string old;
  if (*before) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    old = std::move(*bytes);
  }
  auto written = replace_file(path, pointer_bytes(generation));
  if (written) return written;
  // It may stand there without being on the disk: after a loss of power the old one could be back.
  const auto now = read_file(path);
  if (now && *now == old) return written;
  if (!now && !*before) return written;
  const auto put_back = *before ? replace_file(path, old) : remove_path(path);
  if (put_back) return written;
  return Error{ErrorCode::input,
               say("{}; whether '{}' names the old or the new generation is not known",
                   written.error().message, path),
               say("see 'indexer verify --db {}'", db)};
}

Result<void> begin_archive(const std::string& db) {
  const auto pointer = read_pointer(db);
  if (!pointer) return pointer.error();
  return pointer->present ? Result<void>() : write_pointer(db, "");
}

}  // namespace khobao::archive
