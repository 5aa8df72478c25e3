#include "indexer/change/known_inputs.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/streams/varint.h"
#include "common/language/say.h"

namespace khobao::change {
namespace {

using archive::put_string;
using archive::put_varint;
using archive::take_string;
using archive::take_varint;

constexpr std::string_view kHead = "KBKI\2";
constexpr size_t kHashBytes = 16;

void put_record(std::string& out, const KnownRecord& record, const std::string& usual_id) {
  put_varint(out, record.line);
  put_varint(out, record.written_line);
  put_varint(out, static_cast<uint64_t>(record.outcome));
  put_string(out, record.hash);
  put_string(out, record.id == usual_id ? "" : record.id);
  if (record.outcome != Outcome::indexed) put_string(out, record.note.text());
}

std::string place_in(const KnownFile& file, uint64_t line) {
  return line == 0 ? file.shown : file.shown + ":" + std::to_string(line);
}

bool take_text(std::string_view& in, std::string& text) {
  std::string_view bytes;
  if (!take_string(in, bytes)) return false;
  text = bytes;
  return true;
}

bool take_record(std::string_view& in, KnownRecord& record, const std::string& usual_id) {
  uint64_t outcome = 0;
  if (!take_varint(in, record.line) || !take_varint(in, record.written_line) ||
      !take_varint(in, outcome) || outcome > 3) {
    return false;
  }
  record.outcome = static_cast<Outcome>(outcome);
  std::string_view hash;
  if (!take_string(in, hash) || !take_text(in, record.id)) return false;
  record.hash = hash;
  if (record.id.empty() && record.outcome != Outcome::skipped) record.id = usual_id;
  if (record.outcome == Outcome::indexed) return true;
  std::string note;
  if (!take_text(in, note)) return false;
  record.note = SharedNote(std::move(note));
  return true;
}

bool take_file(std::string_view& in, const std::vector<std::string>& roots, KnownFile& file) {
  uint64_t root = 0, modified = 0, records = 0;
  if (!take_varint(in, root) || root >= roots.size() || !take_text(in, file.path) ||
      !take_text(in, file.shown) || !take_varint(in, file.size_bytes) ||
      !take_varint(in, modified) || !take_varint(in, records) || records > in.size()) {
    return false;
  }
  file.root = roots[root];
  file.modified_ns = static_cast<int64_t>(modified);
  file.records.resize(records);
  const std::string id = file_id(file);
  SharedNote last;
  for (KnownRecord& record : file.records) {
    if (!take_record(in, record, id)) return false;
    record.note.share(last);
    last = record.note;
  }
  return true;
}

bool take_inputs(std::string_view in, KnownInputs& inputs) {
  uint64_t count = 0;
  if (!take_varint(in, count) || count > in.size()) return false;
  std::vector<std::string> roots(count);
  for (std::string& root : roots) {
    if (!take_text(in, root)) return false;
  }
  while (!in.empty()) {
    KnownFile file;
    if (!take_file(in, roots, file)) return false;
    std::string id = file_id(file);
    inputs.emplace_hint(inputs.end(), std::move(id), std::move(file));  // they come sorted
  }
  return true;
}

}  // namespace

RecordHash::RecordHash(std::string_view bytes) : known_(bytes.size() == bytes_.size()) {
  if (known_) std::copy(bytes.begin(), bytes.end(), bytes_.begin());
}

const std::string& SharedNote::text() const {
  static const std::string none;
  return text_ ? *text_ : none;
}

std::string file_id(const KnownFile& file) {
  return file.path.empty() ? file.root : file.root + "/" + file.path;
}

const KnownRecord* find_record(const KnownFile& file, uint64_t line) {
  const auto record =
      std::lower_bound(file.records.begin(), file.records.end(), line,
                       [](const KnownRecord& r, uint64_t wanted) { return r.line < wanted; });
  return record != file.records.end() && record->line == line ? &*record : nullptr;
}

KnownRecord* find_record(KnownFile& file, uint64_t line) {
  return const_cast<KnownRecord*>(find_record(std::as_const(file), line));
}

uint64_t add_skipped(const KnownFile& file, std::vector<input::Skipped>& skipped) {
  uint64_t unnamed = 0;
  for (const KnownRecord& record : file.records) {
    if (record.outcome == Outcome::indexed || record.outcome == Outcome::hidden) continue;
    skipped.push_back({shown_place(file, record), record.note.text()});
    if (skipped.size() >= 2 * kNamedSkips) unnamed += unnamed_skips(skipped);
  }
  return unnamed;
}

uint64_t unnamed_skips(std::vector<input::Skipped>& skipped) {
  std::sort(skipped.begin(), skipped.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  if (skipped.size() <= kNamedSkips) return 0;
  const uint64_t unnamed = skipped.size() - kNamedSkips;
  skipped.resize(kNamedSkips);
  return unnamed;
}

std::string shown_place(const KnownFile& file, const KnownRecord& record) {
  return place_in(file, record.line < kKeptLines ? record.line : 0);
}

std::string written_place(const KnownFile& file, const KnownRecord& record) {
  return place_in(file, record.written_line);
}

std::vector<archive::RecordLine> moved_records(const KnownInputs& inputs) {
  std::vector<archive::RecordLine> moved;
  for (const auto& [id, file] : inputs) {
    if (id == "-") continue;
    for (const KnownRecord& record : file.records) {
      if (record.outcome != Outcome::indexed || record.line == record.written_line) continue;
      moved.emplace_back(archive::hash64(record.id), record.line < kKeptLines ? record.line : 0);
    }
  }
  return moved;
}

Result<KnownInputs> read_known_inputs(const std::string& path) {
  const auto bytes = archive::read_index_file(path);
  if (!bytes) return bytes.error();
  std::string_view in = *bytes;
  const Error damaged{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  if (in.size() < kHead.size() + kHashBytes || !in.starts_with(kHead)) return damaged;
  const std::string_view hash = in.substr(in.size() - kHashBytes);
  in.remove_suffix(kHashBytes);
  if (archive::content_hash(in) != hash) return damaged;
  KnownInputs inputs;
  if (!take_inputs(in.substr(kHead.size()), inputs)) return damaged;
  return inputs;
}

Result<void> write_known_inputs(const std::string& path, const KnownInputs& inputs) {
  std::map<std::string, size_t> roots;
  for (const auto& [id, file] : inputs) roots.emplace(file.root, 0);
  std::string bytes(kHead);
  put_varint(bytes, roots.size());
  size_t number = 0;
  for (auto& [root, place] : roots) {
    put_string(bytes, root);
    place = number++;
  }
  for (const auto& [id, file] : inputs) {
    put_varint(bytes, roots.at(file.root));
    put_string(bytes, file.path);
    put_string(bytes, file.shown);
    put_varint(bytes, file.size_bytes);
    put_varint(bytes, static_cast<uint64_t>(file.modified_ns));
    put_varint(bytes, file.records.size());
    for (const KnownRecord& record : file.records) put_record(bytes, record, id);
  }
  return archive::replace_file(path, bytes + archive::content_hash(bytes));
}

}  // namespace khobao::change
