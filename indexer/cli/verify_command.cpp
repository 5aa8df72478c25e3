#include "indexer/cli/verify_command.h"

#include <unistd.h>
#include <xapian.h>

#include <memory>
#include <ostream>
#include <span>
#include <vector>

#include "common/archive/damage.h"
#include "common/archive/facet_names.h"
#include "common/archive/facets/name_forms.h"
#include "common/archive/generations/generation.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/generations/wholeness.h"
#include "common/archive/schema.h"
#include "common/archive/statistics.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/change/known_inputs.h"
#include "indexer/cli/report/run_history.h"
#include "indexer/commit/live_archive.h"
#include "indexer/input/roots.h"
#include "indexer/publish/verify_publication.h"
#include "indexer/recognise/corrections.h"
#include "indexer/recognise/naming.h"
#include "indexer/write/document_builder.h"

namespace khobao::indexer {
namespace {

using archive::damaged_index;
using archive::Slot;

// This many articles are compared with their terms and values without --full.
constexpr Xapian::docid kSample = 1000;

// The articles are whole: the way out is a shorter one.
Error damaged_setting(const std::string& db, const Error& error) {
  if (error.code != ErrorCode::index_corrupt) return error;
  return {ErrorCode::index_corrupt, say("index '{}' is damaged: {}", db, error.message), error.hint};
}

// What of an article's values its stored form must give again.
std::vector<Slot> rebuilt_slots() {
  std::vector<Slot> slots = {Slot::published, Slot::order, Slot::content_hash};
  for (const archive::FieldRow& field : archive::kFields) {
    if (field.kind == archive::FieldKind::name) slots.push_back(*field.slot);
  }
  return slots;
}

// Stored articles are read, and must give the values that the index holds of them.
Result<void> verify_articles(const std::string& db, const archive::LayeredIndex& index, bool full) {
  return archive::guarded(say("read its articles"), db, [&]() -> Result<void> {
    std::vector<std::unique_ptr<write::DocumentBuilder>> builders(index.layers());
    std::vector<std::span<const uint32_t>> lengths;
    for (size_t layer = 0; layer < index.layers(); ++layer) {
      const auto dictionary = index.dictionary(layer);
      if (!dictionary) return dictionary.error();
      lengths.push_back(index.layer_streams(layer).lengths());
      builders[layer] = std::make_unique<write::DocumentBuilder>(**dictionary);
    }
    const Xapian::docid last = index.database().get_lastdocid();
    const std::vector<Slot> slots = rebuilt_slots();
    const Xapian::docid step = full ? 1 : std::max<Xapian::docid>(1, last / kSample);
    for (Xapian::docid wanted = 1; wanted <= last; wanted += step) {
      const auto end = index.database().postlist_end("");
      auto it = index.database().postlist_begin("");
      it.skip_to(wanted);
      if (it == end) break;
      wanted = *it;
      if (index.is_deleted(wanted)) continue;
      auto article = index.article(wanted);
      if (!article) return article.error();
      const size_t layer = index.layer_of(wanted);
      const write::BuiltDocument built =
          builders[layer]->build(*article, {}, index.value(wanted, Slot::root));
      if (built.stream != index.stream(wanted) ||
          built.document.words() != lengths[layer][index.docid_in_layer(wanted) - 1]) {
        return damaged_index(
            db, say("the words of article '{}' are not those of its text", article->id));
      }
      for (const Slot slot : slots) {
        if (built.document.value(slot) != index.value(wanted, slot)) {
          return damaged_index(
              db, say("the values of article '{}' are not those of its text", article->id));
        }
      }
      const Xapian::Document again = built.document.document();
      for (auto term = again.termlist_begin(); term != again.termlist_end(); ++term) {
        auto posting = index.database().postlist_begin(*term);
        posting.skip_to(wanted);
        if (posting == index.database().postlist_end(*term) || *posting != wanted ||
            posting.get_wdf() != term.get_wdf()) {
          return damaged_index(
              db, say("the terms of article '{}' are not those of its text", article->id));
        }
      }
    }
    return {};
  });
}

Result<uint64_t> verify(const std::string& db, bool full) {
  const auto generation = archive::live_generation(db);
  if (!generation) return generation.error();
  const auto use = archive::GenerationUse::begin(*generation);
  if (!use) return archive::part_error(db, use.error());
  const auto manifest = archive::read_manifest(db, *generation);
  if (!manifest) return manifest.error();
  const auto kept = commit::kept_settings(db);
  if (!kept) return kept.error();
  if (const auto roots = input::Roots::load(db, kept->roots); !roots)
    return damaged_setting(db, roots.error());
  if (const auto names = recognise::kept_names(db, kept->names); !names)
    return damaged_setting(db, names.error());
  if (const auto corrections = recognise::Corrections::load(db, kept->corrections); !corrections)
    return damaged_setting(db, corrections.error());
  if (auto whole = archive::check_whole(db, *generation, *manifest, archive::Comparison::checksums);
      !whole) {
    return whole.error();
  }
  if (const auto known = change::read_known_inputs(generation->known_inputs()); !known)
    return archive::part_error(db, known.error());
  for (const archive::LayerEntry& entry : manifest->layers) {
    const archive::Layer layer = archive::layer_named(db, entry.name);
    // Xapian opens for writing what it checks; to others the checksums are enough.
    if (access((layer.index() + "/postlist.glass").c_str(), W_OK) != 0) continue;
    auto checked = archive::guarded(say("check it"), db, [&]() -> Result<void> {
      const size_t faults = Xapian::Database::check(layer.index(), 0, nullptr);
      if (faults == 0) return {};
      return damaged_index(db, say_count(faults, "Xapian finds {} fault in {}",
                                         "Xapian finds {} faults in {}", entry.name));
    });
    if (!checked) return checked.error();
  }
  if (const auto part = archive::Statistics::open(generation->statistics()); !part) {
    return archive::part_error(db, part.error());
  }
  if (const auto part = archive::FacetNames::open(generation->facet_names()); !part) {
    return archive::part_error(db, part.error());
  }
  if (const auto part = archive::NameForms::open(generation->name_forms()); !part) {
    return archive::part_error(db, part.error());
  }
  const auto index = archive::LayeredIndex::open(db, *generation, *manifest);
  if (!index) return index.error();
  const uint64_t articles = index->database().get_doccount() - archive::count_marks(index->marks());
  if (articles != manifest->articles) {
    return damaged_index(db, say_count(articles, "it holds {} article, not {}",
                                       "it holds {} articles, not {}", manifest->articles));
  }
  if (auto read = verify_articles(db, *index, full); !read) return read.error();
  if (const auto runs = past_runs(db); !runs) return runs.error();
  return articles;
}

}  // namespace

Result<int> run_verify(const Options& options, const cli::Environment& environment) {
  const auto published = publish::holds_publication(options.db);
  if (!published) return published.error();
  if (*published) {
    const auto whole = publish::verify_publication(options.db, options.full);
    if (!whole) return whole.error();
    environment.out << say_count(whole->articles, "{2} in '{3}' is whole: {1} article of {4}, in {5}",
                                 "{2} in '{3}' is whole: {1} articles of {4}, in {5}", whole->name,
                                 text::printable(options.db), whole->generation,
                                 say_count(whole->shards, "{} shard", "{} shards"))
                           .in(environment.page_language())
                    << '\n';
    return kExitDone;
  }
  const auto articles = verify(options.db, options.full);
  if (!articles) return articles.error();
  environment.out << say_count(*articles, "index '{2}' is whole: {1} article",
                               "index '{2}' is whole: {1} articles", text::printable(options.db))
                         .in(environment.page_language())
                  << '\n';
  return kExitDone;
}

}  // namespace khobao::indexer
