#include "tests/support/archive_content.h"

#include <stdexcept>

#include "common/archive/generations/layered_index.h"
#include "tests/support/temp_dir.h"

namespace khobao::test {
namespace {

template <class T>
T or_throw(Result<T>&& result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

}  // namespace

std::map<std::string, archive::Article> stored_articles(const std::string& db) {
  const archive::Generation live = or_throw(archive::live_generation(db));
  const archive::Manifest manifest = or_throw(archive::read_manifest(db, live));
  const auto index = or_throw(archive::LayeredIndex::open(db, live, manifest));
  std::map<std::string, archive::Article> articles;
  for (size_t layer = 0; layer < manifest.layers.size(); ++layer) {
    for (Xapian::docid docid = 1; docid <= manifest.layers[layer].articles; ++docid) {
      if (archive::is_marked(index.marks()[layer], docid)) continue;
      archive::Article article = or_throw(index.stored_article(index.docid_of(layer, docid)));
      const std::string id = article.id;
      articles.emplace(id, std::move(article));
    }
  }
  return articles;
}

std::string lessons_of(const std::string& db) {
  return read_file(or_throw(archive::live_generation(db)).lessons());
}

}  // namespace khobao::test
