#pragma once
/// The article as the index keeps it, so that it is shown, quoted and verified without its file.
#include <string>
#include <string_view>

#include "common/archive/article.h"
#include "common/base/result.h"

namespace khobao::archive {

/// All fields of an article as bytes, not compressed.
std::string encode_article(const Article& article);

/// The inverse; index_corrupt where the bytes are no whole article.
Result<Article> decode_article(std::string_view bytes);

/// The text that tells one article from another: title, date, source, author and paragraphs. Its
/// content_hash() is what answers cite.
std::string citable_text(const Article& article);

}  // namespace khobao::archive
