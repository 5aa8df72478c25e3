#include "indexer/pipeline/run_record.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::pipeline {

std::string reason_of(const Error& error) {
  return error.message + (error.hint.empty() ? "" : " (" + error.hint + ")");
}

void RunRecord::begin_file(const input::InputFile& file) {
  change::KnownFile known;
  known.root = file.root;
  if (file.id.size() > file.root.size()) known.path = file.id.substr(file.root.size() + 1);
  known.shown = file.path;
  known.size_bytes = file.size_bytes;
  known.modified_ns = file.modified_ns;
  const std::lock_guard lock(mutex_);
  report_.files.push_back(std::move(known));
}

void RunRecord::begin_again(const input::InputFile& file, const change::KnownFile& known,
                            const std::set<uint64_t>& lines) {
  begin_file(file);
  const size_t number = [&] {
    const std::lock_guard lock(mutex_);
    report_.files.back().records = known.records;
    return report_.files.size() - 1;
  }();
  for (size_t i = 0; i < known.records.size(); ++i) {
    const change::KnownRecord& record = known.records[i];
    if (record.outcome == change::Outcome::indexed && !lines.contains(record.line))
      claim(record.id, {.file = number, .record = i}, change::shown_place(known, record));
  }
}

void RunRecord::unreadable(const input::InputFile& file, const Error& error) {
  const std::lock_guard lock(mutex_);
  report_.skipped.push_back({file.path, reason_of(error)});
  report_.unreadable.push_back(file.id);
}

void RunRecord::leave_for_later(const input::InputFile& file) {
  const std::lock_guard lock(mutex_);
  report_.unreadable.push_back(file.id);
  ++report_.waiting;
}

void RunRecord::reach(const Error& limit) {
  const std::lock_guard lock(mutex_);
  if (!report_.limit) report_.limit = limit;
}

void RunRecord::read_again() {
  const std::lock_guard lock(mutex_);
  report_.files.back().modified_ns = 0;
}

void RunRecord::cut_off(const change::KnownFile* known, uint64_t last_line, const Error& error) {
  const std::lock_guard lock(mutex_);
  change::KnownFile& file = report_.files.back();
  file.modified_ns = 0;
  report_.skipped.push_back({file.shown, reason_of(error)});
  if (!known) return;
  std::unordered_set<std::string_view> read;
  for (const change::KnownRecord& record : file.records) read.insert(record.hash);
  std::vector<change::KnownRecord> kept;
  for (const change::KnownRecord& record : known->records) {
    if (record.line > last_line && !read.contains(record.hash)) kept.push_back(record);
  }
  file.records.insert(file.records.end(), kept.begin(), kept.end());
}

RecordPlace RunRecord::add(change::KnownRecord record) {
  const std::lock_guard lock(mutex_);
  auto& records = report_.files.back().records;
  records.push_back(std::move(record));
  return {.file = report_.files.size() - 1, .record = records.size() - 1};
}

RecordPlace RunRecord::again(size_t record) {
  const std::lock_guard lock(mutex_);
  auto& records = report_.files.back().records;
  records[record].written_line = records[record].line;
  return {.file = report_.files.size() - 1, .record = record};
}

void RunRecord::skip(uint64_t line, const Error& error) {
  add({.line = line,
       .hash = "",
       .id = "",
       .outcome = change::Outcome::skipped,
       .note = reason_of(error),
       .fresh = false,
       .written = false});
}

void RunRecord::pass_over(const std::string& kind) {
  const std::lock_guard lock(mutex_);
  ++report_.passed[kind];
}

void RunRecord::note(RecordPlace place, const std::string& id, change::Outcome outcome,
                     const std::string& text) {
  const std::lock_guard lock(mutex_);
  change::KnownRecord& record = report_.files[place.file].records[place.record];
  record.id = id;
  record.outcome = outcome;
  record.note = shared(text);
  record.fresh = record.written = true;
}

// Neighbours often say the same; call it with the mutex held.
change::SharedNote RunRecord::shared(std::string text) {
  if (text != last_note_.text()) last_note_ = change::SharedNote(std::move(text));
  return last_note_;
}

bool RunRecord::claim(const std::string& id, RecordPlace at, const std::string& shown) {
  const std::lock_guard lock(mutex_);
  change::KnownFile& file = report_.files[at.file];
  change::KnownRecord& record = file.records[at.record];
  const change::Place place{.file = change::file_id(file), .shown = shown, .line = record.line};
  change::Claims::Answer answer = claims_.claim(id, place);
  if (answer.granted) {
    if (answer.other) {
      report_.displaced.push_back(
          {.place = std::move(*answer.other), .id = id, .note = change::duplicate_note(id, shown)});
    }
    return true;
  }
  record.outcome = change::Outcome::duplicate;
  record.note = this->shared(change::duplicate_note(id, answer.other->shown));
  return false;
}

void RunRecord::count(size_t size_bytes, bool undated) {
  const std::lock_guard lock(mutex_);
  ++report_.articles;
  report_.bytes += size_bytes;
  report_.undated += undated;
}

void RunRecord::fail(const Error& error) {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = error;
  failed_ = true;
}

// Where there is no memory for the message, a short one does.
void RunRecord::fail_reading(const std::string& path) {
  try {
    fail(archive::thrown_error(say("read '{}'", path), path));
  } catch (...) {
    fail({ErrorCode::input, say("out of memory"), ""});
  }
}

Result<PipelineReport> RunRecord::take() {
  const std::lock_guard lock(mutex_);
  if (failure_) return *failure_;
  demote();
  return std::move(report_);
}

// Among the files of this run; the caller looks after the others.
void RunRecord::demote() {
  if (report_.displaced.empty()) return;
  std::unordered_map<std::string, change::KnownFile*> files;
  for (change::KnownFile& file : report_.files) files.emplace(change::file_id(file), &file);
  for (const Displaced& displaced : report_.displaced) {
    const auto file = files.find(displaced.place.file);
    change::KnownRecord* record =
        file == files.end() ? nullptr : change::find_record(*file->second, displaced.place.line);
    if (!record) continue;
    record->outcome = change::Outcome::duplicate;
    record->note = displaced.note;
  }
}

}  // namespace khobao::pipeline
