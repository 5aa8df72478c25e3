#include "searcher/index.h"

#include <algorithm>
#include <iterator>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/checksums.h"
#include "common/archive/parts/archive_list.h"
#include "common/archive/parts/open_archive.h"
#include "common/archive/remote/gathered_articles.h"
#include "common/archive/remote/served_archive.h"
#include "common/archive/shards/published_archive.h"
#include "common/text/letters/normalise.h"
#include "searcher/match/docid_source.h"

namespace khobao::searcher {
namespace {

// The name of a file in the generation's folder.
std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

using SharedDocids = std::shared_ptr<const std::vector<Xapian::docid>>;

// Both ascending; null stands for none.
SharedDocids joined(const SharedDocids& a, const SharedDocids& b) {
  if (!a || !b) return a ? a : b;
  auto both = std::make_shared<std::vector<Xapian::docid>>();
  std::set_union(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(*both));
  return both;
}

}  // namespace

Result<Index> Index::open(const std::string& db) {
  auto part = archive::open_archive(db);
  if (!part) return part.error();
  auto index = open_tables(db, part->generation, part->manifest);
  if (!index && part->use.came_too_late()) {  // where the file system has no locks
    part = archive::open_archive(db);
    if (!part) return part.error();
    index = open_tables(db, part->generation, part->manifest);
  }
  if (!index) return index;
  index->archives_ = {db};
  index->use_ = std::move(part->use);
  return index;
}

Result<Index> Index::open(const std::vector<std::string>& dbs,
                          const archive::TablePlaces& places,
                          const archive::ServerLimits& limits) {
  const auto archives = archive::archives_named(dbs);
  if (!archives) return archives.error();
  const auto served = archive::are_served(*archives);
  if (!served) return served.error();
  if (*served) return open_published(*archives, places, &limits);
  const auto shards = archive::published_shards(*archives);
  if (!shards) return shards.error();
  if (!shards->empty()) return open_published(*shards, places);
  if (archives->size() == 1) return open(archives->front());
  auto index = open_joint(*archives, places);
  // Tables that were kept and are damaged are made again; an archive stays what it is.
  if (!index && index.error().code == ErrorCode::index_corrupt)
    index = open_joint(*archives, places);
  return index;
}

Result<Index> Index::open_joint(const std::vector<std::string>& archives,
                                const archive::TablePlaces& places) {
  auto joint = archive::joint_generation(archives, places);
  if (!joint) return joint.error();
  auto index = open_tables(archive::joined_name(archives), joint->generation, joint->manifest);
  if (!index) {
    archive::forget_tables(*joint);
    return index;
  }
  index->archives_ = archives;
  index->joint_ = std::make_shared<const archive::JointGeneration>(std::move(*joint));
  return index;
}

Result<Index> Index::open_published(const std::vector<std::string>& shards,
                                    const archive::TablePlaces& places,
                                    const archive::ServerLimits* limits) {
  const auto open = [&] {
    return limits ? archive::open_served(shards, places, *limits)
                  : archive::open_published(shards, places);
  };
  auto published = open();
  if (!published) return published.error();
  const std::string name = archive::joined_name(shards);
  auto index =
      open_tables(name, published->tables.generation, published->manifest, &published->layers);
  if (!index) {  // tables that were kept and are damaged are made again
    (void)archive::remove_path(published->tables.generation.folder);
    published = open();
    if (!published) return published.error();
    index =
        open_tables(name, published->tables.generation, published->manifest, &published->layers);
  }
  if (!index) return index;
  index->archives_ = shards;
  index->use_ = std::move(published->tables.use);
  index->kept_ = std::move(published->tables.kept);
  if (limits) {
    index->places_ = places;
    index->limits_ = *limits;
    index->gathered()->set_groups(std::move(index->reposts_), std::move(index->versions_));
  }
  return index;
}

Result<void> Index::open_again() {
  auto index = open(archives_, places_, limits_);
  if (!index) return index.error();
  *this = std::move(*index);
  return {};
}

Result<Index> Index::open_tables(const std::string& db, const archive::Generation& generation,
                                 archive::Manifest manifest, archive::LayeredIndex* given) {
  Index index;
  index.db_ = db;
  index.generation_ = generation;
  index.manifest_ = std::move(manifest);
  auto layers = given ? Result<archive::LayeredIndex>(std::move(*given))
                      : archive::LayeredIndex::open(db, generation, index.manifest_);
  if (!layers) return layers.error();
  index.layers_ = std::move(*layers);
  // Small files are compared whole before they are used, tables block by block as they are read.
  std::vector<std::string> paths{generation.reposts()};
  const bool has_names = index.manifest_.files.contains(name_of(generation.names()));
  if (has_names) paths.push_back(generation.names());
  std::shared_ptr<const archive::SummedFiles> sums;
  if (index.manifest_.files.contains(name_of(generation.table_sums()))) {
    auto read = archive::SummedFiles::read(generation.folder, generation.table_sums());
    if (!read) return archive::part_error(db, read.error());
    sums = std::move(*read);
  } else {  // of a generation that has none yet
    paths.insert(paths.end(), {generation.statistics(), generation.facet_names()});
  }
  if (index.manifest_.files.contains(name_of(generation.versions())))
    paths.push_back(generation.versions());
  for (const std::string& path : paths) {
    auto whole = archive::compare_file(generation.folder, name_of(path), index.manifest_.files);
    if (!whole) return archive::part_error(db, whole.error());
  }
  index.table_sums_ = sums;
  auto statistics = archive::Statistics::open(generation.statistics(), sums);
  if (!statistics) return archive::part_error(db, statistics.error());
  index.statistics_ = std::move(*statistics);
  auto facet_names = archive::FacetNames::open(generation.facet_names(), sums);
  if (!facet_names) return archive::part_error(db, facet_names.error());
  index.facet_names_ = std::move(*facet_names);
  auto reposts = archive::RepostGroups::open(generation.reposts());
  if (!reposts) return archive::part_error(db, reposts.error());
  index.reposts_ = std::move(*reposts);
  if (index.manifest_.files.contains(name_of(generation.versions()))) {
    auto versions = archive::VersionChains::open(generation.versions());
    if (!versions) return archive::part_error(db, versions.error());
    index.versions_ = std::move(*versions);
  }
  index.left_out_ = joined(index.layers_.deleted(), index.versions_.superseded());
  if (has_names) {
    auto table = archive::read_index_file(generation.names());
    if (!table) return archive::part_error(db, table.error());
    auto names = names::read_user_names(*table, generation.names());
    if (!names) return archive::damaged_index(db, names.error().message);
    index.user_names_ = std::move(*names);
  }
  return index;
}

const Result<archive::NameForms>& Index::name_forms() const {
  return *name_forms_.get([&] {
    const std::string path = generation_.name_forms();
    const auto open = [&]() -> Result<archive::NameForms> {
      const bool summed = table_sums_ && table_sums_->find(path) != nullptr;
      if (!summed) {  // of a generation that sums fewer tables
        auto whole = archive::compare_file(generation_.folder, name_of(path), manifest_.files);
        if (!whole) return archive::part_error(db_, whole.error());
      }
      auto forms = archive::NameForms::open(path, summed ? table_sums_ : nullptr);
      if (!forms) return archive::part_error(db_, forms.error());
      return forms;
    };
    return std::make_unique<Result<archive::NameForms>>(open());
  });
}

Result<archive::FirstSeen> Index::first_seen() const {
  const std::string path = generation_.first_seen();
  if (!manifest_.files.contains(name_of(path))) return archive::FirstSeen();
  auto whole = archive::compare_file(generation_.folder, name_of(path), manifest_.files);
  if (!whole) return archive::part_error(db_, whole.error());
  auto seen = archive::FirstSeen::open(path);
  if (!seen) return archive::part_error(db_, seen.error());
  return seen;
}

const names::Gazetteer& Index::gazetteer() const {
  return *gazetteer_.get([&] {
    auto gazetteer = std::make_unique<names::Gazetteer>();
    gazetteer->add_user_names(user_names_);
    return gazetteer;
  });
}

const std::shared_ptr<const std::vector<Xapian::docid>>& Index::left_out() const {
  return gathered() ? gathered()->superseded() : left_out_;
}

const archive::RepostGroups& Index::reposts() const {
  return gathered() ? gathered()->reposts() : reposts_;
}

const archive::VersionChains& Index::versions() const {
  return gathered() ? gathered()->versions() : versions_;
}

Xapian::docid Index::find(std::string_view id) const {
  if (const Xapian::docid docid = layers_.find_typed(id); docid != 0) return docid;
  for (const std::string& form : {std::string(id), text::compose(id), text::decompose(id)}) {
    const auto kept = archive::kept_texts_of(layers_, form);
    if (!kept.empty()) return kept.front();
  }
  return 0;
}

Xapian::Query Index::without(const Xapian::Query& query, const Docids& docids) const {
  if (!docids) return query;
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query, match::docid_query(docids, database()));
}

Xapian::Query Index::live(const Xapian::Query& query) const { return without(query, left_out()); }

Xapian::Query Index::held(const Xapian::Query& query) const {
  return without(query, layers_.deleted());
}

}  // namespace khobao::searcher
