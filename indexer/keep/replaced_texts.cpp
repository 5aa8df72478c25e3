#include "indexer/keep/replaced_texts.h"

#include <set>
#include <utility>

#include "common/archive/disk/files.h"
#include "common/archive/generations/checksums.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/text_compression.h"
#include "common/archive/versions/version_chains.h"
#include "common/archive/versions/version_id.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "indexer/export/export_record.h"

namespace khobao::keep {
namespace {

using archive::Article;

class Keeper {
 public:
  Keeper(const archive::LayeredIndex& index, const KeepRequest& request)
      : index_(index), request_(request) {}

  Result<std::vector<Article>> keep() {
    std::vector<Article> kept;
    for (const std::string& id : std::set<std::string>(request_.ids.begin(), request_.ids.end())) {
      const Xapian::docid docid = index_.find(id);
      if (docid == 0 || request_.hidden.contains(id)) continue;
      const auto stored = index_.article(docid);
      if (!stored) return stored.error();
      if (stored->kind == archive::Kind::listing || request_.hidden.contains(stored->version_of))
        continue;
      if (request_.now.holds(text_print(*stored))) continue;
      Article article = as_kept(*stored);
      const auto known =
          kept_already(stored->is_kept() ? stored->version_of : id, text_print(article));
      if (!known) return known.error();
      if (*known) continue;
      if (!article.is_kept()) {
        article.version_of = id;
        article.gone = request_.day;
        article.id = free_id(id);
      }
      kept.push_back(std::move(article));
    }
    return kept;
  }

 private:
  Result<bool> kept_already(const std::string& id, uint64_t print) const {
    for (const uint32_t docid : archive::kept_texts_of(index_, id)) {
      const auto version = index_.article(docid);
      if (!version) return version.error();
      if (text_print(*version) == print && is_known(version->id)) return true;
    }
    return false;
  }

  bool is_known(const std::string& id) const {
    const auto file = request_.known.find(change::kKeptTexts);
    if (file == request_.known.end()) return false;
    for (const change::KnownRecord& record : file->second.records) {
      if (record.id == id) return true;
    }
    return false;
  }

  std::string free_id(const std::string& id) {
    if (taken_.empty()) {
      for (const auto& [name, file] : request_.known) {
        for (const change::KnownRecord& record : file.records) taken_.insert(record.id);
      }
    }
    for (unsigned number = 1;; ++number) {
      std::string version = archive::version_id(id, request_.day, number);
      if (taken_.insert(version).second) return version;
    }
  }

  const archive::LayeredIndex& index_;
  const KeepRequest& request_;
  std::unordered_set<std::string> taken_;
};

}  // namespace

Article as_kept(const Article& stored) {
  Article article = exporting::before_corrections(stored);
  for (archive::TakenLine& line : article.taken)
    article.furniture.push_back(std::move(line.paragraph.text));
  article.taken.clear();
  article.doubted.clear();
  return article;
}

void TextsRead::add(const Article& article) {
  const uint64_t print = text_print(article);
  const std::lock_guard lock(mutex_);
  prints_.insert(print);
}

Result<std::vector<Article>> replaced_texts(const std::string& db, const KeepRequest& request) {
  const auto index =
      archive::LayeredIndex::open(db, request.live.generation, request.live.manifest);
  if (!index) return index.error();
  return archive::guarded(say("read the texts to be kept"), db, [&]() -> Result<std::vector<Article>> {
    return Keeper(*index, request).keep();
  });
}

Result<std::string> kept_texts(const std::string& db, const std::string& path) {
  const auto generation = archive::live_generation(db);
  if (!generation) return generation.error();
  // Where another version wrote the archive, zstd's own checks have to do.
  if (const auto manifest = archive::read_manifest(db, *generation)) {
    const std::string name = path.substr(path.rfind('/') + 1);
    if (const auto same = archive::compare_file(generation->folder, name, manifest->files); !same)
      return same.error().code == ErrorCode::index_corrupt ? damaged_kept_texts(db, path)
                                                           : same.error();
  }
  auto bytes = archive::read_index_file(path);
  if (bytes || bytes.error().code != ErrorCode::index_corrupt) return bytes;
  return damaged_kept_texts(db, path);
}

Error damaged_kept_texts(const std::string& db, const std::string& path) {
  return {ErrorCode::index_corrupt,
          say("index '{}' is damaged: '{}', texts that no source has any more, is not what was "
              "written",
              db, path),
          say("restore a backup with 'indexer restore', see whether an older generation is whole "
              "with 'indexer recover --db {} --dry-run', or take those texts from the index, where "
              "it is whole, with 'indexer rebuild --allow-deletions'; hidden ones are lost then",
              db)};
}

void append_records(const std::vector<std::string>& records, std::string& bytes) {
  std::string lines;
  for (const std::string& record : records) lines.append(record) += '\n';
  if (!lines.empty()) bytes += archive::TextCompressor(archive::TextDictionary("")).compress(lines);
}

}  // namespace khobao::keep
