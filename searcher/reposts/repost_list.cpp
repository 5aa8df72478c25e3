#include "searcher/reposts/repost_list.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <unordered_set>

#include "common/archive/disk/hash.h"
#include "common/archive/reposts/fingerprint.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "searcher/reposts/appearance.h"
#include "searcher/reposts/sentences.h"

namespace khobao::reposts {
namespace {

// As many words as a run of a fingerprint has (common/archive/reposts/fingerprint.h).
constexpr size_t kRun = archive::kRunWords;

using Hashes = std::vector<uint64_t>;

Hashes words_of(const archive::Article& article, text::Tokenizer& tokenizer) {
  Hashes words;
  for (const Sentence& sentence : sentences_of(article, tokenizer)) {
    for (const text::Token& word : sentence.words) words.push_back(archive::hash64(word.term));
  }
  return words;
}

uint64_t run_at(const Hashes& words, size_t at) {
  uint64_t run = 0;
  for (size_t i = at; i < at + kRun; ++i) run = (run ^ words[i]) * 0x9e3779b97f4a7c15u;
  return run;
}

std::unordered_set<uint64_t> runs_of(const Hashes& words) {
  std::unordered_set<uint64_t> runs;
  for (size_t i = 0; i + kRun <= words.size(); ++i) runs.insert(run_at(words, i));
  return runs;
}

// The share of the words that stand in one of those runs.
double share_within(const Hashes& words, const std::unordered_set<uint64_t>& runs) {
  if (words.empty()) return 0;
  size_t covered = 0, end = 0;
  for (size_t i = 0; i + kRun <= words.size(); ++i) {
    if (!runs.contains(run_at(words, i))) continue;
    covered += i + kRun - std::max(i, end);
    end = i + kRun;
  }
  return static_cast<double>(covered) / static_cast<double>(words.size());
}

}  // namespace

Result<searcher::SearchResponse> repost_list(searcher::Index& index, const std::string& id) {
  const auto start = std::chrono::steady_clock::now();
  return archive::guarded(say("read reposts"), index.folder(), [&]() -> Result<searcher::SearchResponse> {
    const Xapian::docid docid = index.find(id);
    if (docid == 0) {
      return Error{ErrorCode::usage, say("no article has the id '{}'", id),
                   say("ids stand in the answers of --format json")};
    }
    searcher::SearchResponse response;
    response.query = id;
    response.generation = index.generation();
    const auto group = index.reposts().of(docid);
    if (!group) {
      response.notes.push_back(say("'{}' has no repost in this archive", id));
      return response;
    }
    const auto articles = index.reposts().articles(*group);
    const Appearance appearance = appearance_of(index, articles);
    response.interpreted = say("reposts of {}", id);
    response.total = articles.size();
    response.copies = articles.size() - 1;
    response.notes.push_back(appearance.note);
    std::unordered_set<uint64_t> runs;
    for (const uint32_t one : appearance.docids) {
      auto article = index.article(one);
      if (!article) return article.error();
      const Hashes words = words_of(*article, index.tokenizer());
      searcher::Hit& hit = response.hits.emplace_back();
      hit.full = true;
      hit.content_hash = archive::to_hex(index.value(one, archive::Slot::content_hash));
      hit.reposts = reposts_of(index, one);
      if (response.hits.size() == 1) {
        runs = runs_of(words);
      } else {
        hit.reposts->share = share_within(words, runs);
      }
      hit.article = std::move(*article);
    }
    response.took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return response;
  });
}

}  // namespace khobao::reposts
