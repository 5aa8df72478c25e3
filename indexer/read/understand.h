#pragma once
/// What an archivist reads off a page: title, date, source, author; paragraphs and captions apart
/// from the furniture around. One example, a page dump:
///
///   Thứ 4, 21/04/2021, 07:24[GMT+7]            the crawler's clock          -> furniture
///   Mùa nước nổi về sớm ở Đồng Mây             title
///   Thứ 5, 02/07/2020 | 08:43:10               published 2020-07-02T08:43   -> furniture
///   467 lượt xem                                                            -> furniture
///   Nước về sớm hơn nửa tháng, theo …          paragraph
///   Quang cảnh bến Mây.                        caption
///   Theo: maydong.vn                           source (kept as a paragraph)
///   Tin cùng chuyên mục                        related articles follow      -> furniture
#include <string_view>

#include "common/archive/article.h"
#include "common/text/dates/calendar.h"
#include "indexer/read/page.h"

namespace khobao::read {

/// What is known of an article's arrival.
struct Receipt {
  text::Day received;     ///< the last day that it can be of; year 0 where unknown
  text::Day crawled;      ///< when a crawler came: no article is of a later day; year 0 likewise
  text::Day today;        ///< no article is of a day that has not come; year 0 where not known
  std::string_view path;  ///< its file's, which may name a day; "" for records
};

/// Fills all of an Article but id, path, organisations and documents. Where the page states a day
/// of receipt, too, the earlier holds. What the page states (Stated) outranks what its lines say,
/// except that a credit in the text outranks the stated source as `source`.
///
/// Records of JSON Lines are articles; only files can be listings.
archive::Article understand(Page page, const Receipt& receipt);

}  // namespace khobao::read
