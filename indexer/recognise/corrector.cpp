#include "indexer/recognise/corrector.h"

#include <algorithm>

#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/title.h"
#include "indexer/recognise/naming.h"

namespace khobao::recognise {
namespace {

using archive::Article;
using archive::AsRead;
using archive::Correctable;
using archive::PublishedFrom;

void restore(Article& article) {
  AsRead read = std::exchange(article.as_read, {});
  for (const Correctable field : read.corrected) {
    switch (field) {
      case Correctable::title:
        article.title = std::move(read.title);
        article.display_title = std::move(read.display_title);
        break;
      case Correctable::published:
        article.published = std::move(read.published);
        article.published_from = read.published_from;
        article.year_from_receipt = read.year_from_receipt;
        break;
      case Correctable::source:
        article.source = std::move(read.source);
        article.outlet = std::move(read.outlet);
        article.credit = std::move(read.credit);
        break;
      case Correctable::author: article.author = std::move(read.author); break;
      case Correctable::organisations: article.organisations = std::move(read.organisations); break;
      case Correctable::people: article.people = std::move(read.people); break;
      case Correctable::places: article.places = std::move(read.places); break;
    }
  }
}

// Where the title is known to be absent, the first sentence stands for it, as in reading.
std::string shown_title(const Article& article) {
  if (!article.title.empty()) return article.title;
  for (const archive::Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role == archive::Role::body) return read::make_title(paragraph.text);
  }
  return {};
}

void correct_field(Article& article, Correctable field, const std::string& value) {
  AsRead& read = article.as_read;
  switch (field) {
    case Correctable::title:
      read.title = std::exchange(article.title, value);
      read.display_title = std::exchange(article.display_title, shown_title(article));
      break;
    case Correctable::published:
      read.published = std::exchange(article.published, value);
      read.published_from = std::exchange(article.published_from, PublishedFrom::manual);
      read.year_from_receipt = std::exchange(article.year_from_receipt, false);
      break;
    case Correctable::source:
      read.source = std::exchange(article.source, value);
      read.outlet = std::exchange(article.outlet, value.empty() ? "" : read::unified_outlet(value));
      read.credit = std::exchange(article.credit, "");
      break;
    case Correctable::author: read.author = std::exchange(article.author, value); break;
    case Correctable::organisations:
    case Correctable::people:
    case Correctable::places: break;
  }
}

// `names` in place of what was read, which comes back. A name that was read keeps what is known of
// it.
template <class Mentions>
std::vector<Mentions> corrected(std::vector<Mentions>& mentions,
                                const std::vector<std::string>& names) {
  std::vector<Mentions> read = std::exchange(mentions, {});
  for (const std::string& name : names) {
    const auto same = [&](const Mentions& one) { return one.name == name; };
    if (std::any_of(mentions.begin(), mentions.end(), same)) continue;
    const auto known = std::find_if(read.begin(), read.end(), same);
    if (known != read.end()) {
      mentions.push_back(*known);
    } else {
      mentions.emplace_back();
      mentions.back().name = name;
      mentions.back().mentions = 1;
    }
  }
  return read;
}

// Those of its own id, or of the article that it was a text of.
const FieldCorrections* corrections_for(const Corrections& corrections, const Article& article) {
  const FieldCorrections* const own = corrections.of(article.id);
  return own || !article.is_kept() ? own : corrections.of(article.version_of);
}

}  // namespace

ArticleTokens Corrector::finish(Article& article) {
  const FieldCorrections* const fields = corrections_for(corrections_, article);
  if (fields != nullptr) {
    for (const auto& [field, value] : *fields) {
      article.as_read.corrected.push_back(field);
      correct_field(article, field, value.values.empty() ? "" : value.values[0]);
    }
  }
  ArticleTokens tokens = tokenise(tokenizer_, article);
  name_article(recogniser_, article, tokens);
  own_names_.apply(article, tokens);
  if (fields != nullptr) {
    for (const auto& [field, value] : *fields) {
      if (field == Correctable::organisations) correct_organisations(article, value.values);
      if (field == Correctable::people) article.as_read.people = corrected(article.people, value.values);
      if (field == Correctable::places) article.as_read.places = corrected(article.places, value.values);
    }
  }
  return tokens;
}

ArticleTokens Corrector::finish_stored(Article& article) {
  if (!corrections_for(corrections_, article) && article.as_read.corrected.empty()) return {};
  return finish_anew(article);
}

ArticleTokens Corrector::finish_anew(Article& article) {
  restore(article);
  return finish(article);
}

ArticleTokens Corrector::finish_changed(Article& article,
                                        const std::function<void(Article&)>& change) {
  restore(article);
  change(article);
  return finish(article);
}

void Corrector::correct_organisations(Article& article, const std::vector<std::string>& names) {
  article.as_read.organisations = std::exchange(article.organisations, {});
  const auto& read = article.as_read.organisations;
  for (const std::string& name : names) {
    const std::string known = recogniser_.canonical(name);  // as the facets call it
    const auto same = [&](const archive::OrganisationMentions& o) { return o.name == known; };
    if (std::any_of(article.organisations.begin(), article.organisations.end(), same)) continue;
    const auto mentioned = std::find_if(read.begin(), read.end(), same);
    article.organisations.push_back({known, mentioned == read.end() ? 1 : mentioned->mentions});
  }
}

}  // namespace khobao::recognise
