#include "indexer/publish/published_documents.h"

#include "common/archive/place_terms.h"
#include "common/archive/publication/carried_article.h"
#include "common/archive/schema.h"

namespace khobao::publish {
namespace {

// What it says of places, as a list of facet ids.
std::string place_terms_of(const Xapian::Document& document) {
  std::vector<archive::FacetId> ids;
  for (const std::string_view prefix :
       {archive::kLiesInPrefix, archive::kBecamePrefix, archive::kWasPrefix}) {
    auto term = document.termlist_begin();
    for (term.skip_to(std::string(prefix));
         term != document.termlist_end() && (*term).starts_with(prefix); ++term)
      ids.push_back(archive::facet_id(*term));
  }
  return archive::pack_facet_ids(std::move(ids));
}

}  // namespace

PublishedDocument PublishedDocuments::build(const archive::Article& article,
                                            const std::string& root) {
  const write::BuiltDocument built = builder_.build(article, {}, root);
  PublishedDocument published{.document = built.document.document(),
                              .words = built.document.words()};
  std::array<std::string, archive::kFields.size()> facets;
  const std::string hash(built.document.value(archive::Slot::content_hash));
  const std::string place_terms = place_terms_of(published.document);
  archive::CarriedArticle carried{
      .order = std::string(built.document.value(archive::Slot::order)),
      .words = published.words,
      .undated = article.published.empty(),
      .listing = article.kind == archive::Kind::listing,
      .kept = article.is_kept(),
      .content_hash = hash,
      .facets = {},
      .place_terms = place_terms,
      .stream = built.stream};
  for (const archive::FieldRow& row : archive::kFields) {
    if (row.kind != archive::FieldKind::name) continue;
    const auto field = static_cast<size_t>(row.id);
    facets[field] = built.document.value(*row.slot);
    carried.facets[field] = facets[field];
  }
  published.document.add_value(archive::kCarriedSlot, archive::pack_carried(carried));
  return published;
}

}  // namespace khobao::publish
