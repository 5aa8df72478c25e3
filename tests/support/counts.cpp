#include "tests/support/counts.h"

#include <map>
#include <stdexcept>

#include "common/text/tokenizer.h"
#include "tests/support/temp_dir.h"

namespace khobao::test {

archive::Statistics statistics_of(const std::vector<std::string>& texts) {
  archive::WordCounts counts;
  counts.articles = texts.size();
  counts.words.resize(text::vocabulary().size());
  std::map<std::pair<text::WordId, text::WordId>, uint32_t> pairs;
  std::map<std::string, uint32_t> rare;
  text::Tokenizer tokenizer;
  for (const std::string& text : texts) {
    std::vector<text::Token> tokens;
    tokenizer.tokenize(text, tokens);
    const text::WordId none = static_cast<text::WordId>(text::vocabulary().size());
    text::WordId before = none;
    for (const text::Token& token : tokens) {
      if (token.parts > 0) continue;
      if (token.gap != text::Gap::none) before = none;
      const text::WordId word = text::vocabulary().find(token.term).value_or(none);
      word != none ? ++counts.words[word] : ++rare[token.term];
      if (before != none && word != none) pairs[{before, word}] += 2;
      before = word;
    }
  }
  for (const auto& [pair, count] : pairs) counts.pairs.push_back({pair.first, pair.second, count});
  counts.rare.assign(rare.begin(), rare.end());
  const TempDir folder;
  const std::string path = folder / "statistics";
  if (!archive::write_statistics(path, counts)) throw std::runtime_error("cannot write " + path);
  auto opened = archive::Statistics::open(path);
  if (!opened) throw std::runtime_error(opened.error().message);
  return std::move(*opened);
}

}  // namespace khobao::test
