#include "indexer/build.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/generations/cleaning.h"
#include "common/archive/generations/pointer.h"
#include "common/archive/generations/wholeness.h"
#include "common/language/say.h"
#include "common/text/letters/normalise.h"
#include "indexer/change/change_plan.h"
#include "indexer/change/deletion_safety.h"
#include "indexer/change/freed_inputs.h"
#include "indexer/commit/commit.h"
#include "indexer/commit/live_archive.h"
#include "indexer/commit/writer_lock.h"
#include "indexer/export/export_record.h"
#include "indexer/keep/replaced_texts.h"
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

// "/srv/news/tin.jsonl:7" for a record that was found as "tin.jsonl:7": no folder of that name says
// where. Files keep their paths as found; their ids tell the rest.
std::string record_place(const std::string& path) {
  const size_t colon = path.rfind(':');
  constexpr std::string_view kDigits = "0123456789";
  if (colon == std::string::npos || colon + 1 == path.size() || path.starts_with('-') ||
      path.find_first_not_of(kDigits, colon + 1) != std::string::npos)
    return path;
  return input::absolute_path(path.substr(0, colon)) + path.substr(colon);
}

// The run as build.h tells it, step by step.
class Build {
 public:
  Build(const std::string& db, const BuildRequest& request, pipeline::Progress& progress)
      : db_(db), request_(request), progress_(progress), options_(request.pipeline) {}

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
    expect_lessons();
    const bool same_archive = live_ && !other_settings() && !settings_.lost && !keep_changed_ &&
                              !kept_to_read() &&
                              !request_.refresh_statistics && !hidden_changed_ &&
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
      if (!checked) return with_first_skipped(checked.error());
      if (request_.mode == BuildMode::rebuild && keep_) {
        checked = change::check_sources_read(before_rebuild_, roots_.all(), report_.skipped);
        if (!checked) return checked.error();
      }
    }
    if (auto going_on = pipeline::unless_stopped(options_); !going_on) return going_on.error();
    if (auto kept = keep_replaced(**layer); !kept) return kept.error();
    auto& stale = report_.changes.stale;
    stale.insert(stale.end(), hidden_stale_.begin(), hidden_stale_.end());
    if (request_.dry_run) return would_be();
    if (report_.changes.empty() && same_archive && change::moved_records(known_) == moved_before_) {
      // Only the times of files have changed.
      auto written = change::write_known_inputs(live_->generation.known_inputs(), known_);
      if (!written) return written.error();
      return nothing_changed();
    }
    return commit(**layer);
  }

 private:
  // What was skipped may be why articles would be lost.
  Error with_first_skipped(Error error) const {
    if (report_.skipped.empty()) return error;
    const input::Skipped& first = report_.skipped.front();
    error.message += say("; skipped '{}': {}", first.path, retold(first.reason));
    if (report_.skipped.size() > 1)
      error.message += say(", and {} more", report_.skipped.size() - 1);
    return error;
  }

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
    if (auto taken = take_kept_texts(); !taken) return taken;
    if (request_.mode == BuildMode::rebuild && (!request_.allow_deletions || keep_ || salvage_)) {
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

  // The texts that only this archive has go from generation to generation, whatever run it is.
  Result<void> take_kept_texts() {
    keep_ = request_.keep_versions.value_or(!kept_.keep.empty());
    keep_changed_ = keep_ != !kept_.keep.empty();
    if (keep_) settings_.files["keep.versions"] = "on\n";
    if (kept_.texts.empty()) return {};
    auto bytes = keep::kept_texts(db_, kept_.texts);
    if (bytes) {
      settings_.files["kept.jsonl.zst"] = std::move(*bytes);
      return {};
    }
    if (bytes.error().code != ErrorCode::index_corrupt || !gives_up_kept()) return bytes.error();
    report_.notes.push_back(
        say("{}: its texts are taken from the index", bytes.error().message));
    kept_.texts.clear();
    salvage_ = true;
    return {};
  }

  bool gives_up_kept() const {
    return request_.mode == BuildMode::rebuild && request_.allow_deletions;
  }

  // True where layers lack texts that only this archive has.
  bool kept_to_read() const {
    if (kept_.texts.empty()) return false;
    const auto file = known_.find(change::kKeptTexts);
    return file == known_.end() || file->second.modified_ns == 0;
  }

  // They are read like any other input, whatever time the run has.
  Result<void> read_kept(write::NewLayer& layer) {
    if (!kept_to_read()) return {};
    const auto file = known_.find(change::kKeptTexts);
    const std::string id(change::kKeptTexts);
    const std::vector<pipeline::InputToRead> inputs{
        {.file = {.path = std::string(change::kShownKeptTexts),
                  .root = id,
                  .id = id,
                  .size_bytes = settings_.files["kept.jsonl.zst"].size(),
                  .modified_ns = kKeptModified,
                  .opened = kept_.texts},
         .known = file == known_.end() ? nullptr : &file->second}};
    const size_t skipped = report_.skipped.size();
    const auto until = std::exchange(options_.until, std::nullopt);
    change::ChangeSet changes;
    auto done = read(inputs, {}, INT64_MAX, layer, changes, 0);
    options_.until = until;
    if (!done) return done;
    const uint64_t unread = known_.contains(id) ? unread_in(known_.at(id)) : 1;
    // take_kept_texts() found the file whole.
    if (report_.skipped.size() > skipped)
      return Error{ErrorCode::input,
                   say("cannot read '{}': {}", kept_.texts, retold(report_.skipped.back().reason)),
                   ""};
    if (unread == 0) return {};
    return keep::damaged_kept_texts(db_, kept_.texts);
  }

  static uint64_t unread_in(const change::KnownFile& file) {
    uint64_t unread = 0;
    for (const change::KnownRecord& record : file.records)
      unread += record.outcome == change::Outcome::skipped;
    return unread;
  }

  // Articles whose texts may be at no source any more.
  std::vector<std::string> replaced() const {
    if (request_.mode == BuildMode::update) return report_.changes.stale;
    std::unordered_map<std::string_view, const change::RecordHash*> now;
    for (const auto& [name, file] : known_) {
      for (const change::KnownRecord& record : file.records) {
        if (record.outcome == change::Outcome::indexed) now.emplace(record.id, &record.hash);
      }
    }
    std::vector<std::string> ids;  // kept texts first, so that none is kept twice
    for (const auto& [name, file] : before_rebuild_) {
      if (name != change::kKeptTexts && (!keep_ || left_out(file.root))) continue;
      for (const change::KnownRecord& record : file.records) {
        if (record.outcome != change::Outcome::indexed) continue;
        const auto same = now.find(record.id);
        if (same == now.end() || !(*same->second == record.hash)) ids.push_back(record.id);
      }
    }
    return ids;
  }

  // A folder that a rebuild does not name is not wanted any more; nothing of it is kept.
  bool left_out(const std::string& root) const {
    const auto& roots = roots_.all();
    return root != "-" && std::none_of(roots.begin(), roots.end(), [&](const input::Root& named) {
             return named.name == root;
           });
  }

  // Before what it replaced is marked.
  Result<void> keep_replaced(write::NewLayer& layer) {
    if ((!keep_ && !salvage_) || request_.dry_run) return {};
    const std::vector<std::string> ids = replaced();
    if (ids.empty()) return {};
    auto before = live_ ? Result<std::optional<commit::LiveArchive>>(live_)
                        : commit::live_archive(db_);
    auto articles = before && *before
                        ? keep::replaced_texts(db_, {.live = **before,
                                                     .ids = ids,
                                                     .now = texts_read_,
                                                     .known = known_,
                                                     .hidden = hidden_,
                                                     .day = request_.today})
                        : Result<std::vector<archive::Article>>(
                              before ? Error{ErrorCode::index_missing, {}, {}}
                                     : before.error());
    if (!articles) {
      // A rebuild is the way out of an archive that cannot be read.
      if (live_ || !gives_up_kept()) return articles.error();
      report_.notes.push_back(say("no text of before is kept: {}", articles.error().message));
      return {};
    }
    return write_kept(*articles, layer);
  }

  // Written as they will be read, so that a rebuild makes the same of them.
  Result<void> write_kept(const std::vector<archive::Article>& articles, write::NewLayer& layer) {
    if (articles.empty()) return {};
    const std::string root(change::kKeptTexts);
    change::KnownFile& file = known_[root];
    file.root = root;
    file.shown = change::kShownKeptTexts;
    file.modified_ns = kKeptModified;
    const auto finisher = corrector();
    std::vector<std::string> records;
    for (const archive::Article& article : articles) {
      records.push_back(exporting::export_record(article, ""));
      auto again = exporting::exported_article(records.back());
      if (!again) return Error{ErrorCode::internal, say("a kept text cannot be read back"), {}};
      const uint64_t line = file.records.empty() ? 1 : file.records.back().line + 1;
      change::KnownRecord record;
      record.line = record.written_line = line;
      record.hash = archive::content_hash(records.back());
      record.id = again->id;
      file.records.push_back(std::move(record));
      auto tokens = finisher->finish(*again);
      auto added = layer.add(0, {.article = std::move(*again),
                                 .tokens = std::move(tokens),
                                 .root = root,
                                 .size_bytes = records.back().size()});
      if (!added) return added;
    }
    std::string& bytes = settings_.files["kept.jsonl.zst"];
    keep::append_records(records, bytes);
    file.size_bytes = bytes.size();
    report_.kept = articles.size();
    return {};
  }

  // What is hidden by earlier runs and this one; known inputs are brought to it.
  Result<void> take_hidden() {
    auto before = change::read_hidden(kept_.hidden);
    if (!before) return before.error();
    hidden_ = *before;
    auto changed = change::change_orders(hidden_, request_.hide, request_.unhide, known_, db_);
    if (!changed) return changed.error();
    report_.hidden_now = std::move(changed->hidden);
    unhidden_ = std::move(changed->withdrawn);
    const std::string bytes = change::hidden_bytes(hidden_);
    hidden_changed_ = bytes != change::hidden_bytes(*before);
    if (!bytes.empty()) settings_.files["hidden.jsonl"] = bytes;
    options_.hidden = &hidden_;
    hidden_stale_ = change::apply_hidden(known_, hidden_);
    return {};
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
          if (keep_) texts_read_.add(article.article);
          article.article.path = record_place(article.article.path);
          sites_.count(article);
          return layer.add(worker, std::move(article));
        });
    if (!read) return read.error();
    report_.skipped.insert(report_.skipped.end(), read->skipped.begin(), read->skipped.end());
    for (const auto& [kind, count] : read->passed) passed_[kind] += count;
    report_.waiting += read->waiting;
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
          change::freed_inputs(known_, roots_, options_.received, kept_.texts);
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
    auto& [layers, marks] = next.layers;
    if (layer.articles() > 0 || layers.empty()) {
      auto entry = layer.finish();
      if (!entry) return entry.error();
      std::map<std::string, std::string> places = report_.changes.contested;
      for (auto& [id, place] : places) place = record_place(place);
      auto contested = write::mark_contested(db_, layer.layer(), places);
      if (!contested) return contested.error();
      layers.push_back(std::move(*entry));
      marks.push_back(layer.appended_marks());
      marks.back().insert(marks.back().end(), contested->begin(), contested->end());
      archive::tidy_marks(marks);
    }
    auto taught = write::apply_lessons(
        db_, options_, [this] { return corrector(); }, layer, next.layers);
    if (!taught) return taught.error();
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
    next.files["roots.json"] = roots_.kept_bytes();
    next.files["lessons"] = lessons::lessons_bytes(taught->lessons);
    const auto generation = archive::create_generation(db_);
    if (!generation) return generation.error();
    auto committed = commit::commit_generation(db_, *generation, next);
    if (committed || archive::may_be_live(db_, *generation)) {
      (taught->layer ? *taught->layer : layer).keep();
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
      return drop_contested(std::move(*committed));
    find_unknown_corrections();
    report_.shown_again = change::read_again(known_, unhidden_);
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

  // What the archive taught last is most of what it will teach now: what is read meets it at once,
  // and little has to be written again. Whatever it says, lessons follow from the articles.
  void expect_lessons() {
    const auto generation = archive::live_generation(db_);
    if (!generation) return;
    const auto bytes = archive::read_file(generation->lessons());
    if (!bytes) return;
    auto lessons = lessons::read_lessons(*bytes, generation->lessons());
    if (!lessons || lessons->empty()) return;
    options_.prepare = [expected = std::make_shared<lessons::Lessons>(std::move(*lessons))](
                           archive::Article& article, const std::string& root) {
      lessons::teach(article, root, *expected);
    };
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

  // What this run wrote and then marked, because an input that comes first brought the same id,
  // goes with one more step.
  Result<BuildReport> drop_contested(commit::Committed&& committed) {
    live_ = {std::move(committed.generation), std::move(committed.manifest)};
    report_.changes.stale.clear();
    report_.changes.contested.clear();
    auto layer = new_layer();
    if (!layer) return layer.error();
    return commit(**layer);
  }

  void find_unknown_corrections() {
    if (settings_.corrections.empty()) return;
    std::set<std::string_view> ids;
    for (const auto& [name, file] : known_) {
      for (const change::KnownRecord& record : file.records) {
        if (record.outcome == change::Outcome::indexed) ids.insert(record.id);
      }
    }
    for (const auto& [id, fields] : settings_.corrections.all()) {
      if (!ids.contains(id) && !ids.contains(text::decompose(id)))
        report_.corrected_unknown.push_back(id);
    }
  }

  void note(std::vector<Message>&& notes) {
    for (Message& note : notes) report_.notes.push_back(std::move(note));
  }

  // What is damaged must not be carried on under fresh checksums.
  Result<void> check_layers() {
    for (const archive::LayerEntry& layer : live_->manifest.layers) {
      if (!found_whole_.insert(layer.name).second) continue;
      auto checked = archive::check_layer(db_, layer, archive::Comparison::checksums);
      if (checked) continue;
      Error error = checked.error();
      if (error.code == ErrorCode::index_corrupt) {
        error.hint = say("write its articles again from their sources with 'indexer update --db {} --reread', or {}", db_, error.hint);
      }
      return error;
    }
    return {};
  }

  Result<void> keep_layers(write::NewLayer& layer, commit::NextGeneration& next) {
    if (auto checked = check_layers(); !checked) return checked;
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

  // The file of kept texts changes with the generation alone.
  static constexpr int64_t kKeptModified = 1;

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
  change::HiddenArticles hidden_;
  std::vector<std::string> hidden_stale_;
  std::set<std::string> unhidden_;
  bool hidden_changed_ = false;
  change::KnownInputs before_rebuild_;
  bool keep_ = false, keep_changed_ = false;
  bool salvage_ = false;  ///< kept texts are to be had from the layers alone
  keep::TextsRead texts_read_;
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
