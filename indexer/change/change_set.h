#pragma once
/// What a run changed, article by article: told by comparing the records known before with those
/// read now.
///
///   known before   read now            counts as
///   -              a.txt "Cầu mới"     added
///   b.txt "Lúa"    b.txt "Ngô"         changed
///   c.txt "Chợ"    -                   deleted
///   d.txt "Biển"   e/d.txt "Biển"      moved: deleted under the old id, added under the new
///   a.jsonl x "Lá" b.jsonl x "Lá"      moved, its id (x) being its own
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/change/known_inputs.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::change {

inline constexpr size_t kShownIds = 3;

struct ChangeSet {
  uint64_t added = 0, changed = 0, moved = 0, deleted = 0, unchanged = 0;
  std::map<std::string, uint64_t> deleted_of_root;  ///< moved ones not counted
  std::map<std::string, uint64_t> had_before;       ///< articles by root, before this run
  /// Of the moved ones, those that have other ids now, old and new: the first kShownIds of new_ids.
  std::vector<std::pair<std::string, std::string>> renamed;
  uint64_t new_ids = 0;
  /// Files, by id, of whose articles half or more, and three at least, went while as many came under
  /// other ids: how many.
  std::map<std::string, uint64_t> other_ids;
  /// Ids whose articles in the layers so far no longer count.
  std::vector<std::string> stale;
  /// Ids that two inputs of this run brought, and the place that has each: "" where the one known
  /// before keeps it, so that none written now counts.
  std::map<std::string, std::string> contested;

  std::vector<std::string> displaced_files;  ///< ids of files whose articles lost their ids

  bool empty() const { return added + changed + moved + deleted == 0 && stale.empty(); }
};

/// Takes what was read into `known`. `gone`: ids of files. With `may_delete` false, articles that
/// are not in their files any more stay known. Files modified after `reliable_ns` are not relied on
/// the next time. `pass`: 0 for the first one over the inputs of a run.
ChangeSet take_changes(KnownInputs& known, const std::vector<std::string>& gone,
                       pipeline::PipelineReport&& read, bool may_delete, int64_t reliable_ns,
                       int pass = 0);

/// Adds what a further pass of the same run changed.
void join(ChangeSet& changes, ChangeSet&& more);

/// Records that were left out as duplicates, but whose ids nobody has any more, or only an input
/// that comes after them: file ids and lines.
std::vector<std::pair<std::string, uint64_t>> freed_duplicates(const KnownInputs& known);

}  // namespace khobao::change
