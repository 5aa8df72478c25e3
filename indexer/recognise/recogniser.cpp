#include "indexer/recognise/recogniser.h"

#include <algorithm>
#include <unordered_map>

#include "common/names/document_citation.h"
#include "common/names/name_key.h"
#include "indexer/recognise/abbreviation.h"
#include "indexer/recognise/completion.h"
#include "indexer/recognise/place_context.h"

namespace khobao::recognise {
namespace {

// So many words of football make an article one on football.
constexpr int kFootballWords = 3;
constexpr size_t kMaxSurfaces = 20;

}  // namespace

Recogniser::Recogniser(const names::Gazetteer& gazetteer)
    : gazetteer_(gazetteer), grammar_(gazetteer) {}

void Recogniser::read(const names::ArticleText& article) {
  count_ = article.paragraphs.size() + 1;
  tokens_ = article.tokens;
  if (tokens_.empty()) {
    if (own_tokens_.size() < count_) own_tokens_.resize(count_);
    for (size_t i = 0; i < count_; ++i) {
      own_tokens_[i].clear();
      tokenizer_.tokenize(i == 0 ? article.title : article.paragraphs[i - 1], own_tokens_[i]);
    }
    tokens_ = {own_tokens_.data(), count_};
  }
  if (paragraphs_.size() < count_) paragraphs_.resize(count_);
  for (size_t i = 0; i < count_; ++i) {
    const std::string_view text = i == 0 ? article.title : article.paragraphs[i - 1];
    names::read_words(text, tokens_[i], gazetteer_.symbols(), gazetteer_.lexicon().roles(),
                      paragraphs_[i]);
  }
}

names::Findings Recogniser::recognise(const names::ArticleText& article) {
  read(article);
  names::Findings findings;
  findings.organisations = find_organisations(article);
  findings.documents = names::find_documents(gazetteer_.lexicon(), {paragraphs_.data(), count_},
                                             tokens_, article.published);
  return findings;
}

std::vector<names::Organisation> Recogniser::organisations(const names::ArticleText& article) {
  read(article);
  return find_organisations(article);
}

std::vector<names::Document> Recogniser::documents(const names::ArticleText& article) {
  read(article);
  return names::find_documents(gazetteer_.lexicon(), {paragraphs_.data(), count_}, tokens_,
                               article.published);
}

// "(Theo TTXVN)", "Ảnh: AFP", "AFP/TTXVN": who took a picture or wired the story is no actor in it.
bool Recogniser::is_credit(const Found& found) const {
  if (found.entry < 0 || gazetteer_.entry(found.entry).kind != "media") return false;
  const auto& words = paragraphs_[found.paragraph].words;
  const names::Lexicon& lexicon = gazetteer_.lexicon();
  // "Theo phóng viên TTXVN", "Theo tin từ Reuters"
  for (size_t back = 1; back <= 3 && back <= found.first; ++back) {
    if (lexicon.has(words[found.first - back].symbol, names::role::kCredit)) return true;
    if ((words[found.first - back + 1].before & (names::sep::kDot | names::sep::kComma)) != 0)
      break;
  }
  if (words[found.first].before & (names::sep::kSlash | names::sep::kOpen | names::sep::kDash))
    return true;
  // "Reuters ngày 28-4 dẫn lời"
  for (size_t next = found.end; next < words.size() && next < found.end + 5; ++next) {
    if ((words[next].before & (names::sep::kDot | names::sep::kComma)) != 0) break;
    if (lexicon.has(words[next].symbol, names::role::kContinues)) return true;
  }
  if (found.end < words.size()) {
    if (words[found.end].before & names::sep::kSlash) return true;
  } else if (words.size() <= 6 || (words[found.first].before & ~names::sep::kSpace) != 0) {
    return true;  // the signature behind the last sentence
  }
  return false;
}

std::vector<names::Organisation> Recogniser::find_organisations(const names::ArticleText& article) {
  const names::Lexicon& lexicon = gazetteer_.lexicon();
  const std::span<const names::Paragraph> paragraphs(paragraphs_.data(), count_);
  PlaceContext places(lexicon, article.published);
  int football = 0;
  for (size_t i = 0; i < count_; ++i) {
    places.read(paragraphs[i], i);
    const auto& words = paragraphs[i].words;
    for (size_t pos = 0; pos < words.size() && football < kFootballWords; ++pos) {
      if ((words[pos].roles & names::role::kFootball) == 0) continue;
      football += static_cast<bool>(lexicon.football_phrases.longest(
          words, pos, [](const names::Spelling&, size_t) { return true; }));
    }
  }
  Reading reading;
  for (size_t i = 0; i < count_; ++i) {
    grammar_.read(paragraphs[i], i, football >= kFootballWords, reading);
  }
  for (Found& found : reading.found) found.dropped |= is_credit(found);
  complete(gazetteer_, places, paragraphs, reading);
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
  std::unordered_map<std::string, size_t> numbers;
  for (const Found* found : mentions) {
    names.push_back(canonical_name(gazetteer_, reading, *found));
    if (numbers.emplace(names.back(), 0).second) distinct.push_back(names.back());
  }
  const auto full = full_forms(distinct, tokenizer_);

  std::vector<names::Organisation> out;
  std::unordered_map<std::string, size_t> by_key;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const Found& found = *mentions[i];
    const auto longer = full.find(names[i]);
    std::string name = gazetteer_.merged(longer == full.end() ? names[i] : longer->second);
    std::string key = names::name_key(name, tokenizer_);
    if (const names::Entry* known = gazetteer_.called(key);
        known != nullptr && known->name != name) {
      name = gazetteer_.merged(known->name);
      key = names::name_key(name, tokenizer_);
    }
    const auto [it, fresh] = by_key.emplace(std::move(key), out.size());
    if (fresh) out.push_back({.name = name, .mentions = 0, .where = {}, .surfaces = {}});
    names::Organisation& organisation = out[it->second];
    ++organisation.mentions;
    organisation.where.push_back({found.paragraph, found.begin_byte, found.end_byte});
    const std::string surface(paragraphs[found.paragraph].text.substr(
        found.begin_byte, found.end_byte - found.begin_byte));
    auto& surfaces = organisation.surfaces;
    if (surfaces.size() < kMaxSurfaces &&
        std::find(surfaces.begin(), surfaces.end(), surface) == surfaces.end()) {
      surfaces.push_back(surface);
    }
  }
  return out;
}

}  // namespace khobao::recognise
