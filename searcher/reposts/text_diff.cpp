#include "searcher/reposts/text_diff.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "searcher/reposts/word_changes.h"

namespace khobao::reposts {
namespace {

constexpr double kAltered = 0.5;
// Pairs of sentences that are compared word by word; in longer texts only equal ones are aligned,
// and in texts of thousands of sentences these count as moved.
constexpr size_t kMostPairs = 250'000;
constexpr size_t kMostCells = 16'000'000;

using Sentences = std::vector<Sentence>;

std::string key_of(const Sentence& sentence) {
  std::string key;
  for (const text::Token& word : sentence.words) key += word.term + ' ';
  return key;
}

// At least as large as likeness_of(), and cheaper: order does not count.
double most_likeness(const Sentence& a, const Sentence& b) {
  std::unordered_map<std::string_view, int> counts;
  for (const text::Token& word : a.words) ++counts[word.term];
  size_t shared = 0;
  for (const text::Token& word : b.words) shared += counts[word.term]-- > 0;
  const size_t all = a.words.size() + b.words.size();
  return all == 0 ? 1 : 2 * static_cast<double>(shared) / static_cast<double>(all);
}

double worth(const Sentence& a, const Sentence& b, bool equal_only) {
  if (same_words(a, b)) return 1;
  if (equal_only || most_likeness(a, b) <= kAltered) return 0;
  const double likeness = likeness_of(a.words, b.words);
  return likeness > kAltered ? likeness : 0;
}

// The alignment of the greatest worth: pairs of places, ascending.
std::vector<std::pair<size_t, size_t>> aligned(const Sentences& a, const Sentences& b,
                                               size_t begin, size_t a_end, size_t b_end) {
  const size_t n = a_end - begin, m = b_end - begin, width = m + 1;
  if (n * m > kMostCells) return {};
  const bool equal_only = n * m > kMostPairs;
  std::vector<float> best((n + 1) * width, 0), pair(n * m, 0);
  for (size_t i = n; i-- > 0;) {
    for (size_t j = m; j-- > 0;) {
      pair[i * m + j] = static_cast<float>(worth(a[begin + i], b[begin + j], equal_only));
      const float here = pair[i * m + j] > 0 ? pair[i * m + j] + best[(i + 1) * width + j + 1] : 0;
      best[i * width + j] = std::max({here, best[(i + 1) * width + j], best[i * width + j + 1]});
    }
  }
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t i = 0, j = 0; i < n && j < m;) {
    if (best[i * width + j] == best[(i + 1) * width + j]) {
      ++i;
    } else if (best[i * width + j] == best[i * width + j + 1]) {
      ++j;
    } else {
      pairs.emplace_back(begin + i++, begin + j++);
    }
  }
  return pairs;
}

std::vector<WordChange> word_changes(const Sentence& a, const Sentence& b) {
  using In = WordChange::In;
  std::vector<WordChange> out;
  const auto put = [&](In in, const Sentence& sentence, size_t first, size_t last) {
    if (first == last) return;
    const size_t begin = sentence.words[first].begin_byte, end = sentence.words[last - 1].end_byte;
    out.push_back({in, sentence.text.substr(begin, end - begin)});
  };
  const auto shared = shared_words(a.words, b.words);
  size_t i = 0, j = 0;
  for (size_t at = 0; at < shared.size();) {
    put(In::first, a, i, shared[at].first);
    put(In::second, b, j, shared[at].second);
    size_t end = at + 1;
    while (end < shared.size() && shared[end].first == shared[end - 1].first + 1 &&
           shared[end].second == shared[end - 1].second + 1)
      ++end;
    put(In::both, b, shared[at].second, shared[end - 1].second + 1);
    i = shared[end - 1].first + 1;
    j = shared[end - 1].second + 1;
    at = end;
  }
  put(In::first, a, i, a.words.size());
  put(In::second, b, j, b.words.size());
  return out;
}

// What was dropped in one place and added in another was moved.
void tell_moved(std::vector<SentenceChange>& changes, const std::vector<std::string>& keys) {
  std::unordered_set<std::string> dropped;
  for (size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].change == Change::dropped) dropped.insert(keys[i]);
  }
  std::unordered_set<std::string> moved;
  for (size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].change == Change::added && dropped.contains(keys[i])) {
      changes[i].change = Change::moved;
      moved.insert(keys[i]);
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].change == Change::dropped && moved.contains(keys[i])) continue;
    if (kept != i) changes[kept] = std::move(changes[i]);
    ++kept;
  }
  changes.resize(kept);
}

}  // namespace

std::string_view change_name(Change change) {
  switch (change) {
    case Change::same: return "same";
    case Change::altered: return "altered";
    case Change::dropped: return "dropped";
    case Change::added: return "added";
    case Change::moved: break;
  }
  return "moved";
}

std::vector<SentenceChange> text_diff(const Sentences& first, const Sentences& second) {
  size_t begin = 0, a_end = first.size(), b_end = second.size();
  while (begin < a_end && begin < b_end && same_words(first[begin], second[begin])) ++begin;
  while (a_end > begin && b_end > begin && same_words(first[a_end - 1], second[b_end - 1]))
    --a_end, --b_end;
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t i = 0; i < begin; ++i) pairs.emplace_back(i, i);
  for (const auto& pair : aligned(first, second, begin, a_end, b_end)) pairs.push_back(pair);
  for (size_t i = a_end; i < first.size(); ++i) pairs.emplace_back(i, b_end + (i - a_end));
  pairs.emplace_back(first.size(), second.size());

  std::vector<SentenceChange> changes;
  std::vector<std::string> keys;
  size_t i = 0, j = 0;
  for (const auto& [next_i, next_j] : pairs) {
    for (; i < next_i; ++i) {
      changes.push_back({Change::dropped, first[i].text, "", {}});
      keys.push_back(key_of(first[i]));
    }
    for (; j < next_j; ++j) {
      changes.push_back({Change::added, "", second[j].text, {}});
      keys.push_back(key_of(second[j]));
    }
    if (i == first.size() || j == second.size()) continue;
    const bool same = same_words(first[i], second[j]);
    changes.push_back({same ? Change::same : Change::altered, first[i].text, second[j].text,
                       same ? std::vector<WordChange>() : word_changes(first[i], second[j])});
    keys.push_back(key_of(second[j]));
    ++i, ++j;
  }
  tell_moved(changes, keys);
  return changes;
}

}  // namespace khobao::reposts
