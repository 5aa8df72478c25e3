#pragma once
/// The block that crawlers and converters write in front of an article's text, each line a key and
/// its value:
///
///   # Đội nhà chờ trận cuối mùa
///   **Source:** https://baomay.example/doi-nha.html
///   **Published:** 2026-03-05T12:42:00+07:00
///   **Crawled:** 2026-06-08T15:58:26
///   ---
///
/// "Nguồn: TTXVN" and "Tác giả: Lê Na" at the head of a printed page look the same, and say the
/// same.
#include "indexer/read/page.h"

namespace khobao::read {

/// Takes the block at the head of `page` over into what it states, and marks its lines furniture.
/// At most a heading may stand in front. Keys are those of record_keys.h; one line with an address,
/// a moment of crawling or a known crawler's key makes a block, any other needs two.
void read_head_block(Page& page);

}  // namespace khobao::read
