#include "indexer/recognise/rules/other_things.h"

#include <algorithm>
#include <array>

#include "common/text/letters/normalise.h"

namespace khobao::recognise {
namespace {

constexpr size_t kTickerLetters = 3;
constexpr size_t kMostTickers = 12;  // in a list

constexpr std::array<std::string_view, 7> kLeagues{"League", "league", "Liga",  "Cup",
                                                   "Games",  "Ligue",  "Bundesliga"};

// Reads a paragraph's words around a span.
class Around {
 public:
  Around(const names::Paragraph& paragraph, const NameSpan& span)
      : paragraph_(paragraph), words_(paragraph.words), span_(span) {}

  bool is_ticker() const {
    if (span_.end != span_.first + 1 || !looks_like_ticker(span_.first)) return false;
    // Back over the list that it stands in: "cổ phiếu HPG, VNM và FPT".
    size_t at = span_.first;
    for (size_t n = 0; n < kMostTickers; ++n) {
      if (is_exchange(at) || follows(at, "mã") || follows(at, "phiếu")) return true;
      if (at >= 2 && small(at - 1) == "và" && looks_like_ticker(at - 2)) {
        at -= 2;
      } else if (at >= 1 && (words_[at].before & names::sep::kComma) != 0 &&
                 looks_like_ticker(at - 1)) {
        at -= 1;
      } else {
        return false;
      }
    }
    return false;
  }

  bool is_league() const {
    for (size_t i = span_.first; i < span_.end; ++i) {
      if (is_league_word(i)) return true;
    }
    return span_.end < words_.size() && words_[span_.end].joined(kInside) &&
           is_league_word(span_.end);
  }

  // "cuộc thi", "chương trình", "bộ phim" in front of it.
  bool is_event() const {
    if (span_.first == 0 || words_[span_.first].before == names::sep::kStart) return false;
    if (!words_[span_.first].joined(names::sep::kSpace | names::sep::kQuote)) return false;
    const std::string last = small(span_.first - 1);
    const std::string before = span_.first > 1 ? small(span_.first - 2) : "";
    return last == "phim" || last == "gameshow" || last == "show" ||
           (last == "thi" && before == "cuộc") || (last == "trình" && before == "chương");
  }

  bool is_venue() const {
    if (span_.end < span_.first + 4) return false;
    const std::string kind = small(span_.first + 2) + " " + small(span_.first + 3);
    return small(span_.first) == "trung" && small(span_.first + 1) == "tâm" &&
           (kind == "hội nghị" || kind == "thương mại");
  }

  bool posted_on() const { return follows(span_.first, "trên"); }

 private:
  static constexpr uint16_t kInside = names::sep::kSpace | names::sep::kDash | names::sep::kDot;

  std::string_view surface(size_t i) const { return paragraph_.surface(words_[i]); }
  std::string small(size_t i) const { return text::normalise_word(surface(i)); }

  bool follows(size_t i, std::string_view word) const {
    return i > 0 && words_[i].before == names::sep::kSpace && surface(i - 1) == word;
  }
  bool looks_like_ticker(size_t i) const {
    const std::string_view word = surface(i);
    return word.size() == kTickerLetters &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  // "(HOSE: SKG)"
  bool is_exchange(size_t i) const {
    if (i == 0 || (words_[i - 1].before & names::sep::kOpen) == 0) return false;
    const std::string_view word = surface(i - 1);
    return word == "HOSE" || word == "HNX" || word == "UPCoM" || word == "UPCOM" ||
           word == "HoSE" || word == "mã" || word == "Mã";
  }
  bool is_league_word(size_t i) const {
    return std::find(kLeagues.begin(), kLeagues.end(), surface(i)) != kLeagues.end();
  }

  const names::Paragraph& paragraph_;
  const std::vector<names::Word>& words_;
  const NameSpan& span_;
};

}  // namespace

bool is_other_thing(const names::Gazetteer& gazetteer, const names::Paragraph& paragraph,
                    const NameSpan& span, const names::Entry* known) {
  if (span.kind != NameKind::organisation || (known != nullptr && known->user)) return false;
  const Around around(paragraph, span);
  if (around.is_ticker() || around.is_venue()) return true;
  const bool company = known != nullptr && (known->platform || gazetteer.kind(*known) == "company");
  if (company && around.posted_on()) return true;
  const bool body = gazetteer.lexicon().has(paragraph.words[span.first].symbol, names::role::kHead);
  return !body && known == nullptr && (around.is_league() || around.is_event());
}

}  // namespace khobao::recognise
