#include "indexer/recognise/recogniser.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "common/names/document_citation.h"
#include "indexer/recognise/grammar/abbreviation.h"
#include "indexer/recognise/grammar/belonging.h"
#include "indexer/recognise/grammar/completion.h"
#include "indexer/recognise/grammar/organisation_spans.h"
#include "indexer/recognise/grammar/place_context.h"
#include "indexer/recognise/named_places.h"
#include "indexer/recognise/people.h"
#include "indexer/recognise/rules/hyphened_names.h"
#include "indexer/recognise/rules/span_rules.h"
#include "indexer/recognise/surfaces.h"

namespace khobao::recognise {
Recogniser::Recogniser(const names::Gazetteer& gazetteer) : Recogniser(gazetteer, NameModel()) {}

Recogniser::Recogniser(const names::Gazetteer& gazetteer, const NameModel& model)
    : gazetteer_(gazetteer), article_(gazetteer), model_(model), tagger_(model_) {}

names::Findings Recogniser::recognise(const names::ArticleText& article) {
  return recognise_by([this](ArticleReading&) { return find_spans(); }, article);
}

names::Findings Recogniser::recognise_by(const FindSpans& find, const names::ArticleText& article) {
  article_.read_words(article);
  article_.read_names();
  const std::vector<NameSpan> spans = find(article_);
  names::Findings findings;
  findings.organisations = find_organisations(article, spans);
  const names::Lexicon& lexicon = gazetteer_.lexicon();
  findings.people = find_people(lexicon, article_.paragraphs(), spans, keys_);
  findings.places = find_places(lexicon, article_.paragraphs(), spans, keys_);
  findings.documents = find_documents(article);
  return findings;
}

std::vector<names::Organisation> Recogniser::organisations(const names::ArticleText& article) {
  article_.read_words(article);
  article_.read_names();
  const std::vector<NameSpan> spans = find_spans();
  return find_organisations(article, spans);
}

std::vector<names::Document> Recogniser::documents(const names::ArticleText& article) {
  article_.read_words(article);
  return find_documents(article);
}

std::vector<NameSpan> Recogniser::find_spans() {
  std::vector<NameSpan> spans = tagger_.find(article_.words());
  apply_span_rules(gazetteer_, article_.paragraphs(), article_.football(), article_.reading(), spans);
  join_hyphened(gazetteer_.lexicon(), article_.paragraphs(), spans);
  return spans;
}

std::string Recogniser::canonical(const std::string& name) {
  const names::ArticleText text{.title = "", .paragraphs = {name}, .published = "", .outlet = ""};
  article_.read_words(text);
  article_.read_names();
  std::vector<NameSpan> spans;
  for (const Found& found : article_.reading().found) {
    if (!found.nested && !found.dropped)
      spans.push_back({found.paragraph, found.first, found.end, NameKind::organisation});
  }
  const auto found = find_organisations(text, spans);
  const bool whole = found.size() == 1 && found[0].where.size() == 1 &&
                     found[0].where[0].begin_byte == 0 && found[0].where[0].end_byte == name.size();
  return whole ? found[0].name : name;
}

std::vector<names::Document> Recogniser::find_documents(const names::ArticleText& article) const {
  return names::find_documents(gazetteer_.lexicon(), article_.paragraphs(), article_.tokens(),
                               article.published);
}

std::vector<names::Organisation> Recogniser::find_organisations(const names::ArticleText& article,
                                                                std::span<const NameSpan> spans) {
  const auto paragraphs = article_.paragraphs();
  PlaceContext places(gazetteer_.lexicon(), article.published);
  for (size_t i = 0; i < paragraphs.size(); ++i) places.read(paragraphs[i], i);
  Reading& reading = article_.reading();
  take_spans(gazetteer_, article_.grammar(), paragraphs, article_.football(), spans, reading);
  std::vector<bool> dropped;
  for (const Found& found : reading.found) dropped.push_back(found.dropped);
  complete(gazetteer_, places, paragraphs, reading);
  // The model decides, but a class of bodies that nothing completes is no name: "HĐND", "Đảng ủy".
  for (size_t i = 0; i < dropped.size(); ++i) {
    Found& found = reading.found[i];
    const bool generic = found.head != nullptr && found.plain && !found.head->bare;
    found.dropped = dropped[i] || (generic && found.dropped);
  }
  find_abbreviations(gazetteer_, paragraphs, reading);

  std::vector<const Found*> mentions;
  for (const Found& found : reading.found) {
    if (!found.dropped && !found.nested) mentions.push_back(&found);
  }
  std::stable_sort(mentions.begin(), mentions.end(), [](const Found* a, const Found* b) {
    return a->paragraph != b->paragraph ? a->paragraph < b->paragraph
                                        : a->begin_byte < b->begin_byte;
  });
  std::vector<std::string> names, distinct;
  for (const Found* found : mentions) names.push_back(canonical_name(gazetteer_, reading, *found));
  attach_universities(paragraphs, mentions, names);
  share_heads(gazetteer_.lexicon(), paragraphs, mentions, names);
  const auto begun = begun_forms(mentions, names, keys_);
  std::unordered_set<std::string_view> seen;
  for (std::string& name : names) {
    if (const auto longer = begun.find(name); longer != begun.end()) name = longer->second;
    if (seen.insert(name).second) distinct.push_back(name);
  }
  const auto full = full_forms(distinct, keys_);

  std::vector<names::Organisation> out;
  std::unordered_map<std::string, size_t> by_key;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const Found& found = *mentions[i];
    const auto longer = full.find(names[i]);
    std::string name = gazetteer_.merged(longer == full.end() ? names[i] : longer->second);
    std::string key = keys_.of(name);
    const names::Entry* known = gazetteer_.called(key);
    // "ĐH Kinh tế …" is the school that the gazetteer knows as Trường Đại học.
    if (known == nullptr && key.starts_with("đại học ")) known = gazetteer_.called("trường " + key);
    // "đội Thanh Hóa" is the club of that place.
    if (known == nullptr && article_.football() && found.head == nullptr && found.entry < 0)
      known = gazetteer_.called("clb " + key);
    if (known != nullptr && gazetteer_.name(*known) != name) {
      name = gazetteer_.merged(gazetteer_.name(*known));
      key = keys_.of(name);
    }
    const auto [it, fresh] = by_key.emplace(std::move(key), out.size());
    if (fresh) out.push_back({.name = name, .mentions = 0, .where = {}, .surfaces = {}});
    names::Organisation& organisation = out[it->second];
    ++organisation.mentions;
    organisation.where.push_back({found.paragraph, found.begin_byte, found.end_byte});
    const std::string surface(paragraphs[found.paragraph].text.substr(
        found.begin_byte, found.end_byte - found.begin_byte));
    add_surface(surface, organisation.surfaces);
  }
  return out;
}

}  // namespace khobao::recognise
