#pragma once
/// What becomes of every file and record of a run, written down by the reader and the workers.
#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "indexer/change/claims.h"
#include "indexer/change/known_inputs.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/pipeline/raw_article.h"

namespace khobao::pipeline {

/// An error's message with its hint in brackets, as reports have it.
std::string reason_of(const Error& error);

/// Safe to use from all threads of a run; what says "the file" is the reader's alone.
class RunRecord {
 public:
  /// `claims` must outlive this object.
  explicit RunRecord(change::Claims& claims) : claims_(claims) {}

  void begin_file(const input::InputFile& file);

  /// The same for one that this run has read: all of it stays as it is known, and its articles but
  /// those in `lines` keep their ids.
  void begin_again(const input::InputFile& file, const change::KnownFile& known,
                   const std::set<uint64_t>& lines);

  /// Nothing is known of the file: the archive keeps what it has of it.
  void unreadable(const input::InputFile& file, const Error& error);

  /// The same for a file that was not begun in time; it is only counted.
  void leave_for_later(const input::InputFile& file);

  /// A limit of the run, of which what is not read now is the rest.
  void reach(const Error& limit);

  /// The file is read again the next time, even where it has not changed.
  void read_again();

  /// The rest of the file cannot be read now: the archive keeps what it has of that. `known`: the
  /// file as it was, null for a new one.
  void cut_off(const change::KnownFile* known, uint64_t last_line, const Error& error);

  /// A record of the file.
  RecordPlace add(change::KnownRecord record);
  /// One that begin_again() knows, by its number, to be written as it stands now.
  RecordPlace again(size_t record);
  void skip(uint64_t line, const Error& error);

  /// Something in a file that is no article and nobody takes for one, as "revisits".
  void pass_over(const std::string& kind);

  /// How a record was understood.
  void note(RecordPlace place, const std::string& id, change::Outcome outcome,
            const std::string& text);

  /// Whether the record may have the id. Of two inputs with one id, the one that comes first keeps
  /// it, and the other is named as skipped. `shown`: the record's path.
  bool claim(const std::string& id, RecordPlace place, const std::string& shown);

  /// An article that was handed on.
  void count(size_t size_bytes, bool undated);

  /// The first error ends the run.
  void fail(const Error& error);
  /// The same with the exception at hand, from a catch block.
  void fail_reading(const std::string& path);
  bool failed() const { return failed_; }

  /// What the run did, or why it failed; to be called once, when the workers are done.
  Result<PipelineReport> take();

 private:
  void demote();
  change::SharedNote shared(std::string text);

  change::Claims& claims_;
  std::mutex mutex_;
  change::SharedNote last_note_;
  PipelineReport report_;
  std::optional<Error> failure_;
  std::atomic<bool> failed_{false};
};

}  // namespace khobao::pipeline
