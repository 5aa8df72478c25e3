#pragma once
/// Finds groups of reposts among many fingerprints.
///
/// Articles that share a run of words are neighbours in the list of its holders; those near each
/// other in such a list are compared, and what is_repost() says joins them into groups:
///
///   run h1   a c f            a–c  a–f  c–f      are compared
///   run h2   a b … 900 more   each with the kCompared that follow
///
/// A boilerplate that a thousand articles hold so costs a thousand comparisons, not a million, and
/// a story that fifty outlets ran hangs together all the same. Time is near-linear in the number of
/// articles, and beside the fingerprints, which may be mapped, memory is 16 bytes an article and a
/// bounded table.
///
/// The result is a function of the articles: lists are in the order of their keys, and no
/// comparison depends on another.
#include <cstdint>
#include <functional>
#include <vector>

#include "common/archive/reposts/fingerprint.h"

namespace khobao::archive {

/// How many of those that follow in the list of a run each article is compared with.
inline constexpr size_t kCompared = 8;

/// The groups of two and more among articles 0 to `count` − 1, which stand in an order of their own
/// (such as that of a hash of their ids); each group ascending, the groups by their first articles.
/// `fingerprint`: of one of them, valid until the end.
std::vector<std::vector<uint32_t>> group_reposts(
    uint32_t count, const std::function<Fingerprint(uint32_t)>& fingerprint);

}  // namespace khobao::archive
