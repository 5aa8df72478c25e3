#pragma once
/// Which lists a layer has beside its index (posting_file.h), and the making of them: of words, in texts
/// or titles, that one article in 32 holds, and of two words side by side, by token streams, where one in
/// 64 holds them so and both are among the 1,500 commonest; never of fewer than 64 articles. A list that
/// is not there says nothing.
#include <string>
#include <vector>

#include "common/archive/postings/posting_file.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Two words side by side, and in which articles.
struct PairPostings {
  std::string key;  ///< pair_key()
  PostingPacker list;
};

/// The pairs of a layer of so many articles, by its file of streams.
Result<std::vector<PairPostings>> layer_pairs(const std::string& streams_file, uint64_t articles);

/// Writes the file `to`: the pairs, and the words of the layer's index. `db`: the archive, for messages.
Result<void> write_layer_postings(const std::string& db, const std::string& index, uint64_t articles,
                                  const std::vector<PairPostings>& pairs, const std::string& to);

}  // namespace khobao::archive
