#include "tests/bench/training/counted_phrases.h"

#include <map>
#include <unordered_map>

#include "indexer/read/reader.h"
#include "indexer/recognise/article_reading.h"
#include "indexer/recognise/learned/name_tagger.h"
#include "tests/bench/training/annotated.h"

namespace khobao::training {
namespace {

using recognise::kNameKinds;
using recognise::PhraseCount;
using recognise::PhraseKinds;

// Phrases of one article with the kinds that they have in it, as bits.
std::map<uint64_t, unsigned> phrases_of(const recognise::NameWords& article,
                                        std::span<const recognise::NameSpan> spans) {
  std::map<uint64_t, unsigned> kinds;
  for (const recognise::NameSpan& span : spans) {
    if (span.end - span.first > PhraseKinds::kMaxWords) continue;
    uint64_t phrase = recognise::kNoPhrase;
    const auto words = article.paragraph(span.paragraph);
    for (size_t i = span.first; i < span.end; ++i)
      phrase = recognise::longer_phrase(phrase, words[i].hash, is_capital(words[i].print));
    kinds[phrase] |= 1u << static_cast<unsigned>(span.kind);
  }
  return kinds;
}

}  // namespace

std::vector<PhraseCount> count_phrases(std::istream& corpus, const std::set<std::string>& annotated,
                                       const names::Gazetteer& gazetteer,
                                       const recognise::NameModel& model) {
  recognise::ArticleReading reading(gazetteer, PhraseKinds(""));
  recognise::NameTagger tagger(model);
  std::unordered_map<uint64_t, PhraseCount> counts;
  for (std::string line; std::getline(corpus, line);) {
    const auto article = read::read_json_record(line, {});
    if (!article || annotated.contains(article->id)) continue;
    reading.read_words(text_of(*article));
    reading.read_names();
    for (const auto& [phrase, set] : phrases_of(reading.words(), tagger.find(reading.words()))) {
      PhraseCount& count = counts.try_emplace(phrase, PhraseCount{phrase, {}}).first->second;
      for (size_t kind = 0; kind < kNameKinds; ++kind) count.times[kind] += set >> kind & 1;
    }
  }
  std::vector<PhraseCount> out;
  for (const auto& [phrase, count] : counts) out.push_back(count);
  return out;
}

}  // namespace khobao::training
