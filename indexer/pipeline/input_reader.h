#pragma once
/// Reads files and cuts them into articles, in batches for the workers.
///
///   tin.jsonl   ->   line 1, line 2, …   those that the archive has already are claimed and passed by
///   tin.warc.gz ->   record 1, record 2, …
///   tin.html    ->   the whole file
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/input/byte_source.h"
#include "indexer/pipeline/article_workers.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/pipeline/raw_article.h"
#include "indexer/pipeline/run_record.h"

namespace khobao::pipeline {

class InputReader {
 public:
  /// All must outlive this object.
  InputReader(const PipelineOptions& options, RunRecord& record, Progress& progress,
              ArticleWorkers& workers)
      : options_(options), record_(record), progress_(progress), workers_(workers) {}

  /// Reads one input, which must outlive the call; not at all once the run has failed.
  void read(const InputToRead& input);

  /// Hands on what waits for its batch to be full.
  void flush();

 private:
  void read_file();
  void begin_file();
  void json_lines(input::ByteSource& source, std::string head);
  void web_pages(input::ByteSource& source, std::string head);
  void feed(input::ByteSource& source, const std::string& head);
  template <class Records>
  void json_records(Records& records);
  void skip(uint64_t line, const Error& error);
  void add(RawArticle&& article, uint64_t line);
  /// A further pass, which reads records whose ids have become free, and nothing else.
  bool reads_freed() const { return !input_->lines.empty(); }
  const change::KnownRecord* unchanged(uint64_t line, std::string_view hash) const;
  std::optional<RecordPlace> place_of(const RawArticle& article, uint64_t line,
                                      const change::RecordHash& hash);
  std::optional<RecordPlace> freed_place(uint64_t line, const change::RecordHash& hash);
  std::optional<Error> reached_limit();

  const PipelineOptions& options_;
  RunRecord& record_;
  Progress& progress_;
  ArticleWorkers& workers_;
  const InputToRead* input_ = nullptr;
  std::unordered_map<std::string_view, const change::KnownRecord*> known_by_hash_;  // of the input
  Batch batch_;
  uint64_t records_ = 0;  // read so far
};

}  // namespace khobao::pipeline
