#include "indexer/build.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>

#include "common/archive/files.h"
#include "common/archive/hash.h"
#include "common/archive/layered_index.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "indexer/change_plan.h"
#include "indexer/commit.h"
#include "indexer/corrector.h"
#include "indexer/deletion_safety.h"
#include "indexer/layer_writer.h"
#include "indexer/merge_policy.h"
#include "indexer/naming.h"
#include "indexer/stored_articles.h"
#include "indexer/writer_lock.h"

namespace khobao::indexer {
namespace {

namespace fs = std::filesystem;

// A dictionary trained on fewer articles is better trained anew.
constexpr uint64_t kTrainedArticles = 1500;

/// The generation that an update starts from.
struct Live {
  archive::Generation generation;
  archive::Manifest manifest;
};

Result<std::optional<Live>> live_of(const std::string& db) {
  auto generation = archive::live_generation(db);
  if (!generation) {
    if (generation.error().code == ErrorCode::index_missing) return std::optional<Live>();
    return generation.error();
  }
  auto manifest = archive::read_manifest(db, *generation);
  if (!manifest) return manifest.error();
  return std::optional<Live>({std::move(*generation), std::move(*manifest)});
}

// The remembered corrections, with those of `file` taken in.
Result<Corrections> corrections_of(const std::string& db, const std::string& file) {
  auto corrections = Corrections::load(db);
  if (!corrections || file.empty()) return corrections;
  if (auto taken = corrections->merge_file(file); !taken) return taken.error();
  return corrections;
}

// Of a file that the database folder remembers; "" where it has none.
std::string hash_of_file(const std::string& path) {
  const auto bytes = archive::read_file(path);
  return bytes ? archive::to_hex(archive::content_hash(*bytes)) : "";
}

// The input path of a stored article; throws Xapian errors.
Result<std::string> stored_path(const Xapian::Database& database, Xapian::docid docid,
                                const archive::TextDictionary& dictionary) {
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::article);
  const auto bytes = archive::decompress(database.get_document(docid).get_value(slot), dictionary);
  if (!bytes) return bytes.error();
  const auto article = archive::decode_article(*bytes);
  if (!article) return article.error();
  return article->path;
}

// A layer that goes again unless it is kept.
class NewLayer {
 public:
  static Result<std::unique_ptr<NewLayer>> create(const std::string& db,
                                                  const PipelineOptions& options,
                                                  std::string dictionary) {
    auto layer = archive::create_layer(db);
    if (!layer) return layer.error();
    return std::unique_ptr<NewLayer>(new NewLayer(*layer, options, std::move(dictionary)));
  }
  ~NewLayer() {
    writer_.reset();
    std::error_code ignored;
    if (!kept_) fs::remove_all(layer_.folder, ignored);
  }

  Result<void> add(unsigned worker, ReadArticle&& article) {
    articles_ += 1;
    return writer_->add(worker, std::move(article));
  }
  uint64_t articles() const { return articles_; }
  const archive::Layer& layer() const { return layer_; }

  Result<archive::LayerEntry> finish() {
    if (auto finished = writer_->finish(); !finished) return finished.error();
    writer_.reset();
    return layer_entry(layer_, articles_);
  }
  void keep() { kept_ = true; }

 private:
  NewLayer(archive::Layer layer, const PipelineOptions& options, std::string dictionary)
      : layer_(std::move(layer)),
        writer_(std::make_unique<LayerWriter>(layer_, options, std::move(dictionary))) {}

  archive::Layer layer_;
  std::unique_ptr<LayerWriter> writer_;
  std::atomic<uint64_t> articles_{0};
  bool kept_ = false;
};

class Build {
 public:
  Build(const std::string& db, const BuildRequest& request, Progress& progress)
      : db_(db), request_(request), progress_(progress), options_(request.pipeline) {}

