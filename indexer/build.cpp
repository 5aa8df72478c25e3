#include "indexer/build.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "common/archive/disk/files.h"
#include "common/archive/generations/cleaning.h"
#include "common/archive/generations/pointer.h"
#include "common/archive/generations/wholeness.h"
#include "common/language/say.h"
#include "indexer/change/change_plan.h"
#include "indexer/change/deletion_safety.h"
#include "indexer/change/freed_inputs.h"
#include "indexer/commit/commit.h"
#include "indexer/commit/live_archive.h"
#include "indexer/commit/writer_lock.h"
#include "indexer/keep/kept_texts.h"
#include "indexer/lessons/teaching.h"
#include "indexer/repair.h"
#include "indexer/settings.h"
#include "indexer/undated_sites.h"
#include "indexer/write/layer_merge.h"
#include "indexer/write/new_layer.h"
#include "indexer/write/stale_articles.h"
#include "indexer/write/taught_articles.h"

namespace khobao::indexer {
namespace {

// The run as build.h tells it, step by step.
class Build {
 public:
  Build(const std::string& db, const BuildRequest& request, pipeline::Progress& progress)
      : db_(db), request_(request), progress_(progress), options_(request.pipeline),
        hiding_(db),
        texts_(db, {.keep = request.keep_versions,
                    .rebuild = request.mode == BuildMode::rebuild,
                    .allow_deletions = request.allow_deletions}) {}

  Result<BuildReport> run() {
    if (auto prepared = prepare(); !prepared) return prepared.error();
    if (auto taken = take_hidden(); !taken) return taken.error();
    const change::PlanOptions plan_options{.may_delete = !request_.add_only,
                                           .allow_deletions = request_.allow_deletions,
                                           .everything_afresh = false,
                                           .follow = request_.follow,
                                           .received = options_.received};
    auto plan = change::plan_changes(targets_, roots_, known_, plan_options);
    if (!plan) return plan.error();
    if (!request_.add_only && !request_.follow.has_value() && !request_.allow_deletions) {
      const bool update = request_.mode == BuildMode::update;
      auto checked = change::check_links(plan->links_out, update ? known_ : before_rebuild_);
      if (!checked) return checked.error();
    }
    if (!plan->links_out.empty())
      passed_[say("links that lead out of the folders, which --follow reads")] =
          plan->links_out.size();
    report_.skipped = std::move(plan->skipped);
    looked_at_.insert(plan->noted.begin(), plan->noted.end());
    note_received();
    if (auto prepare = lessons::expected_lessons(db_)) options_.prepare = std::move(prepare);
    const bool same_archive = live_ && !other_settings() && !settings_.lost && !texts_.switched() &&
                              !texts_.is_to_be_read(known_) &&
                              !request_.refresh_statistics && !hiding_.changed() &&
                              (request_.dry_run || roots_.all() == roots_before_);
    if (plan->to_read.empty() && plan->gone.empty() && change::freed_duplicates(known_).empty() &&
        same_archive) {
      return nothing_changed();
    }
    auto layer = new_layer();
    if (!layer) return layer.error();
    if (auto read = read_kept(**layer); !read) return read.error();
    if (auto read = read_changes(*plan, **layer); !read) return read.error();
    if (!request_.allow_deletions) {
      auto checked = request_.mode == BuildMode::update
                         ? change::check_deletions(report_.changes)
                         : change::check_rebuild(before_rebuild_, known_, roots_.all());
      if (!checked) return change::with_first_skipped(checked.error(), report_.skipped);
      if (request_.mode == BuildMode::rebuild && texts_.keeps()) {
        checked = change::check_sources_read(before_rebuild_, roots_.all(), report_.skipped);
        if (!checked) return checked.error();
      }
    }
    if (auto going_on = pipeline::unless_stopped(options_); !going_on) return going_on.error();
    if (auto kept = keep_replaced(**layer); !kept) return kept.error();
    auto& stale = report_.changes.stale;
    stale.insert(stale.end(), hiding_.stale().begin(), hiding_.stale().end());
    if (request_.dry_run) return would_be();
    if (report_.changes.empty() && same_archive && !hiding_.changed() && change::moved_records(known_) == moved_before_) {
      // Only the times of files have changed.
      auto written = change::write_known_inputs(live_->generation.known_inputs(), known_);
      if (!written) return written.error();
      return nothing_changed();
    }
    return commit(**layer);
  }

