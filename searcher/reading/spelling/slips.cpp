#include "searcher/reading/spelling/slips.h"

#include <algorithm>
#include <type_traits>

#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/telex.h"
#include "common/text/letters/utf8.h"
#include "searcher/reading/spelling/keyboard.h"

namespace khobao::reading {
namespace {

constexpr size_t kLeastLetters = 2;
constexpr size_t kMostLetters = 24;

// How much less likely each slip is than a right key, in natural logarithms. Only their order and
// rough distance count: errors of typists are mostly neighbours, doubles and swaps.
constexpr double kTelexLeft = 1;    // "hôij": the method was off, or the tone came too early
constexpr double kDoubled = 3;      // a letter typed twice
constexpr double kSwapped = 3.5;    // two letters in the other order
constexpr double kNeighbour = 3.5;  // the key beside
constexpr double kLeftOut = 4;      // a letter missing
constexpr double kOtherMarks = 4;   // the same vowel with other marks
constexpr double kExtra = 4.5;      // one too many
constexpr double kOtherLetter = 6;  // any other key

// Every letter of Vietnamese, f j w z among them for foreign names.
constexpr std::u32string_view kLetters =
    U"bcdđfghjklmnpqrstvwxz"
    U"aàáảãạăằắẳẵặâầấẩẫậ"
    U"eèéẻẽẹêềếểễệiìíỉĩị"
    U"oòóỏõọôồốổỗộơờớởỡợ"
    U"uùúủũụưừứửữựyỳýỷỹỵ";

char base_of(char32_t letter) {
  if (letter < 0x80) return static_cast<char>(letter);
  const std::string folded = text::fold(text::to_utf8(std::u32string(1, letter)));
  return folded.size() == 1 ? folded.front() : '\0';
}

// There is no tone to place in words without accents.
std::string spelt(std::string& plain) { return std::move(plain); }
std::string spelt(const std::u32string& letters) {
  return text::to_utf8(text::place_tone(letters));
}

// Letters: std::string where the word is without accents, and so are its slips; else std::u32string.
template <class Letters>
class Collector {
 public:
  Collector(const std::string& word, Letters typed, size_t known_letters, std::vector<Slip>& out)
      : word_(word),
        typed_(std::move(typed)),
        last_(kPlain ? std::min(known_letters, typed_.size()) : typed_.size()),
        out_(out) {
    for (const auto c : typed_) bases_ += base_of(static_cast<char32_t>(c));
  }

  void run() {
    // Words without accents are mended without: their accents are restored later.
    const std::u32string_view alphabet = kPlain ? U"abcdefghijklmnopqrstuvwxyz" : kLetters;
    std::string alphabet_bases;
    for (const char32_t c : alphabet) alphabet_bases += base_of(c);
    for (size_t i = 0; i < typed_.size() && i <= last_; ++i) {
      drop(i);
      swap(i);
      for (size_t l = 0; l < alphabet.size(); ++l) replace(i, alphabet[l], alphabet_bases[l]);
    }
    for (size_t i = 0; i <= last_; ++i) {
      for (const char32_t letter : alphabet) {
        Letters word = typed_;
        word.insert(i, 1, static_cast<Letter>(letter));
        add(std::move(word), kLeftOut);
      }
    }
    telex();
  }

 private:
  static constexpr bool kPlain = std::is_same_v<Letters, std::string>;
  using Letter = typename Letters::value_type;

  void add(Letters word, double cost) {
    std::string mended = spelt(word);
    if (mended != word_) out_.push_back({std::move(mended), cost});
  }

  void drop(size_t i) {
    const bool doubled = (i > 0 && bases_[i - 1] == bases_[i]) ||
                         (i + 1 < bases_.size() && bases_[i + 1] == bases_[i]);
    Letters word = typed_;
    word.erase(i, 1);
    add(std::move(word), doubled ? kDoubled : kExtra);
  }

  void swap(size_t i) {
    if (i + 1 == typed_.size()) return;
    Letters word = typed_;
    std::swap(word[i], word[i + 1]);
    add(std::move(word), kSwapped);
  }

  void replace(size_t i, char32_t letter, char base) {
    if (typed_[i] == static_cast<Letter>(letter)) return;
    const bool beside = keys_beside(bases_[i]).find(base) != std::string_view::npos;
    Letters word = typed_;
    word[i] = static_cast<Letter>(letter);
    add(std::move(word), base == bases_[i] ? kOtherMarks : beside ? kNeighbour : kOtherLetter);
  }

  void add_keys(const std::string& keys, double cost) {
    if (auto word = text::read_telex(keys); word && *word != word_)
      out_.push_back({std::move(*word), cost});
  }

  // The keys pressed, where the input method left some of them: "quôcd", "hôij".
  void telex() {
    const std::string keys = telex_keys(word_);
    add_keys(keys, kTelexLeft);
    for (size_t i = 0; i < keys.size(); ++i) {
      std::string other = keys;
      for (const char key : keys_beside(keys[i])) {
        other[i] = key;
        add_keys(other, kNeighbour);
      }
      other = keys;
      add_keys(other.erase(i, 1), kExtra);
      if (i + 1 == keys.size()) continue;
      other = keys;
      std::swap(other[i], other[i + 1]);
      add_keys(other, kSwapped);
    }
  }

  const std::string& word_;
  const Letters typed_;
  const size_t last_;  // the letter at which the last slip may be
  std::string bases_;  // of each letter of typed_, without marks
  std::vector<Slip>& out_;
};

}  // namespace

std::vector<Slip> slips_of(const std::string& word, size_t known_letters) {
  std::vector<Slip> slips;
  const size_t size = text::count_code_points(word);
  if (size < kLeastLetters || size > kMostLetters) return slips;
  if (text::is_folded(word))
    Collector<std::string>(word, word, known_letters, slips).run();
  else
    Collector<std::u32string>(word, text::to_code_points(word), known_letters, slips).run();
  std::sort(slips.begin(), slips.end(), [](const Slip& a, const Slip& b) {
    return a.word != b.word ? a.word < b.word : a.cost < b.cost;
  });
  slips.erase(std::unique(slips.begin(), slips.end(),
                          [](const Slip& a, const Slip& b) { return a.word == b.word; }),
              slips.end());
  return slips;
}

}  // namespace khobao::reading
