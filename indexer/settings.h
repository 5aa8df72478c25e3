#pragma once
/// What the user told the archive beside its articles: names of organisations and corrections. They
/// are remembered in the database folder and hold for every article. Where the names are other ones
/// than the archive was written with, all articles are recognised and written anew; where only
/// corrections are, those that they name.
#include <set>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/commit/live_archive.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/recognise/corrections.h"
#include "indexer/recognise/naming.h"

namespace khobao::indexer {

struct Settings {
  recognise::Corrections corrections;
  std::vector<names::UserName> names;
  /// Of the remembered files, as manifests have them; "" where there is none.
  std::string names_hash, corrections_hash;

  std::string corrections_hash_before;  ///< of the file that this run found
  std::set<std::string>
      corrections_changed;  ///< ids of articles with other ones than that file had

  bool other_names(const commit::LiveArchive& live) const {
    return live.manifest.names != names_hash;
  }
  /// True where it is not known which articles the archive's corrections name, as after a run that
  /// was cut short between remembering and writing.
  bool other_corrections_than_known(const commit::LiveArchive& live) const {
    return live.manifest.corrections != corrections_hash &&
           live.manifest.corrections != corrections_hash_before;
  }
  bool differ_from(const commit::LiveArchive& live) const {
    return other_names(live) || live.manifest.corrections != corrections_hash;
  }
};

/// The remembered settings with those that `options` give, which are remembered from now on (not in
/// a dry run). Nothing is changed where an error comes back.
Result<Settings> take_settings(const std::string& db, const pipeline::PipelineOptions& options,
                               bool dry_run);

}  // namespace khobao::indexer