 private:
  Result<void> prepare() {
    auto kept = commit::kept_settings(db_);
    if (!kept) return kept.error();
    kept_ = std::move(*kept);
    // Where a rebuild names its folders, those remembered do not matter, nor whether they can be
    // read.
    const bool remembered = request_.mode == BuildMode::update || request_.targets.empty();
    auto roots = remembered ? input::Roots::load(db_, kept_.roots) : input::Roots();
    if (!roots) return roots.error();
    targets_ = request_.targets;
    if (targets_.empty() && !request_.settings_only) {
      for (const input::Root& root : roots->all()) {
        if (root.files.empty()) targets_.push_back({root.folder, root.name});
        for (const std::string& file : root.files)
          targets_.push_back({root.folder + "/" + file, root.name});
      }
      if (targets_.empty()) {
        return Error{ErrorCode::usage,
                     say("no input: the archive '{}' remembers no folder yet", db_),
                     say("name one, as in 'indexer update --db {} FOLDER'", db_)};
      }
    }
    roots_ = std::move(*roots);
    roots_before_ = roots_.all();
    if (request_.mode == BuildMode::update) {
      auto live = commit::live_archive(db_);
      if (!live) return live.error();
      live_ = std::move(*live);
    }
    if (live_) {
      auto known = commit::known_inputs_of(db_, *live_);
      if (!known) return known.error();
      known_ = std::move(*known);
      moved_before_ = change::moved_records(known_);
    }
    if (auto taken = take_settings(); !taken) return taken;
    if (auto taken = texts_.take(kept_); !taken) return taken;
    if (request_.mode == BuildMode::rebuild && (!request_.allow_deletions || texts_.needs_archive_before())) {
      auto before = commit::known_before_rebuild(db_);
      if (!before && !request_.allow_deletions) return before.error();
      if (before) {
        before_rebuild_ = std::move(*before);
      } else {
        report_.notes.push_back(say("no text of before is kept: {}", before.error().message));
      }
    }
    return {};
  }

  Result<void> take_settings() {
    auto settings = indexer::take_settings(db_, kept_, options_);
    if (!settings) return settings.error();
    settings_ = std::move(*settings);
    options_.corrections = &settings_.corrections;
    options_.names = settings_.names;
    report_.corrections = settings_.corrections.count();
    if (!settings_.corrections_known) {
      report_.notes.push_back(
          say("the corrections that the archive remembered are lost: those given now hold alone"));
    }
    return {};
  }

  // They are read like any other input, whatever time the run has.
  Result<void> read_kept(write::NewLayer& layer) {
    if (!texts_.is_to_be_read(known_)) return {};
    const size_t skipped = report_.skipped.size();
    const auto until = std::exchange(options_.until, std::nullopt);
    change::ChangeSet changes;
    auto done = read({texts_.input(known_)}, {}, INT64_MAX, layer, changes, 0);
    options_.until = until;
    if (!done) return done;
    return texts_.check_read(known_,
                             report_.skipped.size() > skipped ? &report_.skipped.back() : nullptr);
  }

  // Before what replaced them is marked.
  Result<void> keep_replaced(write::NewLayer& layer) {
    if (request_.dry_run || !texts_.needs_archive_before()) return {};
    const auto ids = request_.mode == BuildMode::update
                         ? report_.changes.stale
                         : texts_.replaced_by_rebuild(before_rebuild_, known_, roots_.all());
    const auto kept = texts_.keep(ids, {.live = live_,
                                        .known = known_,
                                        .hidden = hiding_.orders(),
                                        .day = request_.today,
                                        .make_corrector = [this] { return corrector(); },
                                        .layer = layer});
    if (!kept) return kept.error();
    report_.kept = *kept;
    return {};
  }

  // What is hidden by earlier runs and this one; known inputs are brought to it.
  Result<void> take_hidden() {
    auto taken = hiding_.take(kept_.hidden, request_.hide, request_.unhide, live_, known_);
    options_.hidden = hiding_.held();
    return taken;
  }

