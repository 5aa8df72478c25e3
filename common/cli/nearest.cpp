#include "common/cli/nearest.h"

#include <algorithm>
#include <string_view>

namespace khobao::cli {
namespace {

constexpr size_t kShortWord = 5;    // letters in which one slip is all that is guessed at
constexpr size_t kLeastPrefix = 3;  // letters that tell a beginning

std::string letters_of(std::string_view word) {
  while (word.starts_with('-')) word.remove_prefix(1);
  std::string letters(word);
  for (char& c : letters) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '_') c = '-';
  }
  return letters;
}

// Slips between two words; swapping neighbours is one.
size_t slips(const std::string& a, const std::string& b) {
  std::vector<std::vector<size_t>> table(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) table[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace

std::string nearest(const std::string& typed, const std::vector<std::string>& known) {
  const std::string wanted = letters_of(typed);
  constexpr size_t kLongest = 64;
  if (wanted.size() < 2 || wanted.size() > kLongest) return {};
  const size_t most = wanted.size() <= kShortWord ? 1 : 2;
  std::string best;
  size_t best_slips = most + 1;
  std::vector<std::string> beginning;
  for (const std::string& one : known) {
    const std::string letters = letters_of(one);
    if (letters.size() < 2) continue;
    if (const size_t count = slips(wanted, letters); count < best_slips) {
      best = one;
      best_slips = count;
    }
    if (wanted.size() >= kLeastPrefix && letters.starts_with(wanted)) beginning.push_back(one);
  }
  if (best.empty() && beginning.size() == 1) best = beginning.front();
  return best;
}

}  // namespace khobao::cli
