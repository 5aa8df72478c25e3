#include "indexer/publish/published_documents.h"

#include "common/archive/publication/carried_article.h"
#include "common/archive/schema.h"

namespace khobao::publish {
namespace {

constexpr Xapian::valueno slot_number(archive::Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

}  // namespace

write::BuiltDocument PublishedDocuments::build(const archive::Article& article,
                                               const std::string& root) {
  write::BuiltDocument built = builder_.build(article, {}, root);
  std::array<std::string, archive::kFields.size()> facets;
  archive::CarriedArticle carried{
      .order = built.document.get_value(slot_number(archive::Slot::order)),
      .words = built.words,
      .undated = article.published.empty(),
      .listing = article.kind == archive::Kind::listing,
      .kept = article.is_kept(),
      .facets = {},
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
