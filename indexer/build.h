#pragma once
/// Brings an archive up to date.
///
///   roots walked       change_plan      which files are new, changed, gone
///   files read         pipeline         new and changed articles into a new layer
///   records compared   change_set       added, changed, moved, deleted; ids that no longer count
///   deletions weighed  deletion_safety  a run that would lose too much stops here
///   layers             merge_policy     which older layers are written again with it
///   commit             commit           marks, tables, manifest; the pointer is swapped
///
/// `rebuild` goes the same way, with nothing known and no older layers.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/change/change_set.h"
#include "indexer/hiding.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::indexer {

enum class BuildMode {
  update,   ///< named folders are compared; everything else of the live generation is kept
  rebuild,  ///< the archive is what is named, or all remembered roots, and nothing else
};

struct BuildRequest {
  BuildMode mode = BuildMode::update;
  std::vector<input::Target> targets;  ///< none: all remembered roots
  pipeline::PipelineOptions pipeline;
  bool add_only = false;         ///< nothing is deleted
  bool allow_deletions = false;  ///< however many are gone, or the whole root
  bool dry_run = false;          ///< say what would be done
  bool refresh_statistics = false;
  change::HiddenArticles hide = {};      ///< from now on
  std::vector<std::string> unhide = {};  ///< ids
  bool settings_only = false;       ///< no folder is looked at, only what the two orders concern
  /// Articles of damaged layers are read again from the roots that `targets` name (repair.h).
  bool reread = false;
  /// Whether links are followed in the roots of `targets`, from now on; nothing: as before.
  std::optional<bool> follow = {};
  /// Whether texts that their sources no longer have are kept, from now on; nothing: as before.
  std::optional<bool> keep_versions = {};
  std::string today = {};  ///< YYYY-MM-DD, in Vietnam: the day of the texts that this run keeps
};

struct BuildReport {
  change::ChangeSet changes;
  std::vector<input::Skipped> skipped;  ///< by path
  uint64_t skipped_unnamed = 0;         ///< beyond those in `skipped`
  uint64_t waiting = 0;                 ///< inputs that were not begun in time
  uint64_t articles = 0;                ///< in the archive after the run
  uint64_t undated = 0;
  uint64_t rewritten = 0;  ///< articles written again from their stored text
  std::vector<std::string>
      doubted;               ///< ids of articles that this run made undated (date_lessons.h)
  uint64_t taught = 0;       ///< of them, those of which lessons took or gave back lines
  bool other_names = false;  ///< for which all of them were
  bool counted_all = false;  ///< all words were counted, not only what changed
  uint64_t corrections = 0;  ///< that are remembered
  uint64_t kept = 0;         ///< texts that are at no source any more, since this run
  bool keeps_versions = false;
  HidingReport hiding;
  std::vector<std::string> corrected_unknown;  ///< corrected ids that the archive does not hold
  /// After a repair, the articles that no source gave again: id and place.
  std::vector<std::pair<std::string, std::string>> lost;
  std::vector<Message> notes;      ///< what the user should know of the index folder
  std::string generation;          ///< the live one; "" in a dry run of a new archive
};

/// Nothing is changed where an error comes back.
Result<BuildReport> build_archive(const std::string& db, const BuildRequest& request,
                                  pipeline::Progress& progress);

}  // namespace khobao::indexer
