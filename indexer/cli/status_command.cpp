#include "indexer/cli/status_command.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/generation.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/xapian_guard.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "indexer/change/hidden_articles.h"
#include "indexer/cli/report/archive_overview.h"
#include "indexer/cli/report/known_skips.h"
#include "indexer/cli/report/run_history.h"
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
  auto hidden = archive::read_hidden(kept->hidden);
  if (!hidden) return archive::part_error(db, hidden.error());
  status.hidden = std::move(*hidden);
  const auto index = archive::LayeredIndex::open(db, status.generation, status.manifest);
  if (!index) return index.error();
  status.deleted = archive::count_marks(index->marks());
  auto overview = archive::guarded(
      say("read it"), db, [&]() -> Result<ArchiveOverview> { return overview_of(*index); });
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
  for (const auto& [id, order] : status.hidden) {
    hidden.push_back({{"id", id}, {"since", order.since}, {"reason", order.reason}});
    if (!order.text_of.empty()) hidden.back()["text_of"] = order.text_of;
  }
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
                     {"kept", manifest.kept},
                     {"superseded", manifest.superseded},
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

// A line: its label, filled with blanks to a common column, and its text.
Message row(const Message& label, const Message& text) {
  constexpr size_t kLabelColumns = 12;
  const auto padded = [](const std::string& name) {
    const size_t columns = text::display_columns(name);
    return name + std::string(columns < kLabelColumns ? kLabelColumns - columns : 1, ' ');
  };
  return Message(padded(label), padded(label.in(Language::vietnamese))) + text + "\n";
}

// Of articles that were counted when the generation was written: as old as that.
Message lessons_text(const lessons::Lessons& lessons, const std::string& counted) {
  const lessons::FurnitureLessons& furniture = lessons.furniture;
  Message text;
  if (!furniture.lessons.empty()) {
    text += row(say("lessons"),
                say("{} of {}, taken out of {}",
                    say_count(furniture.lessons.size(), "{} furniture line", "{} furniture lines"),
                    say_count(furniture.sites.size(), "{} site", "{} sites"),
                    articles_shown(furniture.taught)));
  }
  if (!lessons.dates.folders.empty()) {
    text += row(say("lessons"), say_count(lessons.dates.doubted(),
                                          "{} dateline far outside its folder is not believed",
                                          "{} datelines far outside their folders are not believed"));
  }
  return text + row(say("lessons"), say("counted {} over {}: indexer inspect --db shows them",
                                        date_shown(counted), articles_shown(furniture.articles)));
}

Message sources_text(const std::vector<ArchiveOverview::Source>& sources) {
  constexpr size_t kShownSources = 10;
  Message text;
  for (size_t i = 0; i < std::min(kShownSources, sources.size()); ++i) {
    text += row(say("source"),
                number_shown(sources[i].articles) + "  " + text::printable(sources[i].name));
  }
  if (sources.size() > kShownSources) {
    text += row(say("source"), say("and {} more: searcher --list source",
                                   number_shown(sources.size() - kShownSources)));
  }
  return text;
}

Message roots_text(const std::vector<input::Root>& roots) {
  Message text;
  for (const input::Root& root : roots) {
    Message line = text::printable(root.name) + " = " + text::printable(root.folder);
    for (const std::string& file : root.files) line += ", " + text::printable(file);
    if (!root.received.empty()) line += say(", received {}", date_shown(root.received));
    text += row(say("root"), line);
  }
  return text;
}

Message run_text(const PastRun& run) {
  return say("{}  {}: added {}, changed {}, moved {}, deleted {}, skipped {}, in {} s",
             date_shown(run.ended), text::printable(run.command), number_shown(run.added),
             number_shown(run.changed), number_shown(run.moved), number_shown(run.deleted),
             number_shown(run.skipped), decimal_shown(run.seconds, 1));
}

Message skips_text(const std::vector<input::Skipped>& skipped) {
  constexpr size_t kShownSkips = 20;
  Message text;
  for (size_t i = 0; i < std::min(kShownSkips, skipped.size()); ++i) {
    const Message reason = retold(skipped[i].reason);
    text += row(say("skipped"), text::printable(skipped[i].path) + ": " +
                                    Message(text::printable(reason),
                                            text::printable(reason.in(Language::vietnamese))));
  }
  if (skipped.size() > kShownSkips) {
    text += row(say("skipped"), say("and {} more: indexer status --format json",
                                    number_shown(skipped.size() - kShownSkips)));
  }
  return text;
}

Message status_text(const Status& status) {
  const archive::Manifest& manifest = status.manifest;
  const ArchiveOverview& overview = status.overview;
  Message text = row(say("articles"), say("{} ({} undated)", number_shown(manifest.articles),
                                          number_shown(manifest.undated)));
  if (manifest.kept > 0) {
    text += row(say("kept"), say("{} of them no source has any more ({} with a newer text)",
                                 number_shown(manifest.kept), number_shown(manifest.superseded)));
  }
  if (!overview.first_date.empty()) {
    text += row(say("dates"),
                say("{} to {}", date_shown(overview.first_date), date_shown(overview.last_date)));
  }
  text += sources_text(overview.sources);
  text += row(say("size"), say("{} MB in {}, {}% of its articles deleted",
                               decimal_shown(static_cast<double>(status.size_bytes) / 1e6, 1),
                               say_count(manifest.layers.size(), "{} layer", "{} layers"),
                               decimal_shown(100 * status.bloat(), 1)));
  text += row(say("updated"), date_shown(status.last_run));
  text += row(say("generation"),
              say("{}, written {}", status.generation.name, date_shown(manifest.created)));
  text += row(say("versions"), archive::versions_shown(manifest));
  if (status.names > 0)
    text += row(say("names"), say("{} of your own", number_shown(status.names)));
  if (status.lessons) text += lessons_text(*status.lessons, manifest.created);
  if (const std::string day = proposed_receipt(status); !day.empty()) {
    text += row(say("hint"),
                say("most articles are undated; if they came by {}, 'indexer update --received {}' "
                    "with\n            their paths gives a year to the days that their texts name",
                    date_shown(day), day));
  }
  text += roots_text(status.roots.all());
  if (!status.hidden.empty()) {
    text +=
        row(say("hidden"), say_count(status.hidden.size(), "{} article: indexer status --hidden",
                                     "{} articles: indexer status --hidden"));
  }
  for (auto run = status.runs.rbegin(); run != status.runs.rend(); ++run)
    text += row(say("run"), run_text(*run));
  return text + skips_text(status.skipped);
}

}  // namespace

Result<int> run_status(const Options& options, const cli::Environment& environment) {
  const auto status = status_of(options.db);
  if (!status) return status.error();
  if (options.hidden && options.format != "json") {
    for (const auto& [id, order] : status->hidden) {
      environment.out << date_shown(order.since).in(environment.page_language()) << "  "
                      << text::printable(id) << "  " << text::printable(order.reason);
      if (!order.text_of.empty()) {
        environment.out << "  "
                        << say("(the text of '{}')", text::printable(order.text_of))
                               .in(environment.page_language());
      }
      environment.out << '\n';
    }
    return kExitDone;
  }
  if (options.format == "json") {
    print_json(*status, environment.out);
  } else {
    environment.out << status_text(*status).in(environment.page_language());
  }
  return kExitDone;
}

}  // namespace khobao::indexer
