#include "indexer/recognise/article_reading.h"

#include <utility>

namespace khobao::recognise {
namespace {

// This many words of football make an article one on football.
constexpr int kFootballWords = 3;

}  // namespace

ArticleReading::ArticleReading(const names::Gazetteer& gazetteer, PhraseKinds phrases)
    : gazetteer_(gazetteer),
      grammar_(gazetteer),
      phrases_(std::move(phrases)),
      words_(gazetteer, facts_, phrases_, pairs_),
      forms_(gazetteer.symbols(), gazetteer.lexicon().roles()) {}

void ArticleReading::read_words(const names::ArticleText& article) {
  count_ = article.paragraphs.size() + 1;
  forms_.begin_article();
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
    names::read_words(text, tokens_[i], forms_, paragraphs_[i]);
  }
}

void ArticleReading::read_names() {
  football_ = is_football();
  reading_.found.clear();
  for (size_t i = 0; i < count_; ++i) grammar_.read(paragraphs_[i], i, football_, reading_);
  for (Found& found : reading_.found) found.dropped |= is_credit(found);
  words_.read(paragraphs(), reading_, forms_);
}

bool ArticleReading::is_football() const {
  const names::PhraseTable& phrases = gazetteer_.lexicon().football_phrases;
  int seen = 0;
  for (const names::Paragraph& paragraph : paragraphs()) {
    const auto& words = paragraph.words;
    for (size_t pos = 0; pos < words.size() && seen < kFootballWords; ++pos) {
      if ((words[pos].roles & names::role::kFootball) == 0) continue;
      seen += static_cast<bool>(
          phrases.longest(words, pos, [](const names::Spelling&, size_t) { return true; }));
    }
  }
  return seen >= kFootballWords;
}

// "(Theo TTXVN)", "Ảnh: AFP", "AFP/TTXVN": who took a picture or wired the story is no actor in it.
bool ArticleReading::is_credit(const Found& found) const {
  if (found.entry < 0 || gazetteer_.kind(gazetteer_.entry(found.entry)) != "media") return false;
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
    return true;  // the signature after the last sentence
  }
  return false;
}

}  // namespace khobao::recognise
