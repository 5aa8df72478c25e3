#include "indexer/pipeline/pipeline.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/line_reader.h"
#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/worker_threads.h"
#include "indexer/read/encoding/declared_charset.h"
#include "indexer/read/encoding/encoding.h"
#include "indexer/read/forms/form.h"
#include "indexer/read/reader.h"
#include "indexer/recognise/corrector.h"

namespace khobao::pipeline {
namespace {

constexpr size_t kBatchBytes = 256 << 10;
constexpr size_t kQueuedBytes = 16 * kBatchBytes;

/// The bytes of one article, not yet understood.
struct RawArticle {
  std::string bytes;
  std::string path;  ///< "file" or "file:line"
  std::string id;    ///< where the record does not bring its own
  bool json = false;
  size_t file = 0;    ///< among the files of this run
  size_t record = 0;  ///< among the records of its file
};

struct Batch {
  std::string root, received;
  std::vector<RawArticle> articles;
  size_t bytes = 0;
};

std::string reason_of(const Error& error) {
  return error.message + (error.hint.empty() ? "" : " (" + error.hint + ")");
}

// Of a record that brings none. Its line would be another's after the next change of the file.
std::string id_by_content(const std::string& file_id, std::string_view hash) {
  constexpr size_t kBytes = 8;
  return file_id + "#" + archive::to_hex(hash.substr(0, kBytes));
}

class Pipeline {
 public:
  Pipeline(const PipelineOptions& options, change::Claims& claims, Progress& progress,
           const Consume& consume)
      : options_(options),
        claims_(claims),
        progress_(progress),
        consume_(consume),
        queue_(kQueuedBytes) {}

  ~Pipeline() {
    queue_.close();
    threads_.join();
  }

  /// Reads one file, on the calling thread.
  void file(const InputToRead& input) {
    if (queue_.closed()) return;
    input_ = &input;
    try {
      read_file();
    } catch (...) {
      fail_reading(input.file.path);
    }
  }

  Result<PipelineReport> finish() {
    flush();
    queue_.close();
    threads_.join();
    if (failure_) return *failure_;
    demote();
    return std::move(report_);
  }

 private:
  void read_file() {
    const InputToRead& input = *input_;
    if (auto going_on = unless_stopped(options_); !going_on) return fail(going_on.error());
    if (records_ >= options_.max_records) return unreadable(too_many_records());
    const input::InputFile& file = input.file;
    auto source = input::open_source(file.opened.empty() ? file.path : file.opened,
                                     options_.max_unpacked_bytes);
    if (!source) return unreadable(source.error());
    std::string head;
    if (auto read = read_head(**source, head); !read) return unreadable(read.error());
    if (read::form_of(file.path, head) == read::Form::json_lines) {
      begin_file();
      json_lines(**source, std::move(head));
    } else {
      auto rest = input::read_all(**source, file.path, options_.max_file_bytes);
      // One that is too long says how to raise the limit; any other may be read another time.
      if (!rest && rest.error().hint.empty()) return unreadable(rest.error());
      begin_file();
      if (rest) {
        RawArticle article;
        article.bytes = head + *rest;
        article.path = file.path;
        article.id = file.id;
        add(std::move(article), 0);
      } else {
        skip_record(0, rest.error());
        report_.files.back().modified_ns = 0;  // it may be whole another time
      }
    }
    progress_.bytes_read += file.size_bytes;
  }

  void begin_file() {
    const input::InputFile& file = input_->file;
    known_by_hash_.clear();
    if (input_->known && !input_->afresh) {
      for (const change::KnownRecord& record : input_->known->records) {
        if (record.hash.empty()) continue;
        const auto [same, added] = known_by_hash_.emplace(record.hash, &record);
        // Of records with the same bytes one is in the archive, and the others are its duplicates.
        if (!added && record.outcome == change::Outcome::indexed) same->second = &record;
      }
    }
    change::KnownFile known;
    known.root = file.root;
    if (file.id.size() > file.root.size()) known.path = file.id.substr(file.root.size() + 1);
    known.shown = file.path;
    known.size_bytes = file.size_bytes;
    known.modified_ns = file.modified_ns;
    const std::lock_guard lock(mutex_);
    report_.files.push_back(std::move(known));
  }

