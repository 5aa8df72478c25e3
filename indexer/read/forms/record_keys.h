#pragma once
/// The keys of data/record_keys.tsv: which field of an article a crawler's key states.
#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/read/page.h"

namespace khobao::read {

enum class RecordField : unsigned char {
  unknown,  ///< no row has the key
  skip,     ///< known, and nothing to read
  id,
  url,
  title,
  published,
  updated,
  received,
  crawled,
  source,
  author,
  section,
  summary,
  body,
  html,
};

struct RecordKey {
  RecordField field = RecordField::unknown;
  size_t rank = 0;  ///< the lower the surer, within its field
};

/// `key` as printed: letter case, marks, spaces and signs don't matter ("Ngày đăng", "ngay_dang").
RecordKey record_key(std::string_view key);

/// Where a field is kept; nullptr for the text and for what is not kept.
std::string* stated_field(Stated& stated, RecordField field);

}  // namespace khobao::read
