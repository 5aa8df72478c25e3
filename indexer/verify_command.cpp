#include <xapian.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "common/archive/facet_names.h"
#include "common/archive/files.h"
#include "common/archive/generation.h"
#include "common/archive/hash.h"
#include "common/archive/schema.h"
#include "common/archive/statistics.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "common/base/command_line.h"
#include "indexer/commands.h"
#include "indexer/document_builder.h"

namespace khobao::indexer {
namespace {

using archive::Slot;

Error damaged(const std::string& db, const std::string& what) {
  return {ErrorCode::index_corrupt, "index '" + db + "' is damaged: " + what,
          "build it anew with 'indexer rebuild --db " + db + " PATH'"};
}

// Every stored article is read, and must give the values that the index holds of it.
Result<uint64_t> verify_articles(const std::string& db, const archive::Generation& generation) {
  auto bytes = archive::read_file(generation.dictionary());
  if (!bytes) return damaged(db, bytes.error().message);
  const archive::TextDictionary dictionary(std::move(*bytes));
  DocumentBuilder builder(dictionary);
  return archive::guarded("read its articles", db, [&]() -> Result<uint64_t> {
    const Xapian::Database database(generation.index());
    uint64_t articles = 0;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      const Xapian::Document document = database.get_document(*it);
      const auto value = [&](Slot slot) { return document.get_value(static_cast<unsigned>(slot)); };
      const auto text = archive::decompress(value(Slot::article), dictionary);
      auto article = text ? archive::decode_article(*text) : Result<archive::Article>(text.error());
      if (!article) return damaged(db, article.error().message);
      const Xapian::Document again = builder.build(*article, value(Slot::root));
      for (const Slot slot : {Slot::published, Slot::order, Slot::stream, Slot::source,
                              Slot::organisations, Slot::documents, Slot::content_hash}) {
        if (again.get_value(static_cast<unsigned>(slot)) != value(slot)) {
          return damaged(db,
                         "the values of article '" + article->id + "' are not those of its text");
        }
      }
      ++articles;
    }
    return articles;
  });
}

Result<uint64_t> verify(const std::string& db) {
  const auto generation = archive::live_generation(db);
  if (!generation) return generation.error();
  const auto manifest = archive::read_manifest(db, *generation);
  if (!manifest) return manifest.error();
  auto checked = archive::guarded("check it", db, [&]() -> Result<void> {
    const size_t faults = Xapian::Database::check(generation->index(), 0, nullptr);
    if (faults > 0) return damaged(db, "Xapian finds " + std::to_string(faults) + " faults");
    return {};
  });
  if (!checked) return checked.error();
  if (const auto part = archive::Statistics::open(generation->statistics()); !part) {
    return damaged(db, part.error().message);
  }
  if (const auto part = archive::FacetNames::open(generation->facet_names()); !part) {
    return damaged(db, part.error().message);
  }
  const auto articles = verify_articles(db, *generation);
  if (articles && *articles != manifest->articles) {
    return damaged(db, "it holds " + std::to_string(*articles) + " articles, not " +
                           std::to_string(manifest->articles));
  }
  return articles;
}

}  // namespace

void add_verify_options(CLI::App& app, Options& options) {
  app.add_option("--db", options.db, "the index folder")->capture_default_str();
}

int run_verify(const Options& options, std::ostream& out, std::ostream& err) {
  const auto articles = verify(options.db);
  if (!articles) return report_error("indexer", articles.error(), err);
  out << "index '" << options.db << "' is whole: " << *articles << " articles\n";
  return kExitDone;
}

}  // namespace khobao::indexer
