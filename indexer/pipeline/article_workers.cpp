#include "indexer/pipeline/article_workers.h"

#include <optional>
#include <utility>

#include "common/language/say.h"
#include "indexer/export/export_record.h"
#include "indexer/input/documents/run_filter.h"
#include "indexer/input/web/mhtml.h"
#include "indexer/read/encoding/declared_charset.h"
#include "indexer/read/encoding/encoding.h"
#include "indexer/read/forms/form.h"
#include "indexer/read/reader.h"

namespace khobao::pipeline {
namespace {

constexpr size_t kQueuedBytes = size_t{4} << 20;

// An office file or PDF, through its filter.
Result<archive::Article> understand_document(const RawArticle& raw, const input::Filter& filter,
                                             const PipelineOptions& options,
                                             const read::ReadOptions& read_options,
                                             read::Remarks& remarks) {
  auto filtered =
      input::run_filter(filter, raw.bytes, {.output_bytes = options.max_file_bytes}, options.stop);
  if (!filtered) return filtered.error();
  auto utf8 = read::to_utf8_text(filtered->text, "utf-8");
  if (!utf8) return utf8.error();
  *utf8 = read::mend_lines(*utf8);
  read::ReadOptions of_file = read_options;
  of_file.properties = {
      .title = filtered->title, .author = filtered->author, .created = filtered->created};
  const read::Form form = filtered->is_html ? read::Form::html : read::Form::plain_text;
  auto article = read::read_article(*utf8, form, raw.path, of_file, &remarks);
  if (!article) return article;
  article->path = raw.path;
  article->id = raw.id;
  return article;
}

Result<archive::Article> understand(RawArticle& raw, const PipelineOptions& pipeline_options,
                                    const read::ReadOptions& options, read::Remarks& remarks) {
  if (auto exported = raw.json ? exporting::exported_article(raw.bytes) : std::nullopt) {
    if (!exported->is_kept()) exported->path = raw.path;  // those keep the place they were at
    return std::move(*exported);
  }
  if (!raw.json && !raw.page) {
    if (const input::Filter* const filter = input::filter_for(raw.bytes))
      return understand_document(raw, *filter, pipeline_options, options, remarks);
  }
  if (!raw.json && !raw.page && input::is_mhtml(raw.bytes)) {
    auto page = input::read_mhtml(raw.bytes);
    if (!page) return Error{ErrorCode::input, say("it holds no page"), ""};
    raw.page = true;
    raw.bytes = std::move(page->bytes);
    raw.charset = std::move(page->charset);
    raw.url = std::move(page->url);
    raw.fetched = std::move(page->fetched);
  }
  auto utf8 = read::to_utf8_text(
      raw.bytes, raw.charset.empty() ? read::declared_charset(raw.bytes) : raw.charset,
      raw.json ? read::Syntax::json : read::Syntax::text);
  if (!utf8) return utf8.error();
  if (raw.page) {
    read::ReadOptions from_web = options;
    from_web.url = raw.url;
    from_web.fetched = raw.fetched;
    auto article = read::read_article(*utf8, read::Form::html, "", from_web, &remarks);
    if (!article) return article;
    article->path = raw.path;
    article->id = raw.id;
    return article;
  }
  auto article = raw.json ? read::read_json_record(*utf8, options, &remarks)
                          : read::read_article(*utf8, read::form_of(raw.path, *utf8), raw.path,
                                               options, &remarks);
  if (!article) return article;
  article->path = raw.path;
  if (article->id.empty()) article->id = raw.id;
  return article;
}

}  // namespace

ArticleWorkers::ArticleWorkers(const PipelineOptions& options, RunRecord& record,
                               Progress& progress, const Consume& consume)
    : options_(options),
      record_(record),
      progress_(progress),
      consume_(consume),
      queue_(kQueuedBytes) {}

ArticleWorkers::~ArticleWorkers() { finish(); }

void ArticleWorkers::push(Batch batch) {
  if (!started_) start();
  const size_t bytes = batch.bytes;
  batch.read_to = progress_.bytes_read;
  queue_.push(std::move(batch), bytes);
  if (!own_corrector_) return;
  if (std::optional<Batch> own = queue_.pop()) work_on(*own, 0, *own_corrector_);
}

void ArticleWorkers::finish() {
  queue_.close();
  threads_.join();
  progress_.bytes_understood = progress_.bytes_read.load();
}

void ArticleWorkers::start() {
  if (!options_.gazetteer) {
    gazetteer_ = std::make_unique<names::Gazetteer>();
    gazetteer_->add_user_names(options_.names);
  }
  started_ = true;
  unsigned worker = 0;
  while (worker < worker_count(options_) && threads_.start([this, worker] { work(worker); }))
    ++worker;
  if (worker == 0) own_corrector_ = make_corrector();
}

std::unique_ptr<recognise::Corrector> ArticleWorkers::make_corrector() const {
  return std::make_unique<recognise::Corrector>(
      options_.corrections ? *options_.corrections : no_corrections_,
      options_.gazetteer ? *options_.gazetteer : *gazetteer_);
}

// What a thread does; nothing is thrown out of it.
void ArticleWorkers::work(unsigned worker) {
  try {
    const auto corrector = make_corrector();
    while (std::optional<Batch> batch = queue_.pop()) {
      if (!work_on(*batch, worker, *corrector)) return;
    }
  } catch (...) {
    record_.fail_reading(say("the next articles"));
    queue_.close();
  }
}

// False where the run is to end.
bool ArticleWorkers::work_on(Batch& batch, unsigned worker, recognise::Corrector& corrector) {
  const read::ReadOptions options{.received = batch.received, .max_lines = options_.max_lines};
  for (RawArticle& raw : batch.articles) {
    if (record_.failed()) break;
    try {
      auto done = unless_stopped(options_);
      if (done) done = take(raw, batch.root, options, worker, corrector);
      if (!done) record_.fail(done.error());
    } catch (...) {
      record_.fail_reading(raw.path);
    }
  }
  // Workers are done in any order: the furthest counts.
  uint64_t known = progress_.bytes_understood;
  while (known < batch.read_to &&
         !progress_.bytes_understood.compare_exchange_weak(known, batch.read_to)) {
  }
  if (record_.failed()) queue_.close();
  return !record_.failed();
}

Result<void> ArticleWorkers::take(RawArticle& raw, const std::string& root,
                                  const read::ReadOptions& options, unsigned worker,
                                  recognise::Corrector& corrector) {
  read::Remarks remarks;
  auto article = understand(raw, options_, options, remarks);
  if (!article) {
    record_.note(raw.place, "", change::Outcome::skipped, reason_of(article.error()));
    return {};
  }
  if (options_.hidden && options_.hidden->hides(*article)) {
    record_.note(raw.place, article->id, change::Outcome::hidden, "");
    return {};
  }
  record_.note(raw.place, article->id, change::Outcome::indexed, "");
  if (!record_.claim(article->id, raw.place, raw.path)) return {};
  if (options_.prepare) options_.prepare(*article, root);
  recognise::ArticleTokens tokens = corrector.finish(*article);
  const bool undated = article->published.empty();
  const size_t size = raw.bytes.size();
  auto consumed = consume_(worker, {.article = std::move(*article),
                                    .tokens = std::move(tokens),
                                    .root = root,
                                    .size_bytes = size,
                                    .unread_date = std::move(remarks.unread_date)});
  if (!consumed) return consumed;
  progress_.articles += 1;
  progress_.bytes += size;
  record_.count(size, undated);
  return {};
}

}  // namespace khobao::pipeline
