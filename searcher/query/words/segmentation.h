#pragma once
/// Which neighbouring syllables of a query are one word.
///
///   nguyễn đức chung hà nội   ->   nguyễn+đức+chung  hà+nội
///   ban tổ chức trung ương    ->   ban+tổ+chức  trung+ương
///   đại hội đảng bộ           ->   đại+hội  đảng+bộ
///
/// How strongly two syllables are bound is their normalised pointwise mutual information over the
/// archive: 1 where neither stands without the other, 0 where they meet by chance, its pair count
/// lowered by what chance may add to it. Small archives say little; so the pairs of
/// data/word_pairs.tsv count as bound at least as they are in Vietnamese news at large.
///
/// Of all ways to cut the query, the one whose words are bound best together is taken: a word of
/// two syllables counts its bond less kPairBond, one of three its two bonds less kPairBond and
/// kTripleBond, and a person's name (data/surnames.txt in front) of up to four its bonds less
/// kPairBond. A word is no longer than that: what is tied together more loosely may stand apart
/// in an article. A loanword and a Vietnamese syllable are one word where they are bound by kLoanBond.
/// Grammar words and loose heads (data/loose_words.tsv) are joined only under the
/// conditions stated there.
///
/// The limits were chosen by reading the cuts of some fifty phrases from three news corpora: at
/// 0.22, "đại hội" and "đảng bộ" are words and "hội đảng" (0.14) is not; at 0.35, "ban tổ chức"
/// and "bộ y tế" are and "thăm Việt Nam" (0.26) is not.
#include <string>
#include <vector>

#include "searcher/query/words/word_statistics.h"

namespace khobao::query {

inline constexpr double kPairBond = 0.22;
inline constexpr double kTripleBond = 0.35;
/// The bonds inside a person's name, of its second pair and of a third.
inline constexpr double kNameBond = 0.08;
inline constexpr double kLongNameBond = 0.3;
/// What binds a grammar word to another.
inline constexpr double kFunctionBond = 0.5;
/// What binds a loanword, which meets few others by chance: "xe container" is a word (0.48), "container
/// đâm" (0.23) and "loại trừ vaccine" (0.29) are not.
inline constexpr double kLoanBond = 0.4;

/// True for words of letters that are no Vietnamese syllable: "container", but "ubnd", too.
bool is_loanword(const std::string& word);

/// How strongly `first` and `second` are bound, 0 to 1.
double bond(const std::string& first, const std::string& second, const WordStatistics& statistics);

/// joined[i] tells whether words[i] and words[i + 1] belong to one word; one shorter than `words`,
/// empty for none. `words`: normalised syllables that stand side by side in the query.
std::vector<bool> joined_words(const std::vector<std::string>& words,
                               const WordStatistics& statistics);

}  // namespace khobao::query
