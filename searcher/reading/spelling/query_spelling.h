#pragma once
/// Mistyped words of a query: what the archive knows under another spelling is searched so, the
/// rest offered.
///
///   quôcd hộii khóa XV    no article has "quôcd"         searched as quốc; said
///   bão hiểm xã hội       bão is a word                  searched as typed; "bảo hiểm" offered
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/statistics.h"
#include "common/base/message.h"
#include "searcher/query/ast.h"
#include "searcher/reading/spelling/suggestion.h"

namespace khobao::reading {

struct MendedQuery {
  query::Node root;                     ///< with the words that are searched
  std::vector<Message> notes;           ///< what is searched otherwise than typed, one line each
  std::vector<Suggestion> suggestions;  ///< at most kMostSuggestions, the likeliest first
};

inline constexpr size_t kMostSuggestions = 3;

/// The tree with other words in place of those that occur nowhere in the archive and are one slip
/// away from a word that does; a mended leaf keeps the place of what was typed. Syllables of the
/// vocabulary are never replaced, whatever the archive holds of them, and other right ones not by
/// one that differs in its marks alone; nor are abbreviations (consonants alone), for which others
/// are offered, numbers, words with digits, and words that are Telex or VNI for a known one in a
/// query without accents. `query`: the text that the tree was parsed from.
MendedQuery mend_spelling(const query::Node& root, std::string_view query,
                          const archive::Statistics& statistics);

}  // namespace khobao::reading
