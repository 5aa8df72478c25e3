#include "indexer/write/document_builder.h"

#include <string_view>

#include "common/archive/disk/hash.h"
#include "common/archive/fields.h"
#include "common/archive/place_terms.h"
#include "common/archive/schema.h"
#include "common/archive/stored_article.h"
#include "indexer/lessons/line_prints.h"
#include "indexer/recognise/grammar/introduced.h"
#include "indexer/recognise/place_ties.h"

namespace khobao::write {
namespace {

using archive::Slot;

// Facet ids under the field's slot, and a filter term for each name.
void add_names(IndexedDocument& document, const archive::FieldRow& field,
               const archive::Article& article) {
  std::vector<archive::FacetId> ids;
  for (const std::string& name : field.reader(article)) {
    if (name.empty()) continue;
    ids.push_back(archive::facet_id(name));
    document.add_filter(archive::prefixed_term(field.prefix, name));
  }
  if (!ids.empty()) document.set_value(*field.slot, archive::pack_facet_ids(std::move(ids)));
}

}  // namespace

BuiltDocument DocumentBuilder::build(const archive::Article& article,
                                     const recognise::ArticleTokens& given,
                                     const std::string& root) {
  recognise::ArticleTokens made;
  if (given.empty()) made = recognise::tokenise(tokenizer_, article);
  const recognise::ArticleTokens& tokens = given.empty() ? made : given;
  BuiltDocument built;
  IndexedDocument& document = built.document;
  size_t token_count = 0;
  for (const auto& paragraph : tokens) token_count += paragraph.size();
  counts_.begin(token_count);
  std::vector<recognise::Introduced> introduced;

  stream_.title(tokens[0]);
  counts_.add(tokens[0]);
  for (size_t i = 0; i < article.paragraphs.size(); ++i) {
    const archive::Paragraph& paragraph = article.paragraphs[i];
    stream_.paragraph(tokens[i + 1], paragraph.role);
    recognise::find_introduced(paragraph.text, tokens[i + 1], introduced);
    counts_.add(tokens[i + 1]);
  }
  for (const auto& [term, wdf] : counts_.terms()) {
    document.add_term({}, *term, wdf);
  }
  counts_.begin(tokens[0].size());
  counts_.add(tokens[0]);
  for (const auto& [term, wdf] : counts_.terms()) {
    document.add_term(archive::kTitlePrefix, *term, wdf);
  }

  for (const archive::FieldRow& field : archive::kFields) {
    if (field.kind == archive::FieldKind::name) add_names(document, field, article);
  }

  for (const auto& [abbreviation, name] : introduced) {
    document.add_filter(
        archive::prefixed_term(archive::kAbbreviationPrefix, abbreviation + '\t' + name));
    document.add_filter(
        archive::prefixed_term(archive::kAbbreviatedPrefix, name + '\t' + abbreviation));
  }
  for (const recognise::PlaceTie& tie : recognise::place_ties(article, tokens, keys_)) {
    const bool became = tie.kind == recognise::PlaceTie::Kind::became;
    const auto prefix = became ? archive::kBecamePrefix : archive::kLiesInPrefix;
    document.add_filter(archive::prefixed_term(prefix, tie.from + '\t' + tie.to));
    if (became)
      document.add_filter(archive::prefixed_term(archive::kWasPrefix, tie.to + '\t' + tie.from));
  }
  document.add_filter(archive::prefixed_term(archive::kIdPrefix, article.id));
  if (article.published.empty()) document.add_filter(archive::kUndatedTerm);
  if (article.kind == archive::Kind::listing)
    document.add_filter(archive::kListingTerm);
  if (article.is_kept()) {
    document.add_filter(archive::kKeptTerm);
    document.add_filter(archive::prefixed_term(archive::kVersionPrefix, article.version_of));
  }
  document.set_value(Slot::root, root);
  document.set_value(Slot::published, archive::published_value(article.published));
  document.set_value(Slot::order, archive::order_key(article.published, article.id));
  built.stream = stream_.finish();
  document.set_value(Slot::content_hash,
                     archive::content_hash(archive::citable_text(article)));
  // Versions of one article repeat its lines, which makes no furniture of them.
  if (std::string prints = lessons::prints_value(article, root);
      !prints.empty() && !article.is_kept())
    document.set_value(Slot::lines, prints);
  document.set_value(Slot::article, compressor_.compress(archive::encode_article(article)));
  return built;
}

}  // namespace khobao::write
