#pragma once
/// What tells an article's text again wherever it comes from: in another file, under another id, with
/// another page around it.
#include <cstdint>
#include <string>

#include "common/archive/article.h"

namespace khobao::keep {

/// Of an article's title and lines as they were read, whatever lessons and corrections made of them.
uint64_t text_print(const archive::Article& article);

/// The same as orders to hide an article keep it; "" where it has no lines, for a title alone may well
/// be that of another.
std::string shown_print(const archive::Article& article);

}  // namespace khobao::keep
