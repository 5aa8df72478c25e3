#pragma once
/// One generation of an archive, open for reading.
#include <memory>
#include <string>
#include <string_view>

#include "common/archive/article.h"
#include "common/archive/facet_names.h"
#include "common/archive/facets/name_forms.h"
#include "common/archive/first_seen.h"
#include "common/archive/generations/generation.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/parts/joint_generation.h"
#include "common/archive/remote/server_limits.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/archive/schema.h"
#include "common/archive/statistics.h"
#include "common/archive/versions/version_chains.h"
#include "common/base/made_once.h"
#include "common/base/result.h"
#include "common/names/gazetteer.h"
#include "common/names/user_names.h"
#include "common/text/tokenizer.h"
#include "searcher/match/kept_postings.h"

namespace khobao::searcher {

/// Generations are never changed in place, so what was opened stays as it was. One thread at a
/// time.
class Index {
 public:
  /// The live generation of the database folder; index_missing, index_incompatible or
  /// index_corrupt, each with the way out.
  static Result<Index> open(const std::string& db);
  /// Several archives as one (common/archive/parts), what lists of them name, or the shards of a
  /// published archive, here (common/archive/shards) or at servers (common/archive/remote); one
  /// archive alone is opened as such. Errors name the archive or shard that cannot be opened.
  static Result<Index> open(const std::vector<std::string>& dbs,
                            const archive::TablePlaces& places,
                            const archive::ServerLimits& limits = {});

  /// All layers; deleted articles are still in it, see live().
  const Xapian::Database& database() const { return layers_.database(); }
  const archive::LayeredIndex& layers() const { return layers_; }

  /// `query` without deleted articles and texts to which there is a newer one of the same article;
  /// the query itself where there are none.
  Xapian::Query live(const Xapian::Query& query) const;
  /// `query` without deleted articles alone.
  Xapian::Query held(const Xapian::Query& query) const;
  /// What live() leaves out: docids, ascending; null where there is nothing.
  const std::shared_ptr<const std::vector<Xapian::docid>>& left_out() const;

  /// Of a served archive: its articles that were fetched; all that is asked of the index is told of
  /// these. Null where all articles are here.
  archive::GatheredArticles* gathered() const { return layers_.gathered(); }
  /// Opens the same afresh, as it is now. After an error the index is as it was.
  Result<void> open_again();

  /// What messages call it: its folder, or all of them.
  const std::string& folder() const { return db_; }
  /// The archives' folders: one, or those that are searched as one.
  const std::vector<std::string>& archives() const { return archives_; }
  /// Of several archives: what is kept of them as a whole is made again by the next search.
  void forget_tables() const {
    if (joint_) archive::forget_tables(*joint_);
  }
  const std::string& generation() const { return generation_.name; }
  const archive::Manifest& manifest() const { return manifest_; }

  /// The user's own organisations.
  const std::vector<names::UserName>& user_names() const { return user_names_; }

  const archive::Statistics& statistics() const { return statistics_; }
  /// Which articles are reposts of one another; of deleted ones it knows nothing.
  const archive::RepostGroups& reposts() const;
  /// Which articles are texts of the same one.
  const archive::VersionChains& versions() const;
  const archive::FacetNames& facet_names() const { return facet_names_; }
  /// How those names may be typed; compared and mapped when first asked for.
  const Result<archive::NameForms>& name_forms() const;

  /// Since when its articles are held; read each time. Of an archive that an older program wrote,
  /// all since 0.
  Result<archive::FirstSeen> first_seen() const;

  /// The stored article; throws Xapian errors where the index is damaged.
  Result<archive::Article> article(Xapian::docid docid) const { return layers_.article(docid); }

  /// The article with this id, composed or decomposed, or where it is no longer at its source the
  /// last text that is kept of it; 0 where there is none.
  Xapian::docid find(std::string_view id) const;

  std::string value(Xapian::docid docid, archive::Slot slot) const {
    return layers_.value(docid, slot);
  }

  /// The organisations known by name, the user's own among them; read when they are first asked
  /// for, in 21 to 34 ms.
  const names::Gazetteer& gazetteer() const;

  /// Kept from query to query, because they remember the words they have met.
  text::Tokenizer& tokenizer() { return *tokenizer_; }
  match::KeptPostings& postings() const { return *postings_; }

 private:
  using Docids = std::shared_ptr<const std::vector<Xapian::docid>>;
  Xapian::Query without(const Xapian::Query& query, const Docids& docids) const;
  /// `layers`: of published shards; null where the manifest's are to be opened.
  static Result<Index> open_tables(const std::string& db, const archive::Generation& generation,
                                   archive::Manifest manifest,
                                   archive::LayeredIndex* layers = nullptr);
  static Result<Index> open_published(const std::vector<std::string>& shards,
                                      const archive::TablePlaces& places,
                                      const archive::ServerLimits* limits = nullptr);
  static Result<Index> open_joint(const std::vector<std::string>& archives,
                                  const archive::TablePlaces& places);

  std::string db_;
  std::vector<std::string> archives_;
  archive::TablePlaces places_;   ///< of a served archive
  archive::ServerLimits limits_;  ///< of a served archive
  std::shared_ptr<const archive::JointGeneration> joint_;  ///< null for one archive
  std::shared_ptr<const void> kept_;  ///< a folder of tables that goes with the index; null for none
  archive::Generation generation_;
  archive::Manifest manifest_;
  archive::LayeredIndex layers_;
  archive::GenerationUse use_;
  std::shared_ptr<const archive::SummedFiles> table_sums_;  ///< null where the generation has none
  archive::Statistics statistics_;
  archive::FacetNames facet_names_;
  archive::RepostGroups reposts_;
  archive::VersionChains versions_;
  std::shared_ptr<const std::vector<Xapian::docid>> left_out_;
  std::vector<names::UserName> user_names_;
  MadeOnce<std::unique_ptr<Result<archive::NameForms>>> name_forms_;
  MadeOnce<std::unique_ptr<names::Gazetteer>> gazetteer_;
  std::unique_ptr<text::Tokenizer> tokenizer_ = std::make_unique<text::Tokenizer>();
  std::unique_ptr<match::KeptPostings> postings_ = std::make_unique<match::KeptPostings>();
};

}  // namespace khobao::searcher
