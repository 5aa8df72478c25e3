#include "tests/support/published_content.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "common/archive/disk/hash.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/publication/carried_article.h"
#include "common/archive/publication/publication_tables.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/archive/stored_article.h"
#include "indexer/publish/publication_folder.h"
#include "tests/support/temp_dir.h"

namespace khobao::test {
namespace {

using archive::Slot;

template <class T>
T or_throw(Result<T>&& result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

constexpr Xapian::valueno number_of(Slot slot) { return static_cast<Xapian::valueno>(slot); }

// Everything but the stored text, whose compression may differ, and what it carries. Which slots
// are filled Xapian knows by term lists alone.
std::string values_of(const Xapian::Document& document) {
  std::string text;
  for (Xapian::valueno slot = 0; slot < 30; ++slot) {
    const std::string value = document.get_value(slot);
    if (value.empty() || slot == number_of(Slot::article) || slot == archive::kCarriedSlot)
      continue;
    text += std::to_string(slot) + "=" + archive::to_hex(value) + "\n";
  }
  return text;
}

std::string described(size_t shard, uint64_t words, const std::string& values,
                      const std::string& terms, const std::string& article,
                      std::string_view stream) {
  return "shard " + std::to_string(shard) + "\nwords " + std::to_string(words) + "\n" + values +
         terms + archive::to_hex(article) + "\nstream " + archive::to_hex(stream) + "\n";
}

struct OpenPublication {
  explicit OpenPublication(const std::string& into) {
    const auto live = or_throw(publish::live_publication(into));
    if (!live) throw std::runtime_error("nothing is published in " + into);
    for (size_t k = 0; k == 0 || k < headers[0].shards; ++k) {
      shards.emplace_back(into + "/live/" + publish::PublicationFolder::shard_name(k));
      headers.push_back(or_throw(archive::read_publication_header(shards[k], "a shard")));
      all.add_database(shards[k]);
    }
  }

  std::string table(size_t shard, const std::string& name) const {
    return or_throw(archive::read_published_table(shards[shard], headers[shard], name, "a shard"));
  }

  std::vector<Xapian::Database> shards;
  std::vector<archive::PublicationHeader> headers;
  Xapian::Database all;
};

struct OpenArchive {
  explicit OpenArchive(const std::string& db)
      : live(or_throw(archive::live_generation(db))),
        manifest(or_throw(archive::read_manifest(db, live))),
        index(or_throw(archive::LayeredIndex::open(db, live, manifest))) {}

  archive::Generation live;
  archive::Manifest manifest;
  archive::LayeredIndex index;
};

std::vector<std::vector<std::string>> groups_of(const archive::RepostGroups& groups,
                                                const std::function<std::string(uint32_t)>& id) {
  std::vector<std::vector<std::string>> all;
  for (size_t n = 0; n < groups.size(); ++n) {
    std::vector<std::string> group;
    for (const uint32_t docid : groups.articles(static_cast<archive::GroupNumber>(n)))
      group.push_back(id(docid));
    all.push_back(std::move(group));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

std::map<std::string, std::string> published_content(const std::string& into) {
  const OpenPublication open(into);
  std::map<std::string, std::string> content;
  for (size_t k = 0; k < open.shards.size(); ++k) {
    const archive::TextDictionary dictionary(open.table(k, "text.dictionary"));
    for (auto at = open.shards[k].postlist_begin(""); at != open.shards[k].postlist_end(""); ++at) {
      const Xapian::Document document = open.shards[k].get_document(*at);
      const std::string article =
          or_throw(archive::decompress(document.get_value(number_of(Slot::article)), dictionary));
      const std::string carried_bytes = document.get_value(archive::kCarriedSlot);
      const auto carried = or_throw(archive::read_carried(carried_bytes));
      const std::string id = or_throw(archive::decode_article(article)).id;
      if (carried.id() != id || carried.words != open.shards[k].get_doclength(*at))
        throw std::runtime_error(id + " carries what is not its own");
      for (const archive::FieldRow& row : archive::kFields) {
        if (row.kind == archive::FieldKind::name &&
            carried.facets_of(row.id) != document.get_value(number_of(*row.slot)))
          throw std::runtime_error(id + " carries other facets than it has");
      }
      std::string terms;
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
        terms += *term + " " + std::to_string(term.get_wdf()) + "\n";
      if (!content
               .emplace(id, described(k, carried.words, values_of(document), terms, article,
                                      carried.stream))
               .second)
        throw std::runtime_error(id + " is there twice");
    }
  }
  return content;
}

std::map<std::string, std::string> content_to_publish(const std::string& db, size_t shards) {
  const OpenArchive open(db);
  const Xapian::Database& database = open.index.database();
  std::map<Xapian::docid, std::string> terms;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      terms[*at] += *term + " " + std::to_string(at.get_wdf()) + "\n";
  }
  std::map<std::string, std::string> content;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    if (open.index.is_deleted(*at)) continue;
    const archive::Article article = or_throw(open.index.stored_article(*at));
    const size_t shard =
        archive::hash64(archive::prefixed_term(archive::kIdPrefix, article.id)) % shards;
    content[article.id] =
        described(shard, database.get_doclength(*at), values_of(database.get_document(*at)),
                  terms[*at], archive::encode_article(article), open.index.stream(*at));
  }
  return content;
}

std::vector<std::vector<std::string>> published_reposts(const std::string& into) {
  const OpenPublication open(into);
  const std::string table = open.table(0, "reposts");
  for (size_t k = 1; k < open.shards.size(); ++k) {
    if (open.table(k, "reposts") != table) throw std::runtime_error("shards tell other reposts");
  }
  const TempDir dir;
  write_file(dir / "reposts", table);
  return groups_of(or_throw(archive::RepostGroups::open(dir / "reposts")), [&](uint32_t docid) {
    return open.all.get_document(docid)
        .get_value(number_of(Slot::order))
        .substr(archive::kOrderDateBytes);
  });
}

std::vector<std::vector<std::string>> reposts_to_publish(const std::string& db) {
  const OpenArchive open(db);
  return groups_of(or_throw(archive::RepostGroups::open(open.live.reposts())),
                   [&](uint32_t docid) { return or_throw(open.index.stored_article(docid)).id; });
}

publish::PublishReport published(const std::string& db, const std::string& into, size_t shards) {
  publish::PublishRequest request{.db = db, .into = into, .shards = shards, .whole = false, .options = {}};
  request.options.threads = 2;
  return or_throw(publish::publish_archive(request));
}

}  // namespace khobao::test