  // Names or corrections are not those that the archive was written with.
  bool other_settings() const { return live_ && settings_.differ_from(*live_); }

  Result<std::unique_ptr<write::NewLayer>> new_layer() const {
    auto dictionary = live_ ? commit::dictionary_to_share(db_, *live_) : std::string();
    if (!dictionary) return dictionary.error();
    return write::NewLayer::create(db_, options_, std::move(*dictionary));
  }

  Result<void> read(const std::vector<pipeline::InputToRead>& inputs,
                    const std::vector<std::string>& gone, int64_t scanned_ns,
                    write::NewLayer& layer, change::ChangeSet& changes, int pass) {
    change::Claims claims;
    change::claim_known(known_, inputs, gone, claims);
    auto read = pipeline::read_inputs(
        inputs, options_, claims, progress_,
        [&](unsigned worker, pipeline::ReadArticle&& article) -> Result<void> {
          if (request_.dry_run) return {};
          texts_.note_read(article.article, article.root);
          article.article.path = input::absolute_place(article.article.path);
          sites_.count(article);
          return layer.add(worker, std::move(article));
        });
    if (!read) return read.error();
    report_.skipped.insert(report_.skipped.end(), read->skipped.begin(), read->skipped.end());
    for (const auto& [kind, count] : read->passed) passed_[kind] += count;
    report_.waiting += read->waiting;
    // It would be an archive without what it did not read.
    if (read->limit && request_.mode == BuildMode::rebuild) {
      return Error{ErrorCode::input,
                   say("the rebuild ended before all was read: {}", retold(read->limit->message)),
                   say("nothing was changed; give it more with --max-seconds or --max-records")};
    }
    for (const pipeline::InputToRead& input : inputs) looked_at_.insert(input.file.id);
    changes = change::take_changes(known_, gone, std::move(*read), !request_.add_only,
                                   scanned_ns - change::kRacySeconds * 1'000'000'000, pass);
    looked_at_.insert(changes.displaced_files.begin(), changes.displaced_files.end());
    return {};
  }

  Result<void> read_changes(const change::ChangePlan& plan, write::NewLayer& layer) {
    for (const pipeline::InputToRead& input : plan.to_read)
      progress_.bytes_to_read += input.file.size_bytes;
    change::ChangeSet& changes = report_.changes;
    if (auto done = read(plan.to_read, plan.gone, plan.scanned_ns, layer, changes, 0); !done)
      return done;
    // Articles that were left out for having another's id come in where that one is gone. Reading
    // them may free others where files change meanwhile; what is left waits for the next run.
    constexpr int kMaxPasses = 3;
    for (int pass = 1; pass <= kMaxPasses; ++pass) {
      const std::vector<pipeline::InputToRead> freed =
          change::freed_inputs(known_, roots_, options_.received, texts_.path());
      if (freed.empty()) break;
      change::ChangeSet more;
      if (auto done = read(freed, {}, plan.scanned_ns, layer, more, pass); !done) return done;
      change::join(changes, std::move(more));
    }
    return {};
  }

  Result<BuildReport> nothing_changed() {
    report_.changes.unchanged = live_->manifest.articles;
    report_.articles = live_->manifest.articles;
    report_.undated = live_->manifest.undated;
    report_.generation = live_->generation.name;
    return finished();
  }

  Result<BuildReport> would_be() {
    const change::ChangeSet& changes = report_.changes;
    report_.articles = changes.unchanged + changes.added + changes.changed + changes.moved;
    report_.generation = live_ ? live_->generation.name : "";
    return finished();
  }

  Result<BuildReport> finished() {
    for (const std::string& id : looked_at_) {
      const auto file = known_.find(id);
      if (file != known_.end())
        report_.skipped_unnamed += change::add_skipped(file->second, report_.skipped);
    }
    report_.skipped_unnamed += change::unnamed_skips(report_.skipped);
    note(texts_.take_notes());
    note(hiding_.notes());
    report_.hiding = hiding_.report(known_);
    report_.keeps_versions = texts_.keeps();
    if (request_.mode == BuildMode::update) note(sites_.notes());
    if (Message passed = passed_note(); !passed.empty()) report_.notes.push_back(std::move(passed));
    return std::move(report_);
  }

  // "passed over: images and other files (12), revisits (3)"
  Message passed_note() const {
    Message list;
    for (const auto& [kind, count] : passed_) {
      list += list.empty() ? "" : ", ";
      list += retold(kind) + " (" + std::to_string(count) + ")";
    }
    return list.empty() ? list : say("passed over: {}", list);
  }

  void note_received() {
    if (options_.received.empty()) return;
    for (const input::Target& target : targets_) {
      if (target.path == "-") continue;
      if (const input::Root* root = roots_.containing(input::absolute_path(target.path)))
        roots_.set_received(std::string(root->name), options_.received);
    }
  }

  Result<BuildReport> commit(write::NewLayer& layer) {
    commit::NextGeneration next;
    if (live_) {
      if (auto kept = keep_layers(layer, next); !kept) return kept.error();
    }
    const bool writes = layer.articles() > 0;
    if (writes) {
      const auto parts = layer.parts();
      if (!parts) return parts.error();
      std::map<std::string, std::string> places = report_.changes.contested;
      for (auto& [id, place] : places) place = input::absolute_place(place);
      auto contested = write::mark_contested(db_, *parts, places);
      if (!contested) return contested.error();
    }
    auto taught = write::apply_lessons(
        db_, options_, [this] { return corrector(); }, layer, next.layers);
    if (!taught) return taught.error();
    auto& [layers, marks] = next.layers;
    if (layer.articles() > 0 || layers.empty()) {
      auto entry = layer.finish();
      if (!entry) return entry.error();
      layers.push_back(std::move(*entry));
      marks.push_back(layer.appended_marks());
    }
    report_.taught += taught->rewritten;
    auto& doubted = report_.doubted;
    doubted.insert(doubted.end(), taught->doubted.begin(), taught->doubted.end());
    report_.rewritten += taught->rewritten;
    next.known = &known_;
    next.names = settings_.names_hash;
    next.corrections = settings_.corrections_hash;
    next.threads = pipeline::worker_count(options_);
    next.live = live_ && !request_.refresh_statistics ? &*live_ : nullptr;
    if (report_.generation.empty()) {
      if (auto going_on = pipeline::unless_stopped(options_); !going_on) return going_on.error();
    }
    next.files = settings_.files;
    next.files.insert(texts_.files().begin(), texts_.files().end());
    hiding_.add_file(next.files);
    next.files["roots.json"] = roots_.kept_bytes();
    next.files["lessons"] = lessons::lessons_bytes(taught->lessons);
    const auto generation = archive::create_generation(db_);
    if (!generation) return generation.error();
    auto committed = commit::commit_generation(db_, *generation, next);
    if (committed || archive::may_be_live(db_, *generation)) {
      layer.keep();
      if (copies_) copies_->keep();
    } else {
      (void)archive::remove_path(generation->folder);  // or a later run does
    }
    if (!committed) return committed.error();
    for (const archive::LayerEntry& entry : committed->manifest.layers)
      found_whole_.insert(entry.name);
    commit::remove_older_settings(db_);
    note(archive::remove_unused(db_, archive::Comparison::sizes));
    report_.articles = committed->manifest.articles;
    report_.undated = committed->manifest.undated;
    report_.counted_all = committed->counted_all;
    report_.generation = committed->generation.name;
    if (leaves_nothing_deleted() && deleted_in(committed->manifest) > 0)
      return drop_deleted(std::move(*committed));
    report_.corrected_unknown = unknown_corrections(settings_.corrections, known_);
    return finished();
  }

  // One for each thread; the names are loaded where none has done so.
  std::unique_ptr<recognise::Corrector> corrector() {
    const std::lock_guard lock(mutex_);
    const bool own = !options_.gazetteer || !settings_.names.empty();
    if (own && !gazetteer_) {
      gazetteer_ = std::make_unique<names::Gazetteer>();
      gazetteer_->add_user_names(settings_.names);
    }
    return std::make_unique<recognise::Corrector>(settings_.corrections,
                                                  own ? *gazetteer_ : *options_.gazetteer);
  }

  // Scores then are those of the articles alone.
  bool leaves_nothing_deleted() const {
    return request_.refresh_statistics || request_.mode == BuildMode::rebuild;
  }

  static uint64_t deleted_in(const archive::Manifest& manifest) {
    uint64_t deleted = 0;
    for (const archive::LayerEntry& layer : manifest.layers) deleted += layer.deleted;
    return deleted;
  }

  // What is marked in layers that are kept, as lessons mark what they change, goes with one more step.
  Result<BuildReport> drop_deleted(commit::Committed&& committed) {
    live_ = {std::move(committed.generation), std::move(committed.manifest)};
    report_.changes.stale.clear();
    report_.changes.contested.clear();
    auto layer = new_layer();
    if (!layer) return layer.error();
    return commit(**layer);
  }

  void note(std::vector<Message>&& notes) {
    for (Message& note : notes) report_.notes.push_back(std::move(note));
  }

  Result<void> keep_layers(write::NewLayer& layer, commit::NextGeneration& next) {
    if (auto checked = check_layers(db_, *live_, found_whole_); !checked) return checked;
    auto marks = write::mark_stale(db_, *live_, report_.changes.stale);
    if (!marks) return marks.error();
    // Where two inputs of this run brought the same id, some of what was read is still to be
    // marked; copies then keep apart, so that they are not taken for it.
    auto merged = write::merge_layers(db_,
                                      {.live = *live_,
                                       .marks = std::move(*marks),
                                       .settings = settings_,
                                       .drop_deleted = leaves_nothing_deleted(),
                                       .apart = !report_.changes.contested.empty()},
                                      options_, layer, next);
    if (!merged) return merged.error();
    report_.rewritten += merged->rewritten;
    report_.other_names = settings_.other_names(*live_);
    copies_ = std::move(merged->copies);
    return {};
  }

  const std::string& db_;
  const BuildRequest& request_;
  pipeline::Progress& progress_;
  pipeline::PipelineOptions options_;
  std::vector<input::Target> targets_;
  input::Roots roots_;
  std::vector<input::Root> roots_before_;
  std::optional<commit::LiveArchive> live_;
  change::KnownInputs known_;
  std::vector<archive::RecordLine> moved_before_;
  UndatedSites sites_;
  std::map<std::string, uint64_t> passed_;  ///< over, by kind
  std::set<std::string> looked_at_;  ///< ids of files whose skipped records are to be told
  commit::KeptSettings kept_;
  Settings settings_;
  Hiding hiding_;
  change::KnownInputs before_rebuild_;
  keep::KeptTexts texts_;
  std::set<std::string> found_whole_;  ///< layers whose checksums were compared in this run
  std::unique_ptr<write::NewLayer> copies_;
  std::mutex mutex_;
  std::unique_ptr<names::Gazetteer> gazetteer_;
  BuildReport report_;
};

}  // namespace

Result<BuildReport> build_archive(const std::string& db, const BuildRequest& request,
                                  pipeline::Progress& progress) {
  const auto lock = commit::WriterLock::take(db);
  if (!lock) return lock.error();
  std::vector<Message> kept;
  if (!request.dry_run) {
    if (auto begun = archive::begin_archive(db); !begun) return begun.error();
    // What a run that was cut short left.
    kept = archive::remove_unused(db, archive::Comparison::checksums);
  }
  Repair repair;
  if (request.reread && !request.dry_run) {
    auto repaired = leave_out_damaged(db, request.pipeline);
    if (!repaired) return repaired.error();
    repair = std::move(*repaired);
    if (repair.damaged.empty()) kept.push_back(say("no layer is damaged"));
    for (const std::string& layer : repair.damaged)
      kept.push_back(say("'{}' is damaged: its articles are read again", layer));
  }
  auto report = Build(db, request, progress).run();
  if (!report) {
    if (repair.damaged.empty()) return report;
    const auto back = take_back(db, repair);
    return back ? report : back.error();
  }
  if (!repair.damaged.empty()) {
    auto lost = lost_articles(db, repair);
    if (!lost) return lost.error();
    report->lost = std::move(*lost);
  }
  report->notes.insert(report->notes.begin(), kept.begin(), kept.end());
  if (!request.dry_run) lock->note_done();
  return report;
}

}  // namespace khobao::indexer
