#include "indexer/publish/verify_publication.h"

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/publication/publication_tables.h"
#include "common/archive/publication/published_terms.h"
#include "common/archive/schema.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "indexer/publish/publication_folder.h"
#include "indexer/publish/publication_record.h"
#include "indexer/publish/published_documents.h"
#include "indexer/publish/shard_copies.h"

namespace khobao::publish {
namespace {

using archive::damaged_shard;
using archive::PublicationHeader;

// This many articles of a publication are compared with their text without --full.
constexpr uint64_t kSample = 1000;

Error part_of(const std::string& shard, const Error& error) {
  if (error.code != ErrorCode::index_corrupt || !error.hint.empty()) return error;
  return damaged_shard(shard, error.message);
}

bool same_terms(const Xapian::Document& made, const Xapian::Document& found) {
  auto a = made.termlist_begin(), b = found.termlist_begin();
  const auto a_end = made.termlist_end(), b_end = found.termlist_end();
  for (; a != a_end && b != b_end; ++a, ++b) {
    if (*a != *b || a.get_wdf() != b.get_wdf()) return false;
  }
  return a == a_end && b == b_end;
}

bool same_postings(const Xapian::Database& shard, Xapian::docid docid,
                   const Xapian::Document& made) {
  for (auto term = made.termlist_begin(); term != made.termlist_end(); ++term) {
    auto posting = shard.postlist_begin(*term);
    posting.skip_to(docid);
    if (posting == shard.postlist_end(*term) || *posting != docid ||
        posting.get_wdf() != term.get_wdf())
      return false;
  }
  return true;
}

// Without the stored text, of which another compression is no other text.
bool same_values(const Xapian::Document& made, const Xapian::Document& found) {
  const auto text = static_cast<Xapian::valueno>(archive::Slot::article);
  auto a = made.values_begin(), b = found.values_begin();
  const auto a_end = made.values_end(), b_end = found.values_end();
  for (; a != a_end && b != b_end; ++a, ++b) {
    if (a.get_valueno() != b.get_valueno()) return false;
    if (a.get_valueno() != text && *a != *b) return false;
  }
  return a == a_end && b == b_end;
}

class Verification {
 public:
  Verification(PublicationFolder folder, bool full) : folder_(std::move(folder)), full_(full) {}

  Result<VerifiedPublication> run() {
    auto record = read_publication_record(folder_);
    if (!record) return archive_part(record.error());
    record_ = std::move(*record);
    for (size_t shard = 0; shard < record_.shards; ++shard) {
      const std::string name = PublicationFolder::shard_name(shard);
      auto whole = archive::guarded(say("read shard '{}'", name), folder_.into,
                                    [&] { return verify_shard(shard, name); });
      if (!whole) return part_of(name, whole.error());
    }
    auto counted = archive::guarded(say("read the publication"), folder_.into,
                                    [&] { return verify_terms(); });
    if (!counted) return part_of(PublicationFolder::shard_name(0), counted.error());
    if (articles_ != record_.articles) {
      return damaged_shard(folder_.name,
                           say_count(articles_, "it holds {} article, not {}",
                                     "it holds {} articles, not {}", record_.articles));
    }
    return VerifiedPublication{.name = folder_.name,
                               .generation = record_.generation,
                               .shards = record_.shards,
                               .articles = articles_};
  }

 private:
  Error archive_part(const Error& error) const {
    if (error.code != ErrorCode::index_corrupt) return error;
    return damaged_shard(folder_.name, error.message);
  }

