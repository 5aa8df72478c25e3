#pragma once
/// All layers of one generation, read as one index. They may lie in several archives
/// (common/archive/parts).
///
/// Xapian numbers the articles of several databases alternately: article 5 of three layers is the
/// second one of layer 1 (counted from 0). Articles with a deletion mark are still there; whoever
/// counts or lists articles leaves them out.
#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article.h"
#include "common/archive/disk/block_sums.h"
#include "common/archive/generations/deletion_marks.h"
#include "common/archive/generations/generation.h"
#include "common/archive/generations/layer_docids.h"
#include "common/archive/postings/posting_file.h"
#include "common/archive/record_lines.h"
#include "common/archive/schema.h"
#include "common/archive/streams/stream_file.h"
#include "common/archive/text_compression.h"
#include "common/base/made_once.h"
#include "common/base/result.h"

namespace khobao::archive {

class GatheredArticles;

/// A database, and what messages call it.
struct NamedDatabase {
  std::string name;
  Xapian::Database database;
};

/// One thread at a time.
class LayeredIndex {
 public:
  LayeredIndex() = default;

  /// Opens what the manifest lists; index_corrupt or an input error, naming the archive, where a
  /// part cannot be read.
  static Result<LayeredIndex> open(const std::string& db, const Generation& generation,
                                   const Manifest& manifest);

  /// The shards of a published archive (common/archive/shards), in their order. The folder of
  /// `tables` holds the dictionary of their stored articles and what else the archive's generation
  /// said of them.
  static Result<LayeredIndex> of_shards(const std::vector<NamedDatabase>& shards,
                                        const Generation& tables, const Manifest& manifest);

  /// A published archive that servers have (common/archive/remote), as far as its articles were
  /// fetched. The folder of `tables` holds what each shard says of the whole.
  static Result<LayeredIndex> of_gathered(const std::string& name,
                                          std::shared_ptr<GatheredArticles> gathered,
                                          const Generation& tables, const Manifest& manifest);

  /// Whether token streams lie in values (carried_article.h) rather than in files beside the layers.
  bool carries_streams() const { return carries_streams_; }
  /// What was fetched from servers; null where all articles are here.
  GatheredArticles* gathered() const { return gathered_.get(); }

  /// Of a served archive it holds what was fetched, and changes when more is.
  const Xapian::Database& database() const { return gathered_ ? *copy_ : database_; }

  /// These are of the whole archive, wherever its articles are; deleted ones are among them.
  uint64_t articles() const;
  /// Words that an article has in the mean, as Xapian counts them.
  double mean_words() const;
  /// How many articles hold the term.
  uint64_t holders(const std::string& term) const;
  struct CountedTerm {
    std::string term;
    uint64_t holders = 0;
  };
  /// The first `most` terms that begin so, in their order.
  std::vector<CountedTerm> terms_beginning(const std::string& prefix, size_t most) const;

  size_t layers() const { return layers_.size(); }
  const std::string& layer_name(size_t layer) const { return layers_[layer].layer.name; }
  const Xapian::Database& layer_database(size_t layer) const {
    return gathered_ ? *copy_ : layers_[layer].database;
  }

  LayerDocids docids() const { return {layers_.size()}; }
  size_t layer_of(Xapian::docid docid) const { return docids().layer_of(docid); }
  Xapian::docid docid_in_layer(Xapian::docid docid) const { return docids().in_layer(docid); }
  Xapian::docid docid_of(size_t layer, Xapian::docid in_layer) const {
    return docids().whole(layer, in_layer);
  }

  const DeletionMarks& marks() const { return marks_; }
  bool is_deleted(Xapian::docid docid) const {
    return any_deleted_ && is_marked(marks_[layer_of(docid)], docid_in_layer(docid));
  }
  /// The marked articles, ascending; null where there are none.
  const std::shared_ptr<const std::vector<Xapian::docid>>& deleted() const { return deleted_; }

  /// The article with this id; 0 where there is none.
  Xapian::docid find(std::string_view id) const;
  /// The same as a person types it: files may be named with letters and marks apart, keyboards type
  /// them together.
  Xapian::docid find_typed(std::string_view id) const;

  std::string value(Xapian::docid docid, Slot slot) const;

  /// The article, its path with the line of today; index_corrupt where it cannot be read. Throws
  /// Xapian errors.
  Result<Article> article(Xapian::docid docid) const;
  /// The same with the line of the day it was written.
  Result<Article> stored_article(Xapian::docid docid) const;

  /// The packed token stream of an article where it is mapped, not compared yet; empty where there
  /// is none. Searches get them through ArticleStreams.
  std::string_view stream(Xapian::docid docid) const {
    return layers_[layer_of(docid)].streams.of(docid_in_layer(docid));
  }
  const StreamFile& layer_streams(size_t layer) const { return layers_[layer].streams; }

  /// The list of a common word or pair of one layer (posting_file.h), docids as the layer numbers them;
  /// nothing where it has none, and of what was gathered. Throws DamagedBytes.
  std::optional<PostingList> listed(size_t layer, std::string_view key) const {
    return gathered_ ? std::nullopt : layers_[layer].postings.find(key);
  }

  /// How many words each article has, by docid; gathered when they are first asked for. Throws
  /// DamagedBytes.
  const std::vector<Xapian::termcount>& lengths() const;

  /// The dictionary of one layer's stored articles, read when it is first asked for.
  Result<std::shared_ptr<const TextDictionary>> dictionary(size_t layer) const;

 private:
  using Dictionary = Result<std::shared_ptr<const TextDictionary>>;
  struct OpenLayer {
    std::string db;  // the folder of its archive
    Layer layer;
    CheckedBlocks blocks;  // before the database, which reads through it
    Xapian::Database database;
    StreamFile streams;
    PostingFile postings;  ///< of no lists where the layer has none
    std::string dictionary_hash;
    std::shared_ptr<MadeOnce<Dictionary>> dictionary;  ///< layers with the same one share it
  };

  void join();
  Result<void> read_record_lines(const std::string& db, const Generation& generation,
                                 const Manifest& manifest);

  std::vector<OpenLayer> layers_;
  Xapian::Database database_;
  std::shared_ptr<GatheredArticles> gathered_;
  const Xapian::Database* copy_ = nullptr;  // of what was gathered
  MadeOnce<std::vector<Xapian::termcount>> lengths_;
  DeletionMarks marks_;
  RecordLines record_lines_;
  std::shared_ptr<const std::vector<Xapian::docid>> deleted_;
  bool any_deleted_ = false;
  bool carries_streams_ = false;
  std::string tables_folder_;  // of shards
};

}  // namespace khobao::archive
