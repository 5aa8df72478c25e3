#pragma once
/// Everything that searches say of an archive, as text: two archives that are to be the same are
/// compared by it.
#include <string>
#include <vector>

namespace khobao::test {

/// Matches, totals and facets for each query, and the whole archive's; with `scores` also the
/// scores and the order by them. Throws where the index cannot be searched.
std::string described_archive(const std::string& db, const std::vector<std::string>& queries,
                              bool scores);

}  // namespace khobao::test
