#include "indexer/build.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_set>

#include "common/archive/files.h"
#include "common/archive/generation.h"
#include "common/archive/hash.h"
#include "common/archive/schema.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "indexer/archive_writer.h"
#include "indexer/corrector.h"
#include "indexer/naming.h"
#include "indexer/writer_lock.h"

namespace khobao::indexer {
namespace {

namespace fs = std::filesystem;

// The live generation, where there is one that this program can carry articles over from.
Result<std::optional<archive::Generation>> usable_generation(const std::string& db) {
  auto live = archive::live_generation(db);
  if (!live) {
    if (live.error().code == ErrorCode::index_missing) return std::optional<archive::Generation>();
    return live.error();
  }
  if (const auto manifest = archive::read_manifest(db, *live); !manifest) return manifest.error();
  return std::optional(*live);
}

struct Kept {
  uint64_t articles = 0, undated = 0;
};

// Copies the articles of `from` that this run did not read: those of other roots, less the ids that
// were read now. Corrections are applied anew, and names found anew where `find_names`.
Result<Kept> keep_others(const std::string& db, const archive::Generation& from,
                         const archive::TextDictionary& dictionary, const PipelineOptions& options,
                         ArchiveWriter& writer, const std::unordered_set<std::string>& roots_read,
                         const std::unordered_set<std::string>& ids_read, bool find_names) {
  return archive::guarded("copy articles", db, [&]() -> Result<Kept> {
    Kept kept;
    names::Gazetteer gazetteer;
    gazetteer.add_user_names(options.names);
    Corrector corrector(*options.corrections, gazetteer);
    const Xapian::Database database(from.index());
    const auto end = database.postlist_end("");
    for (auto it = database.postlist_begin(""); it != end; ++it) {
      const Xapian::Document document = database.get_document(*it);
      const auto value = [&](archive::Slot slot) {
        return document.get_value(static_cast<unsigned>(slot));
      };
      ReadArticle article{.article = {}, .root = value(archive::Slot::root), .size_bytes = 0};
      if (roots_read.contains(article.root)) continue;
      const auto bytes = archive::decompress(value(archive::Slot::article), dictionary);
      auto stored =
          bytes ? archive::decode_article(*bytes) : Result<archive::Article>(bytes.error());
      if (!stored) return stored.error();
      if (ids_read.contains(archive::content_hash(stored->id))) continue;
      if (find_names) {
        corrector.finish_anew(*stored);
      } else {
        corrector.finish_stored(*stored);
      }
      ++kept.articles;
      kept.undated += stored->published.empty();
      article.size_bytes = bytes->size();
      article.article = std::move(*stored);
      if (auto added = writer.add(0, std::move(article)); !added) return added.error();
    }
    return kept;
  });
}

// The corrected ids that `generation` holds no article of.
Result<std::vector<std::string>> unknown_ids(const std::string& db,
                                             const archive::Generation& generation,
                                             const Corrections& corrections) {
  return archive::guarded(
      "look for corrected articles", db, [&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> unknown;
        const Xapian::Database database(generation.index());
        for (const auto& [id, fields] : corrections.all()) {
          if (!database.term_exists(archive::prefixed_term(archive::kIdPrefix, id)))
            unknown.push_back(id);
        }
        return unknown;
      });
}

// The remembered corrections, with those of `file` taken in and remembered as well.
Result<Corrections> take_corrections(const std::string& db, const std::string& file) {
  auto corrections = Corrections::load(db);
  if (!corrections || file.empty()) return corrections;
  if (auto taken = corrections->merge_file(file); !taken) return taken.error();
  if (auto saved = corrections->save(db); !saved) return saved.error();
  return corrections;
}

}  // namespace

Result<BuildReport> build_archive(const std::string& db, BuildMode mode,
                                  std::vector<input::Target> targets, const PipelineOptions& asked,
                                  Progress& progress) {
  const auto lock = WriterLock::take(db);
  if (!lock) return lock.error();
  const auto corrections = take_corrections(db, asked.corrections_file);
  if (!corrections) return corrections.error();
  auto own_names = remember_names(db, asked.names_file);
  if (!own_names) return own_names.error();
  PipelineOptions options = asked;
  options.corrections = &*corrections;
  options.names = std::move(own_names->names);
  auto roots = input::Roots::load(db);
  if (!roots) return roots.error();
  if (mode == BuildMode::rebuild && !targets.empty()) *roots = {};
  if (targets.empty()) {
    for (const input::Root& root : roots->all()) targets.push_back({root.folder, root.name});
    if (targets.empty()) {
      return Error{ErrorCode::usage, "no input: the archive '" + db + "' remembers no folder yet",
                   "name one, as in 'indexer update --db " + db + " FOLDER'"};
    }
  }
  std::optional<archive::Generation> live;
  if (mode == BuildMode::update) {
    auto usable = usable_generation(db);
    if (!usable) return usable.error();
    live = *usable;
  }
  const auto generation = archive::create_generation(db);
  if (!generation) return generation.error();
  const auto abandon = [&](const Error& error) {
    std::error_code ignored;
    fs::remove_all(generation->folder, ignored);
    return error;
  };

  std::optional<std::string> dictionary;
  if (live) {
    auto bytes = archive::read_file(live->dictionary());
    if (!bytes) return abandon(bytes.error());
    dictionary = std::move(*bytes);
  }
  BuildReport report;
  {
    ArchiveWriter writer(*generation, options, dictionary.value_or(""));
    std::mutex mutex;
    std::unordered_set<std::string> ids_read;
    auto read = read_articles(targets, *roots, options, progress,
                              [&](unsigned worker, ReadArticle&& article) {
                                if (live) {
                                  const std::lock_guard guard(mutex);
                                  ids_read.insert(archive::content_hash(article.article.id));
                                }
                                return writer.add(worker, std::move(article));
                              });
    if (!read) return abandon(read.error());
    report.read = std::move(*read);
    report.articles = report.read.articles;
    report.undated = report.read.undated;
    if (live) {
      std::unordered_set<std::string> roots_read;
      for (const input::Target& target : targets) {
        std::error_code ignored;
        if (target.path == "-" || !fs::is_directory(target.path, ignored)) continue;
        if (const input::Root* root = roots->containing(input::absolute_path(target.path)))
          roots_read.insert(root->name);
      }
      const auto kept = keep_others(db, *live, archive::TextDictionary(*dictionary), options,
                                    writer, roots_read, ids_read, own_names->changed);
      if (!kept) return abandon(kept.error());
      report.kept = kept->articles;
      report.articles += kept->articles;
      report.undated += kept->undated;
    }
    if (auto finished = writer.finish(); !finished) return abandon(finished.error());
  }
  report.corrections = corrections->count();
  auto unknown = unknown_ids(db, *generation, *corrections);
  if (!unknown) return abandon(unknown.error());
  report.corrected_unknown = std::move(*unknown);
  archive::Manifest manifest = archive::current_manifest();
  manifest.articles = report.articles;
  manifest.undated = report.undated;
  if (auto written = archive::write_manifest(*generation, manifest); !written)
    return abandon(written.error());
  if (auto saved = roots->save(db); !saved) return abandon(saved.error());
  const auto before = archive::live_generation(db);
  if (auto swapped = archive::make_live(db, *generation); !swapped) return abandon(swapped.error());
  archive::remove_old_generations(db, *generation, before ? before->name : "");
  report.generation = generation->name;
  return report;
}

}  // namespace khobao::indexer
