#pragma once
#include <string>
#include <vector>

namespace khobao::reading {

/// Everyday words that say the same as words of a query (data/everyday.tsv), each as its syllables:
/// nhà băng -> ngân hàng. Weaker than equivalents: they speak for an article and make no match.
/// `runs`: the query's words one after another, as in query::Plan. Where several entries begin at a
/// word, the longest counts.
std::vector<std::vector<std::string>> everyday_words(
    const std::vector<std::vector<std::string>>& runs);

}  // namespace khobao::reading
