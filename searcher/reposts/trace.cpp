#include "searcher/reposts/trace.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "searcher/filter/kind_filter.h"
#include "searcher/reposts/appearance.h"
#include "searcher/reposts/sentences.h"
#include "searcher/reposts/word_changes.h"

namespace khobao::reposts {
namespace {

using searcher::Index;
using searcher::SearchResponse;

// A copy has this share of the sentence's words, in their order.
constexpr double kLeastShared = 0.65;
// Read for it are the articles that have this share of its words, each weighed by its rarity: words
// that a copy changed may be the rarest. At most so many, those with the most first.
constexpr double kLeastHeld = 0.5;
constexpr Xapian::doccount kMostRead = 500;

struct Copy {
  Xapian::docid docid = 0;
  archive::Article article;
  Sentence sentence;
  double shared = 0;  ///< of the traced words
};

Result<Sentence> longest_sentence(Index& index, const std::string& text) {
  std::vector<Sentence> sentences = sentences_of(text, index.tokenizer());
  const auto longest = std::max_element(
      sentences.begin(), sentences.end(),
      [](const Sentence& a, const Sentence& b) { return a.words.size() < b.words.size(); });
  if (longest == sentences.end())
    return Error{ErrorCode::query, say("no sentence to trace"),
                 say("as in: {}", "searcher --trace 'một câu'")};
  return std::move(*longest);
}

// The articles that hold enough of the words.
std::vector<Xapian::docid> candidates(const Index& index, const Sentence& sentence) {
  const Xapian::Database& database = index.database();
  std::set<std::string> terms;
  for (const text::Token& word : sentence.words) terms.insert(word.term);
  std::vector<Xapian::Query> weighed;
  for (const std::string& term : terms) {
    const double holders = database.get_termfreq(term) + 1.0;
    weighed.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term),
                         1 + std::log1p(database.get_doccount() / holders));
  }
  const Xapian::Query any(Xapian::Query::OP_OR, weighed.begin(), weighed.end());
  Xapian::Enquire enquire(database);
  enquire.set_query(index.live(filter::keep_kinds(any, searcher::Kinds::articles)));
  enquire.set_weighting_scheme(Xapian::CoordWeight());  // a word weighs what it is scaled by
  const Xapian::MSet found = enquire.get_mset(0, kMostRead);
  std::vector<Xapian::docid> docids;
  for (auto it = found.begin(); it != found.end(); ++it) {
    if (it.get_weight() >= kLeastHeld * found.get_max_possible()) docids.push_back(*it);
  }
  std::sort(docids.begin(), docids.end());
  return docids;
}

// The sentence of the article that has most of the traced one.
Copy best_copy(const archive::Article& article, const Sentence& traced,
               text::Tokenizer& tokenizer) {
  Copy best;
  for (Sentence& sentence : sentences_of(article, tokenizer)) {
    if (static_cast<double>(sentence.words.size()) <
        kLeastShared * static_cast<double>(traced.words.size()))
      continue;
    const double shared =
        static_cast<double>(shared_words(traced.words, sentence.words).size()) /
        static_cast<double>(std::min(traced.words.size(), kMostWords));
    if (shared <= best.shared) continue;
    best.shared = shared;
    best.sentence = std::move(sentence);
  }
  return best;
}

Result<std::vector<Copy>> copies_of(Index& index, const Sentence& traced) {
  std::vector<Copy> copies;
  for (const Xapian::docid docid : candidates(index, traced)) {
    auto article = index.article(docid);
    if (!article) return article.error();
    Copy copy = best_copy(*article, traced, index.tokenizer());
    if (copy.shared < kLeastShared) continue;
    copy.docid = docid;
    copy.article = std::move(*article);
    copies.push_back(std::move(copy));
  }
  std::sort(copies.begin(), copies.end(), [](const Copy& a, const Copy& b) {
    const auto key = [](const Copy& c) {
      const std::string& published = c.article.published;
      return std::pair(published.empty() ? "~" : published, c.article.id);
    };
    return key(a) < key(b);
  });
  return copies;
}

// The words of `copy` that `first` has not, or not there; neighbours as one.
std::vector<searcher::Span> changed(const Sentence& first, const Sentence& copy) {
  std::vector<bool> kept(copy.words.size(), false);
  for (const auto& pair : shared_words(first.words, copy.words)) kept[pair.second] = true;
  std::vector<searcher::Span> spans;
  for (size_t i = 0; i < copy.words.size(); ++i) {
    if (kept[i]) continue;
    const searcher::Span word{copy.words[i].begin_byte, copy.words[i].end_byte};
    if (i > 0 && !kept[i - 1]) {
      spans.back().end_byte = word.end_byte;
    } else {
      spans.push_back(word);
    }
  }
  return spans;
}

Result<SearchResponse> traced_response(Index& index, const std::string& text) {
  const auto sentence = longest_sentence(index, text);
  if (!sentence) return sentence.error();
  auto copies = copies_of(index, *sentence);
  if (!copies) return copies.error();
  SearchResponse response;
  response.query = text;
  response.interpreted = sentence->text;
  response.generation = index.generation();
  response.total = copies->size();
  if (copies->empty()) return response;
  std::map<uint32_t, Copy*> by_docid;
  std::vector<uint32_t> docids;
  for (Copy& copy : *copies) {
    by_docid[copy.docid] = &copy;
    docids.push_back(copy.docid);
  }
  const Appearance appearance = appearance_of(index, docids);
  if (copies->size() > 1) response.notes.push_back(appearance.note);
  const Sentence& first = by_docid[appearance.docids.front()]->sentence;
  for (const uint32_t docid : appearance.docids) {
    Copy& copy = *by_docid[docid];
    searcher::Hit& hit = response.hits.emplace_back();
    hit.full = true;
    hit.content_hash = archive::to_hex(index.value(docid, archive::Slot::content_hash));
    hit.reposts = reposts_of(index, docid);
    hit.snippet = {copy.sentence.text, changed(first, copy.sentence)};
    hit.article = std::move(copy.article);
  }
  return response;
}

}  // namespace

Result<SearchResponse> trace(Index& index, const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  auto response =
      archive::guarded(say("search"), index.folder(), [&] { return traced_response(index, text); });
  if (response) {
    response->took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  return response;
}

}  // namespace khobao::reposts