  Result<void> verify_shard(size_t shard, const std::string& name) {
    const auto stub = archive::read_index_file(folder_.stub(shard));
    if (!stub) return stub.error();
    if (*stub != stub_bytes(folder_, shard))
      return damaged_shard(name, say("its stub file is not what was written"));
    if (auto whole = compare_shard(folder_, shard); !whole) return whole;
    const Xapian::Database database(folder_.database(shard), Xapian::DB_BACKEND_GLASS);
    auto header = archive::read_publication_header(database, name);
    if (!header) return header.error();
    if (header->publication != record_.publication || header->shards != record_.shards ||
        header->shard != shard)
      return damaged_shard(name, say("it is a shard of another publication"));
    if (header->articles_here != database.get_doccount()) {
      return damaged_shard(name, say_count(database.get_doccount(), "it holds {} article, not {}",
                                           "it holds {} articles, not {}", header->articles_here));
    }
    articles_ += header->articles_here;
    std::string dictionary;
    for (const auto& [table, told] : header->tables) {
      auto bytes = archive::read_published_table(database, *header, table, name);
      if (!bytes) return bytes.error();
      if (table == "text.dictionary") dictionary = std::move(*bytes);
    }
    all_.add_database(database);
    if (shard == 0) terms_ = header->tables[archive::kPublishedTerms];
    return verify_articles(database, *header, name, archive::TextDictionary(dictionary));
  }

  Result<void> verify_terms() {
    if (archive::published_table(archive::published_terms(all_)) == terms_) return {};
    return damaged_shard(PublicationFolder::shard_name(0),
                         say("its table '{}' is not that of its articles", archive::kPublishedTerms));
  }

  Result<void> verify_articles(const Xapian::Database& database, const PublicationHeader& header,
                               const std::string& name, const archive::TextDictionary& dictionary) {
    const uint64_t last = database.get_lastdocid();
    const uint64_t step = full_ ? 1 : std::max<uint64_t>(1, last * record_.shards / kSample);
    PublishedDocuments documents(dictionary);
    for (uint64_t wanted = 1; wanted <= last; wanted += step) {
      auto at = database.postlist_begin("");
      at.skip_to(static_cast<Xapian::docid>(wanted));
      if (at == database.postlist_end("")) break;
      wanted = *at;
      auto same = verify_article(database, *at, header, name, documents, dictionary);
      if (!same) return same;
    }
    return {};
  }

  Result<void> verify_article(const Xapian::Database& database, Xapian::docid docid,
                              const PublicationHeader& header, const std::string& name,
                              PublishedDocuments& documents,
                              const archive::TextDictionary& dictionary) {
    const Xapian::Document found = database.get_document(docid);
    const auto slot = [&](archive::Slot one) {
      return found.get_value(static_cast<Xapian::valueno>(one));
    };
    const auto text = archive::decompress(slot(archive::Slot::article), dictionary);
    const auto article =
        text ? archive::decode_article(*text) : Result<archive::Article>(text.error());
    if (!article) return damaged_shard(name, article.error().message);
    const auto built = documents.build(*article, slot(archive::Slot::root));
    const std::string term = archive::prefixed_term(archive::kIdPrefix, article->id);
    if (archive::shard_of(term, header.shards) != header.shard)
      return damaged_shard(name, say("article '{}' belongs to another shard", article->id));
    if (!same_values(built.document, found)) {
      return damaged_shard(
          name, say("the values of article '{}' are not those of its text", article->id));
    }
    if (database.get_doclength(docid) != built.words || !same_terms(built.document, found) ||
        !same_postings(database, docid, built.document)) {
      return damaged_shard(name,
                           say("the terms of article '{}' are not those of its text", article->id));
    }
    return {};
  }

  PublicationFolder folder_;
  bool full_;
  PublicationRecord record_;
  uint64_t articles_ = 0;
  Xapian::Database all_;
  archive::PublishedTable terms_;  // as the first shard tells it
};

}  // namespace

Result<bool> holds_publication(const std::string& folder) {
  const auto archive = archive::path_exists(folder + "/current");
  if (!archive) return archive.error();
  if (*archive) return false;
  const auto live = live_publication(folder);
  return live ? live->has_value() : live.error().code == ErrorCode::index_corrupt;
}

Result<VerifiedPublication> verify_publication(const std::string& into, bool full) {
  auto live = live_publication(into);
  if (!live) return live.error();
  if (!*live) {
    return Error{ErrorCode::index_missing, say("'{}' holds no publication", into),
                 say("make one with 'indexer publish --db DB --into FOLDER'")};
  }
  return Verification(std::move(**live), full).run();
}

}  // namespace khobao::publish
