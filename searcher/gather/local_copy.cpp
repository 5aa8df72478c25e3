#include "searcher/gather/local_copy.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/archive/fields.h"
#include "searcher/gather/wanted_terms.h"
#include "searcher/match/stream_matcher.h"

namespace khobao::gather {
namespace {

using archive::CarriedArticle;
using archive::Slot;

constexpr Xapian::valueno slot_number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

bool holds(std::string_view ids, archive::FacetId id) {
  for (size_t i = 0; i < archive::facet_id_count(ids); ++i) {
    if (archive::facet_id_at(ids, i) == id) return true;
  }
  return false;
}

class Copying {
 public:
  Copying(const std::set<std::string>& terms, const archive::FacetNames& names)
      : words_(words_among(terms)), of_fields_(field_terms_among(terms, names)), matcher_(words_) {
    for (std::string& term : place_terms_among(terms)) {
      const archive::FacetId id = archive::facet_id(term);
      of_places_.emplace_back(std::move(term), id);
    }
  }

  Xapian::Document document(archive::GatheredArticles& articles, Xapian::docid number) {
    const CarriedArticle& article = articles.carried(number);
    Xapian::Document document;
    if (!words_.empty() && !add_words(article, document)) articles.refuse(number);
    for (const auto& [term, field, id] : of_fields_) {
      if (holds(article.facets_of(field), id)) document.add_boolean_term(term);
    }
    for (const auto& [term, id] : of_places_) {
      if (holds(article.place_terms, id)) document.add_boolean_term(term);
    }
    if (article.undated) document.add_boolean_term(std::string(archive::kUndatedTerm));
    if (article.listing) document.add_boolean_term(std::string(archive::kListingTerm));
    if (article.kept) document.add_boolean_term(std::string(archive::kKeptTerm));
    document.add_value(slot_number(Slot::order), article.order);
    document.add_value(slot_number(Slot::published), articles.value(number, Slot::published));
    for (const archive::FieldRow& row : archive::kFields) {
      if (row.kind != archive::FieldKind::name || article.facets_of(row.id).empty()) continue;
      document.add_value(slot_number(*row.slot), std::string(article.facets_of(row.id)));
    }
    return document;
  }

 private:
  // A title's words stand before the body, and count as terms of their own, too. False where the
  // article is not what was written.
  bool add_words(const CarriedArticle& article, Xapian::Document& document) {
    if (!matcher_.read(article.stream)) return false;
    for (size_t word = 0; word < words_.size(); ++word) {
      const auto& places = matcher_.places(word);
      if (places.empty()) continue;
      document.add_term(words_[word], static_cast<Xapian::termcount>(places.size()));
      const auto in_title = std::count_if(places.begin(), places.end(), [&](uint32_t place) {
        return place < matcher_.body_begin();
      });
      if (in_title > 0) {
        document.add_term(std::string(archive::kTitlePrefix) + words_[word],
                          static_cast<Xapian::termcount>(in_title));
      }
    }
    return true;
  }

  std::vector<std::string> words_;
  std::vector<FieldTerm> of_fields_;
  std::vector<std::pair<std::string, archive::FacetId>> of_places_;
  match::StreamMatcher matcher_;
};

}  // namespace

Xapian::Database local_copy(archive::GatheredArticles& articles,
                            const std::set<std::string>& terms, const archive::FacetNames& names) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Copying copying(terms, names);
  for (const Xapian::docid number : articles.chosen())
    database.replace_document(number, copying.document(articles, number));
  return database;
}

}  // namespace khobao::gather
