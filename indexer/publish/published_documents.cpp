#include "indexer/publish/published_documents.h"

#include "common/archive/place_terms.h"
#include "common/archive/publication/carried_article.h"
#include "common/archive/schema.h"

namespace khobao::publish {
namespace {

constexpr Xapian::valueno slot_number(archive::Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

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

write::BuiltDocument PublishedDocuments::build(const archive::Article& article,
                                               const std::string& root) {
  write::BuiltDocument built = builder_.build(article, {}, root);
  std::array<std::string, archive::kFields.size()> facets;
  const std::string hash = built.document.get_value(slot_number(archive::Slot::content_hash));
  const std::string place_terms = place_terms_of(built.document);
  archive::CarriedArticle carried{
      .order = built.document.get_value(slot_number(archive::Slot::order)),
      .words = built.words,
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
    facets[field] = built.document.get_value(slot_number(*row.slot));
    carried.facets[field] = facets[field];
  }
  built.document.add_value(archive::kCarriedSlot, archive::pack_carried(carried));
  return built;
}

}  // namespace khobao::publish
