#pragma once
/// An archive that keeps versions ('update --keep-versions') does not forget: texts whose file is
/// gone or was overwritten stay, under ids of their own, with the day.
///
///   known before       read now            kept
///   b.txt "Lúa"        b.txt "Ngô"         "Lúa" as b.txt@2026-11-29
///   c.txt "Chợ"        -                   "Chợ" as c.txt@2026-11-29
///   d.txt "Biển"       e/d.txt "Biển"      nothing: its text is still at a source
///   e.txt "Lá"         e.txt "Lá", other   nothing: only its page changed
///                      furniture
///
/// They lie in the layers as other articles do, found by the same words, and beside them as records
/// of this archive's own, for they exist nowhere else: a rebuild reads those like any other input,
/// and so do the withdrawal of an order to hide one and the repair of a damaged layer.
///
/// File DB/generation-N/kept.jsonl.zst: records as 'indexer export' writes them, in zstd frames, one
/// after another. File DB/generation-N/keep.versions: there where more are to be kept.
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/archive/article.h"
#include "common/base/result.h"
#include "indexer/change/hidden_articles.h"
#include "indexer/change/known_inputs.h"
#include "indexer/commit/live_archive.h"
#include "indexer/keep/text_print.h"

namespace khobao::keep {

/// The article as its text is kept, once and for all: what lessons took of its lines is furniture, and
/// what they doubt of its date is unknown. Names are found again in it, and corrections made.
archive::Article as_kept(const archive::Article& article);

/// What the texts are that a run read. Used by several threads at once.
class TextsRead {
 public:
  void add(const archive::Article& article);

  /// Whether this text is at a source, under whatever id.
  bool holds(uint64_t print) const { return prints_.contains(print); }

 private:
  std::mutex mutex_;
  std::unordered_set<uint64_t> prints_;
};

struct KeepRequest {
  const commit::LiveArchive& live;         ///< that has the texts
  const std::vector<std::string>& ids;     ///< of articles that changed or are gone
  const TextsRead& now;
  const change::KnownInputs& known;        ///< ids that are taken
  const change::HiddenArticles& hidden;    ///< of which nothing is kept
  std::string day;                         ///< YYYY-MM-DD, of the run
};

/// The articles whose texts are to be kept, as they are written from now on. Section fronts are
/// not, nor is a text that is kept already.
Result<std::vector<archive::Article>> replaced_texts(const std::string& db,
                                                     const KeepRequest& request);

/// The bytes of the file of kept texts at `path`; damaged_kept_texts() where they are not what was
/// written.
Result<std::string> kept_texts(const std::string& db, const std::string& path);

/// index_corrupt, with the ways out.
Error damaged_kept_texts(const std::string& db, const std::string& path);

/// Adds records to the bytes of a file of kept texts.
void append_records(const std::vector<std::string>& records, std::string& bytes);

}  // namespace khobao::keep
