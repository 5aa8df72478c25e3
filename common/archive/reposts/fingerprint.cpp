#include "common/archive/reposts/fingerprint.h"

#include <algorithm>

#include "common/archive/disk/hash.h"

namespace khobao::archive {
namespace {

// See is_repost(). Of fewer runs chance has too large a share.
constexpr size_t kLeastCompared = 12;
constexpr double kLeastRuns = 0.6;
constexpr double kLeastLength = 0.2;
constexpr double kLeastNumbers = 0.75;
constexpr size_t kNumbersEdited = 3;

// MurmurHash3's finaliser: every bit of the input changes half the bits of the output.
uint64_t mixed(uint64_t h) {
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdu;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53u;
  return h ^ (h >> 33);
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The least `most` of them, ascending, without repeats.
std::span<const uint32_t> least(std::vector<uint32_t>& hashes, size_t most) {
  // Repeats are few, so that the least of twice as many hold enough different ones but in odd texts.
  const size_t some = 2 * most;
  if (hashes.size() > some) {
    std::nth_element(hashes.begin(), hashes.begin() + static_cast<long>(some), hashes.end());
    std::sort(hashes.begin(), hashes.begin() + static_cast<long>(some));
    const auto end = std::unique(hashes.begin(), hashes.begin() + static_cast<long>(some));
    if (static_cast<size_t>(end - hashes.begin()) >= most) return {hashes.data(), most};
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return {hashes.data(), std::min(most, hashes.size())};
}

struct Sample {
  size_t a = 0, b = 0, both = 0;
};

// What two sketches hold up to the end of the one that ends first; a sketch of fewer than `most`
// hashes holds all there are.
Sample sample(std::span<const uint32_t> a, std::span<const uint32_t> b, size_t most) {
  uint32_t end = UINT32_MAX;
  for (const auto& sketch : {a, b}) {
    if (sketch.size() >= most) end = std::min(end, sketch.back());
  }
  Sample out;
  size_t i = 0, j = 0;
  while (true) {
    const bool more_a = i < a.size() && a[i] <= end, more_b = j < b.size() && b[j] <= end;
    if (!more_a && !more_b) return out;
    const bool from_a = more_a && (!more_b || a[i] <= b[j]);
    const bool from_b = more_b && (!more_a || b[j] <= a[i]);
    out.a += from_a;
    out.b += from_b;
    out.both += from_a && from_b;
    i += from_a;
    j += from_b;
  }
}

}  // namespace

FingerprintMaker::FingerprintMaker() : vocabulary_(text::vocabulary().size()) {}

// Worked out when it is first asked for: a small update has few words.
const FingerprintMaker::Word& FingerprintMaker::vocabulary_word(text::WordId id) {
  Word& word = vocabulary_[id];
  if (!word.known) {
    const std::string_view letters = text::vocabulary().word(id);
    word = {.hash = hash64(letters), .known = true, .number = has_digit(letters)};
  }
  return word;
}

Fingerprint FingerprintMaker::make(const TokenStream& stream) {
  words_.clear();
  runs_.clear();
  numbers_.clear();
  for (size_t i = stream.body_begin; i < stream.words.size(); ++i) {
    const StreamWord word = stream.words[i];
    if (is_gap(word)) continue;
    bool number = false;
    if (word >= kOwnWord) {
      words_.push_back(hash64(stream.term(word)));
      number = has_digit(stream.term(word));
    } else {
      const Word& known = vocabulary_word(word);
      words_.push_back(known.hash);
      number = known.number;
    }
    if (!number) continue;
    const uint64_t before = words_.size() > 1 ? words_[words_.size() - 2] : 0;
    numbers_.push_back(static_cast<uint32_t>(mixed(before * 31 + words_.back()) >> 32));
  }
  for (size_t i = kRunWords; i <= words_.size(); ++i) {
    uint64_t run = 0;
    for (size_t j = i - kRunWords; j < i; ++j) run = run * 0x9e3779b97f4a7c15u + words_[j];
    runs_.push_back(static_cast<uint32_t>(mixed(run) >> 32));
  }
  return {.runs = least(runs_, kKeptRuns), .numbers = least(numbers_, kKeptNumbers)};
}

Likeness likeness(const Fingerprint& a, const Fingerprint& b) {
  Likeness out;
  const Sample runs = sample(a.runs, b.runs, kKeptRuns);
  out.compared = std::min(runs.a, runs.b);
  if (out.compared == 0) return out;
  const double compared = static_cast<double>(out.compared);
  out.runs = static_cast<double>(runs.both) / compared;
  out.length = compared / static_cast<double>(std::max(runs.a, runs.b));
  const Sample numbers = sample(a.numbers, b.numbers, kKeptNumbers);
  out.numbers = std::min(numbers.a, numbers.b);
  out.numbers_found = numbers.both;
  return out;
}

bool is_repost(const Likeness& l) {
  if (l.compared < kLeastCompared || l.runs < kLeastRuns || l.length < kLeastLength) return false;
  return l.numbers - l.numbers_found <= kNumbersEdited ||
         static_cast<double>(l.numbers_found) >= kLeastNumbers * static_cast<double>(l.numbers);
}

}  // namespace khobao::archive
