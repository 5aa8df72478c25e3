#include "indexer/publish/shard_writing.h"

#include "common/archive/disk/kept_writes.h"
#include "common/archive/publication/publication_tables.h"
#include "common/language/say.h"
#include "indexer/publish/published_documents.h"
#include "indexer/publish/database_writing.h"

namespace khobao::publish {
namespace {

using Docids = std::vector<std::pair<Xapian::docid, Xapian::docid>>;

// It becomes live after it was brought to the disk, as a whole.
constexpr int kShardFlags = Xapian::DB_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS;

Result<void> write_articles(Xapian::WritableDatabase& shard, const archive::LayeredIndex& index,
                            const Docids& articles, PublishedDocuments& documents,
                            const pipeline::PipelineOptions& options) {
  for (const auto& [docid, in_shard] : articles) {
    if (auto going_on = pipeline::unless_stopped(options); !going_on) return going_on;
    const auto article = index.stored_article(docid);
    if (!article) return article.error();
    shard.replace_document(
        in_shard, documents.build(*article, index.value(docid, archive::Slot::root)).document);
  }
  return {};
}

std::map<std::string, archive::PublishedTable> tables_of(const Xapian::Database& shard,
                                                         const std::string& name) {
  const auto header = archive::read_publication_header(shard, name);
  return header ? header->tables : std::map<std::string, archive::PublishedTable>();
}

void write_tables(Xapian::WritableDatabase& shard, const std::string& name,
                  const std::map<std::string, std::string>& tables,
                  archive::PublicationHeader& header) {
  auto before = tables_of(shard, name);
  header.tables.clear();
  for (const auto& [table, bytes] : tables) {
    const archive::PublishedTable now = archive::published_table(bytes);
    const archive::PublishedTable was = before[table];
    before.erase(table);
    header.tables[table] =
        now == was ? now : archive::write_published_table(shard, table, bytes, was);
  }
  for (const auto& [table, was] : before) archive::write_published_table(shard, table, "", was);
}

}  // namespace

ShardWriting::~ShardWriting() {
  if (!finished_) give_up(open_);
}

Result<void> ShardWriting::write_articles(const archive::LayeredIndex& index,
                                          const ShardChanges& changes,
                                          const archive::TextDictionary& dictionary,
                                          const pipeline::PipelineOptions& options) {
  return written(say("write shard '{}'", path_), path_, [&]() -> Result<void> {
    const archive::KeptWrites kept;
    PublishedDocuments documents(dictionary);
    open_ = Xapian::WritableDatabase(path_, kShardFlags);
    for (const Xapian::docid gone : changes.gone) open_.delete_document(gone);
    for (const Docids* articles : {&changes.changed, &changes.added}) {
      auto written = publish::write_articles(open_, index, *articles, documents, options);
      if (!written) return written;
      if (const auto failure = kept.failure()) return *failure;
    }
    return {};
  });
}

Result<void> ShardWriting::finish(const std::map<std::string, std::string>& tables,
                                  archive::PublicationHeader header) {
  return written(say("write shard '{}'", path_), path_, [&]() -> Result<void> {
    const archive::KeptWrites kept;
    write_tables(open_, path_, tables, header);
    open_.set_metadata(archive::kPublicationHeaderKey, archive::publication_header_bytes(header));
    open_.commit();
    open_.close();
    open_ = {};
    finished_ = true;
    if (const auto failure = kept.failure()) return *failure;
    return {};
  });
}

}  // namespace khobao::publish