  Result<BuildReport> run() {
    if (auto prepared = prepare(); !prepared) return prepared.error();
    const PlanOptions plan_options{.may_delete = !request_.add_only,
                                   .allow_deletions = request_.allow_deletions,
                                   .everything_afresh = false,
                                   .received = options_.received};
    auto plan = plan_changes(targets_, roots_, known_, plan_options);
    if (!plan) return plan.error();
    report_.skipped = std::move(plan->skipped);
    looked_at_.insert(plan->noted.begin(), plan->noted.end());
    if (plan->to_read.empty() && plan->gone.empty() && freed_duplicates(known_).empty() && live_ &&
        !rewrite_all() && !request_.refresh_statistics) {
      return nothing_changed();
    }
    auto layer = NewLayer::create(db_, options_, dictionary());
    if (!layer) return layer.error();
    if (auto read = read_changes(*plan, **layer); !read) return read.error();
    if (!request_.allow_deletions) {
      auto checked =
          request_.mode == BuildMode::update
              ? check_deletions(report_.changes)
              : check_rebuild(known_before(), known_, roots_.all(), request_.targets.empty());
      if (!checked) return checked.error();
    }
    if (request_.dry_run) return would_be();
    if (report_.changes.empty() && live_ && !rewrite_all() && !request_.refresh_statistics) {
      // Only times of files are other ones.
      auto written = write_known_inputs(live_->generation.known_inputs(), known_);
      if (!written) return written.error();
      return nothing_changed();
    }
    return commit(**layer);
  }

 private:
  Result<void> prepare() {
    auto roots = input::Roots::load(db_);
    if (!roots) return roots.error();
    targets_ = request_.targets;
    if (targets_.empty()) {
      for (const input::Root& root : roots->all()) {
        if (root.files.empty()) targets_.push_back({root.folder, root.name});
        for (const std::string& file : root.files)
          targets_.push_back({root.folder + "/" + file, root.name});
      }
      if (targets_.empty()) {
        return Error{ErrorCode::usage,
                     "no input: the archive '" + db_ + "' remembers no folder yet",
                     "name one, as in 'indexer update --db " + db_ + " FOLDER'"};
      }
    } else if (request_.mode == BuildMode::rebuild) {
      *roots = {};
    }
    roots_ = std::move(*roots);
    roots_before_ = roots_.all();
    if (request_.mode == BuildMode::update) {
      auto live = live_of(db_);
      if (!live) return live.error();
      live_ = std::move(*live);
    }
    if (live_) {
      auto known = read_known_inputs(live_->generation.known_inputs());
      if (!known) {
        return Error{ErrorCode::index_corrupt,
                     "index '" + db_ + "' is damaged: " + known.error().message,
                     "build it anew with 'indexer rebuild --db " + db_ + " PATH'"};
      }
      known_ = std::move(*known);
    }
    return take_settings();
  }

  // What the archive that a rebuild replaces was made of, as far as it can be read.
  KnownInputs known_before() const {
    const auto generation = archive::live_generation(db_);
    if (!generation) return {};
    auto known = read_known_inputs(generation->known_inputs());
    return known ? std::move(*known) : KnownInputs();
  }

  // Names of the user's own and corrections; what is given now is remembered.
  Result<void> take_settings() {
    auto corrections = corrections_of(db_, options_.corrections_file);
    if (!corrections) return corrections.error();
    corrections_ = std::move(*corrections);
    options_.corrections = &corrections_;
    report_.corrections = corrections_.count();
    auto names = remember_names(db_, request_.dry_run ? std::nullopt : options_.names_file);
    if (!names) return names.error();
    options_.names = std::move(names->names);
    if (!request_.dry_run) {
      if (auto saved = corrections_.save(db_); !saved) return saved.error();
    }
    names_hash_ = hash_of_file(names::remembered_names(db_));
    corrections_hash_ = hash_of_file(db_ + "/corrections.jsonl");
    return {};
  }

  // Names or corrections are other ones than those that the archive was written with.
  bool rewrite_all() const {
    return live_ && (live_->manifest.names != names_hash_ ||
                     live_->manifest.corrections != corrections_hash_);
  }

  // The one of the largest layer, where it was trained on enough.
  std::string dictionary() const {
    if (!live_) return "";
    const auto& layers = live_->manifest.layers;
    const auto largest =
        std::max_element(layers.begin(), layers.end(),
                         [](const auto& a, const auto& b) { return a.articles < b.articles; });
    if (largest->articles < kTrainedArticles) return "";
    auto bytes = archive::read_file(archive::layer_named(db_, largest->name).dictionary());
    return bytes ? *bytes : "";
  }