  // Among the files of this run; the caller looks after the others.
  void demote() {
    std::unordered_map<std::string, change::KnownFile*> files;
    if (report_.displaced.empty()) return;
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

  // Nothing is known of the file: the archive keeps what it has of it.
  void unreadable(const Error& error) {
    const std::lock_guard lock(mutex_);
    report_.skipped.push_back({input_->file.path, reason_of(error)});
    report_.unreadable.push_back(input_->file.id);
  }

  // Enough to tell the form by; the rest follows.
  static Result<void> read_head(input::ByteSource& source, std::string& head) {
    char buffer[4096];
    while (head.size() < sizeof buffer) {
      const auto got = source.read(buffer, sizeof buffer - head.size());
      if (!got) return got.error();
      if (*got == 0) break;
      head.append(buffer, *got);
    }
    return {};
  }

  void json_lines(input::ByteSource& source, std::string head) {
    const input::InputFile& file = input_->file;
    input::LineReader lines(source, std::move(head), options_.max_file_bytes);
    input::LineReader::Line line;
    for (;;) {
      const auto more = lines.next(line);
      if (!more) return cut_off(line.number, more.error());
      if (!*more || queue_.closed()) return;
      if (auto going_on = unless_stopped(options_); !going_on) return fail(going_on.error());
      if (records_ >= options_.max_records) return cut_off(line.number - 1, too_many_records());
      const std::string path = file.path + ":" + std::to_string(line.number);
      if (line.too_long) {
        report_.files.back().modified_ns = 0;  // another time the limit may be another
        skip_record(line.number,
                    {ErrorCode::input,
                     "line longer than " + std::to_string(options_.max_file_bytes >> 20) + " MiB",
                     "raise the limit with --max-file-size"});
      } else if (line.text.find_first_not_of(" \t") != std::string::npos) {
        RawArticle article;
        article.bytes = std::move(line.text);
        article.path = path;
        article.json = true;
        add(std::move(article), line.number);
      }
    }
  }

  // The rest of the file cannot be read now: the archive keeps what it has of that.
  void cut_off(uint64_t last_line, const Error& error) {
    const std::lock_guard lock(mutex_);
    change::KnownFile& file = report_.files.back();
    file.modified_ns = 0;
    report_.skipped.push_back({file.shown, reason_of(error)});
    if (!input_->known) return;
    std::unordered_set<std::string_view> read;
    for (const change::KnownRecord& record : file.records) read.insert(record.hash);
    std::vector<change::KnownRecord> kept;
    for (const change::KnownRecord& record : input_->known->records) {
      if (record.line > last_line && !read.contains(record.hash)) kept.push_back(record);
    }
    file.records.insert(file.records.end(), kept.begin(), kept.end());
  }

  Error too_many_records() const {
    return {ErrorCode::input,
            "more than " + std::to_string(options_.max_records) + " records in one run",
            "raise the limit with --max-records"};
  }

  void skip_record(uint64_t line, const Error& error) {
    ++records_;
    const std::lock_guard lock(mutex_);
    report_.files.back().records.push_back({.line = line,
                                            .hash = "",
                                            .id = "",
                                            .outcome = change::Outcome::skipped,
                                            .note = reason_of(error),
                                            .fresh = false,
                                            .written = false});
  }

  // What is known of this record, where its file held it before, in whatever line.
  const change::KnownRecord* unchanged(uint64_t line, std::string_view hash) const {
    if (input_->lines.contains(line)) return nullptr;
    const auto record = known_by_hash_.find(hash);
    const bool same = record != known_by_hash_.end() && (record->second->line == 0) == (line == 0);
    return same ? record->second : nullptr;
  }

  void add(RawArticle&& article, uint64_t line) {
    ++records_;
    change::KnownRecord record;
    record.line = record.written_line = line;
    record.hash = archive::content_hash(article.bytes);
    if (article.json) article.id = id_by_content(input_->file.id, record.hash);
    const change::KnownRecord* known = unchanged(line, record.hash);
    if (known) {
      record = *known;
      record.line = line;
    }
    {
      const std::lock_guard lock(mutex_);
      auto& records = report_.files.back().records;
      article.file = report_.files.size() - 1;
      article.record = records.size();
      records.push_back(std::move(record));
    }
    if (known) {
      if (known->outcome == change::Outcome::indexed) claim(known->id, article);
      return;
    }
    if (batch_.root != input_->file.root || batch_.received != input_->received) flush();
    batch_.root = input_->file.root;
    batch_.received = input_->received;
    batch_.bytes += article.bytes.size();
    batch_.articles.push_back(std::move(article));
    if (batch_.bytes >= kBatchBytes) flush();
  }

  void flush() {
    if (!batch_.articles.empty()) {
      if (!started_) start();
      const size_t bytes = batch_.bytes;
      queue_.push(std::exchange(batch_, {}), bytes);
      if (own_corrector_) {
        if (std::optional<Batch> batch = queue_.pop()) work_on(*batch, 0, *own_corrector_);
      }
    }
    batch_ = {};
  }

  // With the first article, so that a run that finds nothing new loads no names.
  void start() {
    if (!options_.gazetteer) {
      gazetteer_ = std::make_unique<names::Gazetteer>();
      gazetteer_->add_user_names(options_.names);
    }
    started_ = true;
    unsigned worker = 0;
    while (worker < worker_count(options_) && threads_.start([this, worker] { work(worker); }))
      ++worker;
    if (worker == 0) own_corrector_ = make_corrector();  // this thread does the work
  }

  std::unique_ptr<recognise::Corrector> make_corrector() const {
    return std::make_unique<recognise::Corrector>(
        options_.corrections ? *options_.corrections : no_corrections_,
        options_.gazetteer ? *options_.gazetteer : *gazetteer_);
  }

  // What a thread does; nothing is thrown out of it.
  void work(unsigned worker) {
    try {
      const auto corrector = make_corrector();
      while (std::optional<Batch> batch = queue_.pop()) {
        if (!work_on(*batch, worker, *corrector)) return;
      }
    } catch (...) {
      fail_reading("the next articles");
    }
  }

  // False where the run is to end.
  bool work_on(Batch& batch, unsigned worker, recognise::Corrector& corrector) {
    const read::ReadOptions options{.received = batch.received, .max_lines = options_.max_lines};
    for (RawArticle& raw : batch.articles) {
      if (failed_) return false;
      try {
        auto done = unless_stopped(options_);
        if (done) done = take(raw, batch.root, options, worker, corrector);
        if (!done) fail(done.error());
      } catch (...) {
        fail_reading(raw.path);
      }
    }
    return !failed_;
  }

  Result<void> take(RawArticle& raw, const std::string& root, const read::ReadOptions& options,
                    unsigned worker, recognise::Corrector& corrector) {
    auto article = understand(raw, options);
    if (!article) {
      note(raw, "", change::Outcome::skipped, reason_of(article.error()));
      return {};
    }
    note(raw, article->id, change::Outcome::indexed, "");
    if (!claim(article->id, raw)) return {};
    recognise::ArticleTokens tokens = corrector.finish(*article);
    const bool undated = article->published.empty();
    const size_t size = raw.bytes.size();
    auto consumed = consume_(worker, {.article = std::move(*article),
                                      .tokens = std::move(tokens),
                                      .root = root,
                                      .size_bytes = size});
    if (!consumed) return consumed;
    progress_.articles += 1;
    progress_.bytes += size;
    const std::lock_guard lock(mutex_);
    ++report_.articles;
    report_.bytes += size;
    report_.undated += undated;
    return {};
  }

  static Result<archive::Article> understand(RawArticle& raw, const read::ReadOptions& options) {
    auto utf8 = read::to_utf8_text(raw.bytes, read::declared_charset(raw.bytes));
    if (!utf8) return utf8.error();
    auto article =
        raw.json ? read::read_json_record(*utf8, options)
                 : read::read_article(*utf8, read::form_of(raw.path, *utf8), raw.path, options);
    if (!article) return article;
    article->path = raw.path;
    if (article->id.empty()) article->id = raw.id;
    return article;
  }

  void note(const RawArticle& raw, const std::string& id, change::Outcome outcome,
            const std::string& note) {
    const std::lock_guard lock(mutex_);
    change::KnownRecord& record = report_.files[raw.file].records[raw.record];
    record.id = id;
    record.outcome = outcome;
    record.note = shared(note);
    record.fresh = record.written = true;
  }

  // Neighbours often say the same; call it with the mutex held.
  change::SharedNote shared(std::string text) {
    if (text != last_note_.text()) last_note_ = change::SharedNote(std::move(text));
    return last_note_;
  }

  // The same id from two inputs: the one that comes first keeps it, the other is named as skipped.
  bool claim(const std::string& id, const RawArticle& raw) {
    const std::lock_guard lock(mutex_);
    change::KnownFile& file = report_.files[raw.file];
    change::KnownRecord& record = file.records[raw.record];
    const change::Place place{
        .file = change::file_id(file), .shown = raw.path, .line = record.line};
    change::Claims::Answer answer = claims_.claim(id, place);
    if (answer.granted) {
      if (answer.other) {
        report_.displaced.push_back({.place = std::move(*answer.other),
                                     .id = id,
                                     .note = change::duplicate_note(id, raw.path)});
      }
      return true;
    }
    record.outcome = change::Outcome::duplicate;
    record.note = shared(change::duplicate_note(id, answer.other->shown));
    return false;
  }

  void fail(const Error& error) {
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = error;
      failed_ = true;
    }
    queue_.close();
  }

