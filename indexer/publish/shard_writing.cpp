#include "indexer/publish/shard_writing.h"

#include "common/archive/disk/kept_writes.h"
#include "common/archive/publication/publication_tables.h"
#include "common/language/say.h"
#include "indexer/publish/published_documents.h"
#include "indexer/publish/shard_segments.h"
#include "indexer/write/database_writing.h"

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

Result<void> write_shard(const std::string& database, const archive::LayeredIndex& index,
                         const ShardChanges& changes, const archive::TextDictionary& dictionary,
                         const std::map<std::string, std::string>& tables, size_t shard,
                         archive::PublicationHeader header,
                         const pipeline::PipelineOptions& options) {
  header.shard = shard;
  header.articles_here = changes.articles;
  Xapian::WritableDatabase open;
  auto done = write::written(say("write shard '{}'", database), database, [&]() -> Result<void> {
    const archive::KeptWrites kept;
    PublishedDocuments documents(dictionary);
    open = Xapian::WritableDatabase(database, kShardFlags);
    for (const Xapian::docid gone : changes.gone) open.delete_document(gone);
    for (const Docids* articles : {&changes.changed, &changes.added}) {
      auto written = write_articles(open, index, *articles, documents, options);
      if (!written) return written;
      if (const auto failure = kept.failure()) return *failure;
    }
    write_tables(open, database, tables, header);
    open.set_metadata(archive::kPublicationHeaderKey, archive::publication_header_bytes(header));
    open.commit();
    open.close();
    open = {};
    if (const auto failure = kept.failure()) return *failure;
    return {};
  });
  if (!done) write::give_up(open);
  return done;
}

}  // namespace khobao::publish
