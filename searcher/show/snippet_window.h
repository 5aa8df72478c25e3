#pragma once
/// The part of a sentence that is shown where the whole is too long.
#include <string_view>
#include <vector>

#include "searcher/request.h"

namespace khobao::show {

/// The bytes of `sentence`, at most `max_chars` code points and cut between words, that hold the
/// most matches; with a word longer than that, the word.
searcher::Span densest_window(std::string_view sentence, const std::vector<searcher::Span>& matches,
                              size_t max_chars);

}  // namespace khobao::show
