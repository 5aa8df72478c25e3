#include "indexer/pipeline.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

#include "common/archive/hash.h"
#include "indexer/bounded_queue.h"
#include "indexer/corrector.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/line_reader.h"
#include "indexer/naming.h"
#include "indexer/read/encoding.h"
#include "indexer/read/form.h"
#include "indexer/read/reader.h"

namespace khobao::indexer {
namespace {

constexpr size_t kBatchBytes = 256 << 10;
constexpr size_t kQueuedBytes = 16 * kBatchBytes;
// More are counted only: a hostile input can hold any number of bad lines.
constexpr size_t kNamedSkips = 10'000;

/// The bytes of one article, not yet understood.
struct RawArticle {
  std::string bytes;
  std::string path;  ///< "file" or "file:line"
  std::string id;    ///< "" where the record must bring its own
  bool json = false;
};

struct Batch {
  std::string root;
  std::vector<RawArticle> articles;
  size_t bytes = 0;
};

class Pipeline {
 public:
  Pipeline(const PipelineOptions& options, Progress& progress,
           const std::function<Result<void>(unsigned, ReadArticle&&)>& consume)
      : options_(options), progress_(progress), consume_(consume), queue_(kQueuedBytes) {
    gazetteer_.add_user_names(options.names);
  }

  void start() {
    for (unsigned worker = 0; worker < worker_count(options_); ++worker) {
      threads_.emplace_back([this, worker] { work(worker); });
    }
  }

  /// Reads one file, on the calling thread.
  void file(const input::InputFile& file) {
    if (queue_.closed()) return;
    auto source = input::open_source(file.path, options_.max_unpacked_bytes);
    if (!source) return skip(file.path, source.error());
    std::string head;
    if (auto read = read_head(**source, head); !read) return skip(file.path, read.error());
    if (read::form_of(file.path, head) == read::Form::json_lines)
      return json_lines(file, **source, std::move(head));
    auto rest = input::read_all(**source, file.path, options_.max_file_bytes);
    if (!rest) return skip(file.path, rest.error());
    add(file.root, {.bytes = head + *rest, .path = file.path, .id = file.id, .json = false});
  }

  Result<PipelineReport> finish() {
    flush();
    queue_.close();
    for (std::thread& thread : threads_) thread.join();
    if (failure_) return *failure_;
    std::sort(report_.skipped.begin(), report_.skipped.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(report_);
  }

  void skip(const std::string& path, const Error& error) {
    const std::lock_guard lock(mutex_);
    name_skipped(path, error.message + (error.hint.empty() ? "" : " (" + error.hint + ")"));
  }

 private:
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

  void json_lines(const input::InputFile& file, input::ByteSource& source, std::string head) {
    input::LineReader lines(source, std::move(head), options_.max_file_bytes);
    input::LineReader::Line line;
    for (;;) {
      const auto more = lines.next(line);
      if (!more) return skip(file.path, more.error());
      if (!*more || queue_.closed()) return;
      const std::string path = file.path + ":" + std::to_string(line.number);
      if (line.too_long) {
        skip(path, {ErrorCode::input,
                    "line longer than " + std::to_string(options_.max_file_bytes >> 20) + " MiB",
                    "raise the limit with --max-file-size"});
      } else if (line.text.find_first_not_of(" \t") != std::string::npos) {
        add(file.root, {.bytes = std::move(line.text),
                        .path = path,
                        .id = file.id + ":" + std::to_string(line.number),
                        .json = true});
      }
    }
  }

  void add(const std::string& root, RawArticle&& article) {
    if (batch_.root != root) flush();
    batch_.root = root;
    batch_.bytes += article.bytes.size();
    batch_.articles.push_back(std::move(article));
    if (batch_.bytes >= kBatchBytes) flush();
  }

  void flush() {
    if (!batch_.articles.empty()) {
      const size_t bytes = batch_.bytes;
      queue_.push(std::exchange(batch_, {}), bytes);
    }
    batch_ = {};
  }

  void work(unsigned worker) {
    const read::ReadOptions options{.received = options_.received, .max_lines = options_.max_lines};
    Corrector corrector(options_.corrections ? *options_.corrections : no_corrections_, gazetteer_);
    while (std::optional<Batch> batch = queue_.pop()) {
      for (RawArticle& raw : batch->articles) {
        auto article = understand(raw, options);
        if (!article) {
          skip(raw.path, article.error());
          continue;
        }
        if (!claim(article->id, raw.path)) continue;
        corrector.finish(*article);
        const bool undated = article->published.empty();
        const size_t size = raw.bytes.size();
        auto consumed = consume_(
            worker, {.article = std::move(*article), .root = batch->root, .size_bytes = size});
        if (!consumed) return fail(consumed.error());
        progress_.articles += 1;
        progress_.bytes += size;
        const std::lock_guard lock(mutex_);
        ++report_.articles;
        report_.bytes += size;
        report_.undated += undated;
      }
    }
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

  // The same id from two inputs: the first one read keeps it, the other is named as skipped.
  bool claim(const std::string& id, const std::string& path) {
    const std::lock_guard lock(mutex_);
    const auto [entry, added] = ids_.emplace(archive::content_hash(id), path);
    if (!added)
      name_skipped(path, "its id '" + id + "' is that of '" + entry->second + "' already");
    return added;
  }

  // With the lock held.
  void name_skipped(const std::string& path, std::string reason) {
    if (report_.skipped.size() < kNamedSkips) {
      report_.skipped.push_back({path, std::move(reason)});
    } else {
      ++report_.skipped_unnamed;
    }
  }

  void fail(const Error& error) {
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = error;
    }
    queue_.close();
  }

  const PipelineOptions& options_;
  Progress& progress_;
  const std::function<Result<void>(unsigned, ReadArticle&&)>& consume_;
  names::Gazetteer gazetteer_;
  const Corrections no_corrections_;
  BoundedQueue<Batch> queue_;
  Batch batch_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  PipelineReport report_;
  std::unordered_map<std::string, std::string> ids_;
  std::optional<Error> failure_;
};

}  // namespace

unsigned worker_count(const PipelineOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

Result<PipelineReport> read_articles(
    const std::vector<input::Target>& targets, input::Roots& roots, const PipelineOptions& options,
    Progress& progress, const std::function<Result<void>(unsigned, ReadArticle&&)>& consume) {
  Pipeline pipeline(options, progress, consume);
  pipeline.start();
  std::vector<input::Skipped> skipped;
  const auto scanned = input::scan(targets, roots, skipped,
                                   [&](const input::InputFile& file) { pipeline.file(file); });
  for (const input::Skipped& s : skipped) pipeline.skip(s.path, {ErrorCode::input, s.reason, ""});
  auto report = pipeline.finish();
  if (!scanned) return scanned.error();
  return report;
}

}  // namespace khobao::indexer
