#include "common/archive/generations/layered_index.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "common/archive/damage.h"
#include "common/archive/disk/checked_map.h"
#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/generations/checksums.h"
#include "common/archive/remote/gathered_articles.h"
#include "common/archive/shards/shard_lengths.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/letters/normalise.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

}  // namespace

Result<LayeredIndex> LayeredIndex::open(const std::string& db, const Generation& generation,
                                        const Manifest& manifest) {
  LayeredIndex index;
  std::map<std::string, std::shared_ptr<MadeOnce<Dictionary>>> dictionaries;  // by hash
  for (const LayerEntry& entry : manifest.layers) {
    auto& dictionary = dictionaries[entry.dictionary];
    if (!dictionary) dictionary = std::make_shared<MadeOnce<Dictionary>>();
    const std::string& of = entry.db.empty() ? db : entry.db;
    const Layer layer = layer_at(db, entry);
    auto streams = StreamFile::open(layer.streams(), entry.articles);
    if (!streams) return part_error(of, streams.error());
    PostingFile postings;
    if (entry.files.contains(fs::path(layer.postings()).filename())) {
      auto opened = PostingFile::open(layer.postings(), entry.articles);
      if (!opened) return part_error(of, opened.error());
      postings = std::move(*opened);
    }
    index.layers_.push_back({of, layer, {}, {}, std::move(*streams), std::move(postings),
                             entry.dictionary, dictionary});
  }
  auto marks = read_deletion_marks(generation.deletion_marks(), index.layers_.size());
  if (!marks) return part_error(db, marks.error());
  index.marks_ = std::move(*marks);
  if (auto read = index.read_record_lines(db, generation, manifest); !read) return read.error();
  for (OpenLayer& layer : index.layers_) {
    auto blocks = CheckedBlocks::begin(layer.layer.index(), layer.layer.block_sums());
    if (!blocks) return part_error(layer.db, blocks.error());
    layer.blocks = std::move(*blocks);
  }
  // Named, the kind of database is not found out by looking, of which a failure has no reason.
  for (OpenLayer& layer : index.layers_) {
    auto opened = guarded(say("open it"), layer.db, [&]() -> Result<void> {
      layer.database = Xapian::Database(layer.layer.index(), Xapian::DB_BACKEND_GLASS);
      // Lists and sets have the room of its documents, and streams and postings speak of as many.
      if (layer.database.get_lastdocid() != layer.streams.articles())
        return damaged_index(layer.db, say("'{}' is not what was written", layer.layer.index()));
      return {};
    });
    if (!opened) return opened.error();
  }
  index.join();
  if (count_marks(index.marks_) > 0) {
    std::vector<Xapian::docid> deleted;
    for (size_t layer = 0; layer < index.marks_.size(); ++layer) {
      for (const Xapian::docid docid : index.marks_[layer])
        deleted.push_back(index.docid_of(layer, docid));
    }
    std::sort(deleted.begin(), deleted.end());
    index.deleted_ = std::make_shared<const std::vector<Xapian::docid>>(std::move(deleted));
    index.any_deleted_ = true;
  }
  return index;
}

Result<LayeredIndex> LayeredIndex::of_shards(const std::vector<NamedDatabase>& shards,
                                             const Generation& tables, const Manifest& manifest) {
  LayeredIndex index;
  index.carries_streams_ = true;
  index.tables_folder_ = tables.folder;
  index.marks_.resize(shards.size());
  const auto dictionary = std::make_shared<MadeOnce<Dictionary>>();
  for (size_t i = 0; i < shards.size(); ++i) {
    index.layers_.push_back({shards[i].name, {shards[i].name, tables.folder}, {}, shards[i].database,
                             {}, {}, manifest.layers[i].dictionary, dictionary});
  }
  if (auto read = index.read_record_lines(shards.front().name, tables, manifest); !read)
    return read.error();
  index.join();
  return index;
}

Result<LayeredIndex> LayeredIndex::of_gathered(const std::string& name,
                                               std::shared_ptr<GatheredArticles> gathered,
                                               const Generation& tables,
                                               const Manifest& manifest) {
  auto index = of_shards({{name, {}}}, tables, manifest);
  if (!index) return index;
  index->copy_ = &gathered->database();
  index->gathered_ = std::move(gathered);
  return index;
}

uint64_t LayeredIndex::articles() const {
  return gathered_ ? gathered_->terms().articles() : database_.get_doccount();
}

double LayeredIndex::mean_words() const {
  return gathered_ ? gathered_->terms().mean_words() : database_.get_avlength();
}

uint64_t LayeredIndex::holders(const std::string& term) const {
  if (gathered_) return gathered_->terms().holders(term);
  uint64_t holders = 0;
  for (const OpenLayer& layer : layers_) {
    const auto list = layer.postings.find(term);
    holders += list ? list->holders() : layer.database.get_termfreq(term);
  }
  return holders;
}

