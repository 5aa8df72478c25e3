#pragma once
/// The texts that an archive alone has (replaced_texts.h), through one run of the indexer:
///
///   take()       what the generation before kept, and whether more is to be kept from now on
///   input()      read again, where the layers lack it: a rebuild, an order to hide withdrawn
///   note_read()  what the sources have now
///   keep()       what was replaced or is gone, into the layer that is being written
///   files()      for the next generation, with its pointer or not at all
#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/language/say.h"
#include "indexer/commit/live_archive.h"
#include "indexer/input/roots.h"
#include "indexer/keep/replaced_texts.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/write/new_layer.h"
#include "indexer/write/taught_articles.h"

namespace khobao::keep {

struct KeepOrders {
  std::optional<bool> keep;  ///< whether texts are kept from now on; nothing: as before
  bool rebuild = false;
  /// With `rebuild`: the way out of an archive whose kept texts, or whose layers, are damaged.
  bool allow_deletions = false;
};

/// What keep() needs of the run; all must outlive the call.
struct KeepRun {
  /// The archive that the run updates; a rebuild has none and looks at the one it replaces.
  const std::optional<commit::LiveArchive>& live;
  change::KnownInputs& known;  ///< the kept texts are added to them
  const change::HiddenArticles& hidden;
  const std::string& day;  ///< YYYY-MM-DD
  const write::MakeCorrector& make_corrector;
  write::NewLayer& layer;
};

class KeptTexts {
 public:
  /// `db` must outlive it.
  KeptTexts(const std::string& db, const KeepOrders& orders) : db_(db), orders_(orders) {}

  /// index_corrupt where what was kept is not what was written, unless the orders give it up: its
  /// texts are then taken from the layers.
  Result<void> take(const commit::KeptSettings& before);

  bool keeps() const { return keeps_; }        ///< what is replaced is kept from now on
  bool switched() const { return switched_; }  ///< which was otherwise before
  /// What a rebuild replaces has to be known.
  bool needs_archive_before() const { return keeps_ || salvages_; }
  const std::string& path() const { return path_; }  ///< of the file; "" without one

  /// Layers lack texts of the file.
  bool is_to_be_read(const change::KnownInputs& known) const;
  pipeline::InputToRead input(const change::KnownInputs& known) const;
  /// After the reading of input(): whether all of it was read. `skipped`: the file, if it was.
  Result<void> check_read(const change::KnownInputs& known, const input::Skipped* skipped) const;

  /// Used by several threads at once. `root`: of the input.
  void note_read(const archive::Article& article, const std::string& root);

  /// The ids of articles that a rebuild found no longer, or otherwise, in the order in which they
  /// are to be kept. Of roots that it does not name nothing is wanted any more.
  std::vector<std::string> replaced_by_rebuild(const change::KnownInputs& before,
                                               const change::KnownInputs& now,
                                               const std::vector<input::Root>& roots) const;

  /// Writes the texts of these articles that are at no source any more into the layer; how many.
  /// Call before what replaced them is marked.
  Result<uint64_t> keep(const std::vector<std::string>& ids, const KeepRun& run);

  /// By name.
  const std::map<std::string, std::string>& files() const { return files_; }
  /// What the user should know, once.
  std::vector<Message> take_notes();

 private:
  bool gives_up() const { return orders_.rebuild && orders_.allow_deletions; }
  Result<std::vector<archive::Article>> replaced(const std::vector<std::string>& ids,
                                                 const KeepRun& run) const;
  Result<void> write(const std::vector<archive::Article>& articles, const KeepRun& run);

  const std::string& db_;
  KeepOrders orders_;
  std::string path_;
  std::map<std::string, std::string> files_;
  std::vector<Message> notes_;
  bool keeps_ = false, switched_ = false;
  bool salvages_ = false;  ///< the texts are to be had from the layers alone
  TextsRead read_;
  std::atomic<uint64_t> of_exports_{0};  ///< texts that another archive kept, where this one keeps none
};

}  // namespace khobao::keep
