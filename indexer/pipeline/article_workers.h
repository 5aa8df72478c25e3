#pragma once
/// The threads that understand articles and hand them on.
///
///   Batch  ->  [queue]  ->  UTF-8, form, article  ->  id claimed  ->  names  ->  consume
#include <memory>
#include <string>

#include "common/names/gazetteer.h"
#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/pipeline/raw_article.h"
#include "indexer/pipeline/run_record.h"
#include "indexer/pipeline/worker_threads.h"
#include "indexer/recognise/corrector.h"

namespace khobao::pipeline {

class ArticleWorkers {
 public:
  /// All must outlive this object.
  ArticleWorkers(const PipelineOptions& options, RunRecord& record, Progress& progress,
                 const Consume& consume);
  ~ArticleWorkers();

  /// Waits while much is queued. Threads start with the first batch, so that a run that finds
  /// nothing new loads no names; where none is to be had, the calling thread does the work.
  void push(Batch batch);

  /// After the last batch: returns when all are done, or one has failed.
  void finish();

 private:
  void start();
  void work(unsigned worker);
  bool work_on(Batch& batch, unsigned worker, recognise::Corrector& corrector);
  Result<void> take(RawArticle& raw, const std::string& root, const read::ReadOptions& options,
                    unsigned worker, recognise::Corrector& corrector);
  std::unique_ptr<recognise::Corrector> make_corrector() const;

  const PipelineOptions& options_;
  RunRecord& record_;
  Progress& progress_;
  const Consume& consume_;
  const recognise::Corrections no_corrections_;
  std::unique_ptr<names::Gazetteer> gazetteer_;
  BoundedQueue<Batch> queue_;
  bool started_ = false;
  std::unique_ptr<recognise::Corrector> own_corrector_;  ///< where no thread is to be had
  WorkerThreads threads_;                                ///< last: they use all of the above
};

}  // namespace khobao::pipeline