  Result<void> read(const std::vector<InputToRead>& inputs, const std::vector<std::string>& gone,
                    int64_t scanned_ns, NewLayer& layer, ChangeSet& changes, int pass) {
    Claims claims;
    claim_known(inputs, gone, claims);
    auto read = read_inputs(inputs, options_, claims, progress_,
                            [&](unsigned worker, ReadArticle&& article) -> Result<void> {
                              if (request_.dry_run) return {};
                              return layer.add(worker, std::move(article));
                            });
    if (!read) return read.error();
    report_.skipped.insert(report_.skipped.end(), read->skipped.begin(), read->skipped.end());
    for (const InputToRead& input : inputs) looked_at_.insert(input.file.id);
    changes = take_changes(known_, gone, std::move(*read), !request_.add_only,
                           scanned_ns - kRacySeconds * 1'000'000'000, pass);
    looked_at_.insert(changes.displaced_files.begin(), changes.displaced_files.end());
    return {};
  }

  Result<void> read_changes(const ChangePlan& plan, NewLayer& layer) {
    for (const InputToRead& input : plan.to_read) progress_.bytes_to_read += input.file.size_bytes;
    ChangeSet& changes = report_.changes;
    if (auto done = read(plan.to_read, plan.gone, plan.scanned_ns, layer, changes, 0); !done)
      return done;
    // Articles that were left out for having another's id come in where that one is gone. Reading
    // them may free others where files change meanwhile; what is left waits for the next run.
    constexpr int kMaxPasses = 3;
    for (int pass = 1; pass <= kMaxPasses; ++pass) {
      const std::vector<InputToRead> freed = freed_inputs();
      if (freed.empty()) break;
      ChangeSet more;
      if (auto done = read(freed, {}, plan.scanned_ns, layer, more, pass); !done) return done;
      join(changes, std::move(more));
    }
    return {};
  }

  std::vector<InputToRead> freed_inputs() const {
    std::map<std::string, InputToRead> inputs;
    for (const auto& [id, line] : freed_duplicates(known_)) {
      const KnownFile& file = known_.at(id);
      InputToRead& input = inputs[id];
      input.known = &file;
      input.file = {.path = file.shown,
                    .root = file.root,
                    .id = id,
                    .size_bytes = file.size_bytes,
                    .modified_ns = file.modified_ns,
                    .opened = roots_.absolute(file.root, file.path)};
      input.received = received_of(file.root);
      input.lines.insert(line);
    }
    std::vector<InputToRead> list;
    for (auto& [id, input] : inputs) {
      if (id != "-") list.push_back(std::move(input));
    }
    return list;
  }

  std::string received_of(const std::string& root) const {
    if (!options_.received.empty()) return options_.received;
    for (const input::Root& known : roots_.all()) {
      if (known.name == root) return known.received;
    }
    return "";
  }

  // Ids of articles that are not read now.
  void claim_known(const std::vector<InputToRead>& inputs, const std::vector<std::string>& gone,
                   Claims& claims) const {
    if (inputs.empty()) return;
    std::set<std::string_view> away(gone.begin(), gone.end());
    for (const InputToRead& input : inputs) away.insert(input.file.id);
    for (const auto& [id, file] : known_) {
      if (away.contains(id)) continue;
      for (const KnownRecord& record : file.records) {
        if (record.outcome != Outcome::indexed) continue;
        (void)claims.claim(record.id,
                           {.file = id, .shown = shown_place(file, record), .line = record.line});
      }
    }
  }

  Result<BuildReport> nothing_changed() {
    if (auto saved = save_roots(); !saved) return saved.error();
    report_.changes.unchanged = live_->manifest.articles;
    report_.articles = live_->manifest.articles;
    report_.undated = live_->manifest.undated;
    report_.generation = live_->generation.name;
    return finished();
  }

  Result<BuildReport> would_be() {
    const ChangeSet& changes = report_.changes;
    report_.articles = changes.unchanged + changes.added + changes.changed + changes.moved;
    report_.generation = live_ ? live_->generation.name : "";
    return finished();
  }

  Result<BuildReport> finished() {
    for (const std::string& id : looked_at_) {
      const auto file = known_.find(id);
      if (file != known_.end()) add_skipped(file->second, report_.skipped);
    }
    report_.skipped_unnamed = unnamed_skips(report_.skipped);
    return std::move(report_);
  }

  Result<void> save_roots() {
    if (request_.dry_run) return {};
    if (!options_.received.empty()) {
      for (const input::Target& target : targets_) {
        if (target.path == "-") continue;
        if (const input::Root* root = roots_.containing(input::absolute_path(target.path)))
          roots_.set_received(std::string(root->name), options_.received);
      }
    }
    const bool same = request_.mode == BuildMode::update && roots_.all() == roots_before_;
    return same ? Result<void>() : roots_.save(db_);
  }

  Result<BuildReport> commit(NewLayer& layer) {
    NextGeneration next;
    if (live_) {
      if (auto kept = keep_layers(layer, next); !kept) return kept.error();
    }
    if (layer.articles() > 0 || next.layers.empty()) {
      auto entry = layer.finish();
      if (!entry) return entry.error();
      next.layers.push_back(std::move(*entry));
      auto marks = contested_marks(layer);
      if (!marks) return marks.error();
      next.marks.push_back(std::move(*marks));
    }
    const ChangeSet& changes = report_.changes;
    next.known = &known_;
    next.names = names_hash_;
    next.corrections = corrections_hash_;
    next.threads = worker_count(options_);
    next.changes_since_count = live_ ? live_->manifest.changes_since_count : 0;
    next.changes_since_count +=
        changes.added + changes.deleted + 2 * (changes.changed + changes.moved);
    if (live_ && !request_.refresh_statistics && next.layers.size() > 0)
      next.statistics = live_->generation.statistics();
    if (auto saved = save_roots(); !saved) return saved.error();
    auto committed = commit_generation(db_, next);
    if (!committed) return committed.error();
    layer.keep();
    if (copies_) copies_->keep();
    archive::remove_unused(db_);
    report_.articles = committed->manifest.articles;
    report_.undated = committed->manifest.undated;
    report_.counted = committed->counted;
    report_.generation = committed->generation.name;
    find_unknown_corrections();
    return finished();
  }

  void find_unknown_corrections() {
    if (corrections_.empty()) return;
    std::set<std::string_view> ids;
    for (const auto& [name, file] : known_) {
      for (const KnownRecord& record : file.records) {
        if (record.outcome == Outcome::indexed) ids.insert(record.id);
      }
    }
    for (const auto& [id, fields] : corrections_.all()) {
      if (!ids.contains(id)) report_.corrected_unknown.push_back(id);
    }
  }

  // The layers so far with marks on what no longer counts; some of them are written anew into
  // `layer` instead.
  Result<void> keep_layers(NewLayer& layer, NextGeneration& next) {
    auto marks = mark_stale();
    if (!marks) return marks.error();
    const auto& layers = live_->manifest.layers;
    std::vector<LayerSize> sizes;
    for (size_t i = 0; i < layers.size(); ++i)
      sizes.push_back({.articles = layers[i].articles, .deleted = (*marks)[i].size()});
    std::vector<size_t> anew = layers_to_rewrite(sizes, layer.articles());
    if (rewrite_all()) {
      anew.resize(layers.size());
      std::iota(anew.begin(), anew.end(), size_t{0});
    } else if (request_.refresh_statistics) {
      for (size_t i = 0; i < layers.size(); ++i) {
        if (sizes[i].deleted > 0) anew.push_back(i);
      }
      std::sort(anew.begin(), anew.end());
      anew.erase(std::unique(anew.begin(), anew.end()), anew.end());
    }
    // Where two inputs of this run brought the same id, some of what was read is still to be
    // marked; copies then keep apart, so that they are not taken for it.
    const bool apart = !report_.changes.contested.empty() && !anew.empty();
    if (apart) {
      auto created = NewLayer::create(db_, options_, dictionary());
      if (!created) return created.error();
      copies_ = std::move(*created);
    }
    NewLayer& target = apart ? *copies_ : layer;
    const uint64_t read = target.articles();
    auto copied = copy_stored_articles(db_, live_->generation, live_->manifest, anew, *marks,
                                       worker_count(options_), revision(),
                                       [&](unsigned worker, ReadArticle&& article) {
                                         return target.add(worker, std::move(article));
                                       });
    if (!copied) return copied;
    report_.rewritten = target.articles() - read;
    if (apart && copies_->articles() > 0) {
      auto entry = copies_->finish();
      if (!entry) return entry.error();
      next.layers.push_back(std::move(*entry));
      next.marks.emplace_back();
    }
    for (size_t i = 0; i < layers.size(); ++i) {
      if (std::binary_search(anew.begin(), anew.end(), i)) continue;
      next.layers.push_back(layers[i]);
      next.marks.push_back(std::move((*marks)[i]));
    }
    return {};
  }

  // Where names or corrections changed: each thread's way to apply them to a stored article.
  std::function<Revise()> revision() {
    if (!rewrite_all()) return {};
    gazetteer_ = std::make_unique<names::Gazetteer>();
    gazetteer_->add_user_names(options_.names);
    const bool other_names = live_->manifest.names != names_hash_;
    return [this, other_names]() -> Revise {
      auto corrector = std::make_shared<Corrector>(corrections_, *gazetteer_);
      return [corrector, other_names](archive::Article& article) {
        if (other_names) {
          corrector->finish_anew(article);
        } else {
          corrector->finish_stored(article);
        }
      };
    };
  }

  Result<archive::DeletionMarks> mark_stale() {
    const auto index = archive::LayeredIndex::open(db_, live_->generation, live_->manifest);
    if (!index) return index.error();
    return archive::guarded("look up articles", db_, [&]() -> Result<archive::DeletionMarks> {
      archive::DeletionMarks marks = index->marks();
      for (const std::string& id : report_.changes.stale) {
        const Xapian::docid docid = index->find(id);
        if (docid != 0) marks[index->layer_of(docid)].push_back(index->docid_in_layer(docid));
      }
      archive::tidy_marks(marks);
      return marks;
    });
  }

  // Of articles in the new layer that were written before an input that comes first brought their
  // id, too.
  Result<std::vector<Xapian::docid>> contested_marks(const NewLayer& layer) {
    std::vector<Xapian::docid> marks;
    if (report_.changes.contested.empty()) return marks;
    auto bytes = archive::read_file(layer.layer().dictionary());
    if (!bytes) return bytes.error();
    const archive::TextDictionary dictionary(std::move(*bytes));
    return archive::guarded("look up articles", db_, [&]() -> Result<std::vector<Xapian::docid>> {
      const Xapian::Database database(layer.layer().index());
      for (const auto& [id, place] : report_.changes.contested) {
        const std::string term = archive::prefixed_term(archive::kIdPrefix, id);
        const auto end = database.postlist_end(term);
        for (auto it = database.postlist_begin(term); it != end; ++it) {
          const auto path = stored_path(database, *it, dictionary);
          if (!path) return path.error();
          if (*path != place) marks.push_back(*it);
        }
      }
      std::sort(marks.begin(), marks.end());
      marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
      return marks;
    });
  }

  const std::string& db_;
  const BuildRequest& request_;
  Progress& progress_;
  PipelineOptions options_;
  std::vector<input::Target> targets_;
  input::Roots roots_;
  std::vector<input::Root> roots_before_;
  std::optional<Live> live_;
  KnownInputs known_;
  std::set<std::string> looked_at_;  ///< ids of files whose skipped records are to be told
  Corrections corrections_;
  std::string names_hash_, corrections_hash_;
  std::unique_ptr<names::Gazetteer> gazetteer_;
  std::unique_ptr<NewLayer> copies_;
  BuildReport report_;
};

}  // namespace

Result<BuildReport> build_archive(const std::string& db, const BuildRequest& request,
                                  Progress& progress) {
  const auto lock = WriterLock::take(db);
  if (!lock) return lock.error();
  archive::remove_unused(db);  // what a run that was cut short left
  return Build(db, request, progress).run();
}

}  // namespace khobao::indexer
