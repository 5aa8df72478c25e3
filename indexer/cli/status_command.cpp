#include "indexer/cli/status_command.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/generation.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/xapian_guard.h"
#include "common/text/letters/printable.h"
#include "indexer/cli/report/archive_overview.h"
#include "indexer/cli/report/known_skips.h"
#include "indexer/cli/report/run_history.h"
#include "indexer/change/hidden_articles.h"
#include "indexer/commit/live_archive.h"
#include "indexer/commit/writer_lock.h"
#include "indexer/input/roots.h"
#include "indexer/lessons/lessons.h"
#include "indexer/recognise/naming.h"

namespace khobao::indexer {
namespace {

/// Everything that status says.
struct Status {
  archive::Generation generation;
  archive::Manifest manifest;
  ArchiveOverview overview;
  input::Roots roots;
  size_t names = 0;
  std::optional<lessons::Lessons> lessons;  ///< nothing where none were counted
  std::string last_run;                     ///< UTC
  uint64_t size_bytes = 0;                  ///< of the live generation and its layers
  uint64_t deleted = 0;                     ///< articles that still take room
  std::vector<input::Skipped> skipped;      ///< in the last runs
  change::HiddenArticles hidden;
  std::vector<PastRun> runs;  ///< the oldest first

  double bloat() const {
    const auto all = static_cast<double>(manifest.articles + deleted);
    return all > 0 ? static_cast<double>(deleted) / all : 0;
  }
};

Result<Status> status_of(const std::string& db) {
  Status status;
  auto generation = archive::live_generation(db);
  if (!generation) return generation.error();
  status.generation = std::move(*generation);
  const auto use = archive::GenerationUse::begin(status.generation);
  if (!use) return archive::part_error(db, use.error());
  auto manifest = archive::read_manifest(db, status.generation);
  if (!manifest) return manifest.error();
  status.manifest = std::move(*manifest);
  const auto kept = commit::kept_settings(db);
  if (!kept) return kept.error();
  auto roots = input::Roots::load(db, kept->roots);
  if (!roots) return roots.error();
  status.roots = std::move(*roots);
  const auto names = recognise::kept_names(db, kept->names);
  if (!names) return names.error();
  status.names = names->names.size();
  status.last_run = commit::last_run(db);
  if (status.manifest.files.contains("lessons")) {
    const auto bytes = archive::read_index_file(status.generation.lessons());
    if (!bytes) return archive::part_error(db, bytes.error());
    auto read = lessons::read_lessons(*bytes, status.generation.lessons());
    if (!read) return archive::part_error(db, read.error());
    status.lessons = std::move(*read);
  }
  status.skipped = known_skips(db);
  auto runs = past_runs(db);
  if (!runs) return runs.error();
  status.runs = std::move(*runs);
  auto hidden = change::read_hidden(kept->hidden);
  if (!hidden) return archive::part_error(db, hidden.error());
  status.hidden = std::move(*hidden);
  const auto index = archive::LayeredIndex::open(db, status.generation, status.manifest);
  if (!index) return index.error();
  status.deleted = archive::count_marks(index->marks());
  auto overview = archive::guarded(
      "read it", db, [&]() -> Result<ArchiveOverview> { return overview_of(*index); });
  if (!overview) return overview.error();
  status.overview = std::move(*overview);
  status.size_bytes = bytes_below(status.generation.folder);
  for (const archive::LayerEntry& layer : status.manifest.layers)
    status.size_bytes += bytes_below(archive::layer_named(db, layer.name).folder);
  return status;
}

// Where most articles are undated and nobody said when they came: the day to say with --received
// (the index was first written then at the latest); "" otherwise.
std::string proposed_receipt(const Status& status) {
  constexpr size_t kDayChars = 10, kFewestArticles = 20;
  const archive::Manifest& manifest = status.manifest;
  const auto& roots = status.roots.all();
  const bool known = std::any_of(roots.begin(), roots.end(),
                                 [](const input::Root& root) { return !root.received.empty(); });
  if (known || manifest.articles < kFewestArticles || manifest.undated * 2 <= manifest.articles)
    return "";
  return manifest.created.substr(0, kDayChars);
}

void print_json(const Status& status, std::ostream& out) {
  using Json = nlohmann::ordered_json;
  const auto or_null = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
  Json roots = Json::array(), sources = Json::array();
  for (const input::Root& root : status.roots.all()) {
    Json entry = {{"name", root.name}, {"folder", root.folder}};
    if (!root.files.empty()) entry["files"] = root.files;
    if (!root.received.empty()) entry["received"] = root.received;
    roots.push_back(std::move(entry));
  }
  for (const ArchiveOverview::Source& source : status.overview.sources)
    sources.push_back({{"value", source.name}, {"count", source.articles}});
  Json skipped = Json::array();
  for (const input::Skipped& one : status.skipped)
    skipped.push_back({{"path", one.path}, {"reason", one.reason}});
  Json hidden = Json::array();
  for (const auto& [id, order] : status.hidden)
    hidden.push_back({{"id", id}, {"since", order.since}, {"reason", order.reason}});
  Json runs = Json::array();
  for (const PastRun& run : status.runs) {
    runs.push_back({{"ended", run.ended},
                    {"command", run.command},
                    {"added", run.added},
                    {"changed", run.changed},
                    {"moved", run.moved},
                    {"deleted", run.deleted},
                    {"skipped", run.skipped},
                    {"articles", run.articles},
                    {"seconds", run.seconds}});
  }
  const archive::Manifest& manifest = status.manifest;
  Json lessons;
  if (status.lessons) {
    lessons = {{"counted", manifest.created},
               {"articles", status.lessons->furniture.articles},
               {"furniture_lines", status.lessons->furniture.lessons.size()},
               {"sites", status.lessons->furniture.sites.size()},
               {"articles_taught", status.lessons->furniture.taught},
               {"dates_doubted", status.lessons->dates.doubted()}};
  }
  const Json json = {{"generation", status.generation.name},
                     {"created", manifest.created},
                     {"last_update", or_null(status.last_run)},
                     {"articles", manifest.articles},
                     {"undated", manifest.undated},
                     {"first_date", or_null(status.overview.first_date)},
                     {"last_date", or_null(status.overview.last_date)},
                     {"sources", sources},
                     {"size_bytes", status.size_bytes},
                     {"layers", manifest.layers.size()},
                     {"deleted", status.deleted},
                     {"bloat", std::round(status.bloat() * 1000) / 1000},
                     {"schema_version", manifest.schema_version},
                     {"analyzer_version", manifest.analyzer_version},
                     {"vocabulary", manifest.vocabulary},
                     {"names", status.names},
                     {"lessons", lessons},
                     {"roots", roots},
                     {"skipped", skipped},
                     {"hidden", hidden},
                     {"runs", runs},
                     {"propose_received", or_null(proposed_receipt(status))}};
  out << text::printable_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
}

// Of articles that were counted when the generation was written: as old as that.
void print_lessons(const lessons::Lessons& lessons, const std::string& counted, std::ostream& out) {
  const lessons::FurnitureLessons& furniture = lessons.furniture;
  if (!furniture.lessons.empty()) {
    out << "lessons     " << furniture.lessons.size() << " furniture lines of "
        << furniture.sites.size() << (furniture.sites.size() == 1 ? " site" : " sites")
        << ", taken out of " << furniture.taught << " articles\n";
  }
  if (!lessons.dates.folders.empty()) {
    out << "lessons     " << lessons.dates.doubted()
        << " datelines far outside their folders are not believed\n";
  }
  out << "lessons     counted " << counted << " over " << furniture.articles
      << " articles: indexer inspect --db shows them\n";
}

void print_text(const Status& status, std::ostream& out) {
  constexpr size_t kShownSources = 10;
  const archive::Manifest& manifest = status.manifest;
  const ArchiveOverview& overview = status.overview;
  out << "articles    " << manifest.articles << " (" << manifest.undated << " undated)\n";
  if (!overview.first_date.empty())
    out << "dates       " << overview.first_date << " to " << overview.last_date << '\n';
  for (size_t i = 0; i < std::min(kShownSources, overview.sources.size()); ++i) {
    out << "source      " << overview.sources[i].articles << "  "
        << text::printable(overview.sources[i].name) << '\n';
  }
  if (overview.sources.size() > kShownSources) {
    out << "source      and " << overview.sources.size() - kShownSources
        << " more: searcher --list source\n";
  }
  out << "size        " << std::fixed << std::setprecision(1)
      << static_cast<double>(status.size_bytes) / 1e6 << " MB in " << manifest.layers.size()
      << (manifest.layers.size() == 1 ? " layer" : " layers") << ", " << 100 * status.bloat()
      << " % of its articles deleted\n"
      << "updated     " << status.last_run << '\n'
      << "generation  " << status.generation.name << ", written " << manifest.created << '\n'
      << "versions    schema " << manifest.schema_version << ", analyzer "
      << manifest.analyzer_version << ", vocabulary " << manifest.vocabulary.substr(0, 8) << '\n';
  if (status.names > 0) out << "names       " << status.names << " of your own\n";
  if (status.lessons) print_lessons(*status.lessons, manifest.created, out);
  if (const std::string day = proposed_receipt(status); !day.empty()) {
    out << "hint        most articles are undated; if they came by " << day
        << ", 'indexer update --received " << day
        << "' with\n            their paths gives a year to the days that their texts name\n";
  }
  for (const input::Root& root : status.roots.all()) {
    out << "root        " << text::printable(root.name) << " = " << text::printable(root.folder);
    for (const std::string& file : root.files) out << ", " << text::printable(file);
    if (!root.received.empty()) out << ", received " << root.received;
    out << '\n';
  }
  if (!status.hidden.empty()) {
    out << "hidden      " << status.hidden.size()
        << (status.hidden.size() == 1 ? " article" : " articles") << ": indexer status --hidden\n";
  }
  for (auto run = status.runs.rbegin(); run != status.runs.rend(); ++run) {
    out << "run         " << run->ended << "  " << text::printable(run->command) << ": added "
        << run->added << ", changed " << run->changed << ", moved " << run->moved << ", deleted "
        << run->deleted << ", skipped " << run->skipped << ", in " << run->seconds << " s\n";
  }
  constexpr size_t kShownSkips = 20;
  for (size_t i = 0; i < std::min(kShownSkips, status.skipped.size()); ++i) {
    out << "skipped     " << text::printable(status.skipped[i].path) << ": "
        << text::printable(status.skipped[i].reason) << '\n';
  }
  if (status.skipped.size() > kShownSkips) {
    out << "skipped     and " << status.skipped.size() - kShownSkips
        << " more: indexer status --format json\n";
  }
}

}  // namespace

Result<int> run_status(const Options& options, const cli::Environment& environment) {
  const auto status = status_of(options.db);
  if (!status) return status.error();
  if (options.hidden && options.format != "json") {
    for (const auto& [id, order] : status->hidden) {
      environment.out << order.since << "  " << text::printable(id) << "  "
                      << text::printable(order.reason) << '\n';
    }
    return kExitDone;
  }
  options.format == "json" ? print_json(*status, environment.out)
                           : print_text(*status, environment.out);
  return kExitDone;
}

}  // namespace khobao::indexer
