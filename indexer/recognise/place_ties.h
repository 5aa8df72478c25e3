#pragma once
/// Which place lies in which, and what became of one, as an article prints it:
///
///   xã Mỹ Hiệp, huyện Phù Mỹ, tỉnh Bình Định     xã Mỹ Hiệp in huyện Phù Mỹ, both in tỉnh Bình Định
///   các xã Cát Hải, Cát Tài (huyện Phù Cát)      both in huyện Phù Cát
///   xã Đồi Sim (nay là phường Sim Thượng)        xã Đồi Sim became phường Sim Thượng
///   phường Sim Thượng (xã Đồi Sim cũ)            likewise
///
/// Counted over the archive they tell communes of one name apart: no gazetteer has them all.
#include <span>
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "common/names/name_key.h"
#include "common/text/token.h"
#include "indexer/recognise/article_tokens.h"

namespace khobao::recognise {

struct PlaceTie {
  enum class Kind : unsigned char { lies_in, became };
  Kind kind = Kind::lies_in;
  std::string from, to;  ///< names of Article::places

  bool operator==(const PlaceTie&) const = default;
};

/// Between places of the article, each once, in the order printed. `tokens`: those of `article`;
/// `keys`: kept by the caller from article to article.
std::vector<PlaceTie> place_ties(const archive::Article& article, const ArticleTokens& tokens,
                                 names::NameKeys& keys);

}  // namespace khobao::recognise