  // Called from a catch block; where there is no memory for the message, a short one does.
  void fail_reading(const std::string& path) {
    try {
      fail(archive::thrown_error("read '" + path + "'", path));
    } catch (...) {
      fail({ErrorCode::input, "out of memory", ""});
    }
  }

  const PipelineOptions& options_;
  change::Claims& claims_;
  Progress& progress_;
  const Consume& consume_;
  const InputToRead* input_ = nullptr;
  std::unordered_map<std::string_view, const change::KnownRecord*>
      known_by_hash_;  ///< of the input
  std::unique_ptr<names::Gazetteer> gazetteer_;
  const recognise::Corrections no_corrections_;
  BoundedQueue<Batch> queue_;
  Batch batch_;
  std::unique_ptr<recognise::Corrector> own_corrector_;  ///< where no thread is to be had
  bool started_ = false;
  uint64_t records_ = 0;  ///< read so far
  change::SharedNote last_note_;
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  PipelineReport report_;
  std::optional<Error> failure_;
  WorkerThreads threads_;  ///< last: they use all of the above
};

}  // namespace

Result<void> unless_stopped(const PipelineOptions& options) {
  const int number = options.stop ? options.stop->load() : 0;
  if (number == 0) return {};
  const char* const name = sigabbrev_np(number);
  return Error{ErrorCode::input,
               std::string("stopped by SIG") + (name ? name : std::to_string(number).c_str()) +
                   "; the archive is as it was",
               ""};
}

unsigned worker_count(const PipelineOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

Result<PipelineReport> read_inputs(const std::vector<InputToRead>& inputs,
                                   const PipelineOptions& options, change::Claims& claims,
                                   Progress& progress, const Consume& consume) {
  Pipeline pipeline(options, claims, progress, consume);
  for (const InputToRead& input : inputs) pipeline.file(input);
  try {
    return pipeline.finish();
  } catch (...) {
    return archive::thrown_error("read the articles", "");
  }
}

Result<PipelineReport> read_articles(const std::vector<input::Target>& targets, input::Roots& roots,
                                     const PipelineOptions& options, Progress& progress,
                                     const Consume& consume) {
  change::Claims claims;
  std::vector<InputToRead> inputs;
  std::vector<input::Skipped> skipped;
  const auto scanned = input::scan(targets, roots, skipped, [&](const input::InputFile& file) {
    inputs.push_back({.file = file, .received = options.received});
  });
  if (!scanned) return scanned.error();
  auto report = read_inputs(inputs, options, claims, progress, consume);
  if (report) {
    auto& all = report->skipped;
    all.insert(all.end(), skipped.begin(), skipped.end());
    for (const change::KnownFile& file : report->files)
      report->skipped_unnamed += change::add_skipped(file, all);
    report->skipped_unnamed += change::unnamed_skips(all);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  }
  return report;
}

}  // namespace khobao::pipeline
