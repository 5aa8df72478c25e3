#pragma once
/// What the user told the archive beside its articles: names of organisations and corrections. Each
/// generation keeps them as files of its own, so that they change with the pointer or not at all.
/// Where the names differ from those that the archive was written with, all articles are recognised
/// and written again; where only corrections are, those that they name.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/change/known_inputs.h"
#include "indexer/commit/live_archive.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/recognise/corrections.h"
#include "indexer/recognise/naming.h"

namespace khobao::indexer {

struct Settings {
  recognise::Corrections corrections;
  std::vector<names::UserName> names;
  /// Of the files, as manifests have them; "" where there is none.
  std::string names_hash, corrections_hash;
  std::map<std::string, std::string> files;  ///< what the next generation keeps of them, by name

  std::set<std::string>
      corrections_changed;  ///< ids of articles whose corrections differ from before
  /// False where it is not known which articles the archive's corrections name: their file is lost,
  /// and the run gives them again.
  bool corrections_known = true;
  bool lost = false;  ///< the archive lacks a file of theirs, which this run brings again

  bool other_names(const commit::LiveArchive& live) const {
    return live.manifest.names != names_hash;
  }
  bool differ_from(const commit::LiveArchive& live) const {
    return other_names(live) || live.manifest.corrections != corrections_hash;
  }
};

/// The settings that the archive keeps with those that `options` give; nothing is written.
/// index_corrupt, with the way out, where a file that its manifest names is lost or damaged, unless
/// `options` give its content again.
Result<Settings> take_settings(const std::string& db, const commit::KeptSettings& kept,
                               const pipeline::PipelineOptions& options);

/// The ids that corrections name and no article has.
std::vector<std::string> unknown_corrections(const recognise::Corrections& corrections,
                                             const change::KnownInputs& known);

}  // namespace khobao::indexer