std::vector<LayeredIndex::CountedTerm> LayeredIndex::terms_beginning(const std::string& prefix,
                                                                     size_t most) const {
  std::vector<CountedTerm> found;
  if (gathered_) {
    for (auto& [term, articles] : gathered_->terms().beginning_with(prefix, most))
      found.push_back({std::move(term), articles});
    return found;
  }
  const auto end = database_.allterms_end(prefix);
  for (auto at = database_.allterms_begin(prefix); at != end && found.size() < most; ++at)
    found.push_back({*at, at.get_termfreq()});
  return found;
}

std::string LayeredIndex::value(Xapian::docid docid, Slot slot) const {
  if (gathered_) return gathered_->value(docid, slot);
  return database_.get_document(docid).get_value(static_cast<Xapian::valueno>(slot));
}

void LayeredIndex::join() {
  if (layers_.size() == 1) {  // one database alone is read without a detour
    database_ = layers_.front().database;
    return;
  }
  for (const OpenLayer& layer : layers_) database_.add_database(layer.database);
}

Result<void> LayeredIndex::read_record_lines(const std::string& db, const Generation& generation,
                                             const Manifest& manifest) {
  const std::string name = fs::path(generation.record_lines()).filename();
  if (!manifest.files.contains(name)) return {};
  auto whole = compare_file(generation.folder, name, manifest.files);
  if (!whole) return part_error(db, whole.error());
  auto lines = RecordLines::open(generation.record_lines());
  if (!lines) return part_error(db, lines.error());
  record_lines_ = std::move(*lines);
  return {};
}

Xapian::docid LayeredIndex::find(std::string_view id) const {
  if (gathered_) return gathered_->find(id);
  const std::string term = prefixed_term(kIdPrefix, id);
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    if (!is_deleted(*posting)) return *posting;
  }
  return 0;
}

Xapian::docid LayeredIndex::find_typed(std::string_view id) const {
  Xapian::docid docid = find(id);
  if (docid == 0) docid = find(text::compose(id));
  return docid != 0 ? docid : find(text::decompose(id));
}

const std::vector<Xapian::termcount>& LayeredIndex::lengths() const {
  if (gathered_) return gathered_->lengths();
  return lengths_.get([&] {
    if (carries_streams_) {
      auto kept = read_shard_lengths(tables_folder_, database_.get_lastdocid() + size_t{1});
      if (!kept) throw DamagedBytes(kept.error().message);
      return std::move(*kept);
    }
    std::vector<Xapian::termcount> lengths(database_.get_lastdocid() + 1);
    for (size_t layer = 0; layer < layers_.size(); ++layer) {
      const auto of_layer = layers_[layer].streams.lengths();
      if (layers_.size() == 1 && of_layer.size() < lengths.size()) {
        std::copy(of_layer.begin(), of_layer.end(), lengths.begin() + 1);
        break;
      }
      for (size_t i = 0; i < of_layer.size(); ++i) {
        const size_t docid = docid_of(layer, static_cast<Xapian::docid>(i + 1));
        if (docid < lengths.size()) lengths[docid] = of_layer[i];
      }
    }
    return lengths;
  });
}

Result<std::shared_ptr<const TextDictionary>> LayeredIndex::dictionary(size_t layer) const {
  return layers_[layer].dictionary->get([&]() -> Dictionary {
    const std::string path = layers_[layer].layer.dictionary();
    auto bytes = read_index_file(path);
    if (!bytes) return part_error(layers_[layer].db, bytes.error());
    if (to_hex(content_hash(*bytes)) != layers_[layer].dictionary_hash)
      return damaged_index(layers_[layer].db, say("'{}' is not what was written", path));
    return std::make_shared<const TextDictionary>(std::move(*bytes));
  });
}

Result<Article> LayeredIndex::article(Xapian::docid docid) const {
  auto article = stored_article(docid);
  if (!article) return article;
  if (const auto line = record_lines_.line_of(article->id))
    article->path = path_with_line(article->path, *line);
  return article;
}

Result<Article> LayeredIndex::stored_article(Xapian::docid docid) const {
  const auto dictionary_of_layer = dictionary(layer_of(docid));
  if (!dictionary_of_layer) return dictionary_of_layer.error();
  const auto bytes = decompress(value(docid, Slot::article), **dictionary_of_layer);
  auto article = bytes ? decode_article(*bytes) : Result<Article>(bytes.error());
  if (article) return article;
  const OpenLayer& layer = layers_[layer_of(docid)];
  return damaged_index(layer.db, say("{}, in {}", article.error().message, layer.layer.name));
}

}  // namespace khobao::archive
