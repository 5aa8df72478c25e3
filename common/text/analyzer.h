#pragma once
/// The analyzer as both programs use it: tokenizer, normalisation and vocabulary under one version.
/// An index records the version; the searcher refuses any other.
#include <string_view>

#include "common/text/tokenizer.h"
#include "common/text/vocabulary.h"

namespace khobao::text {

/// Raised with every change that gives some text other tokens.
inline constexpr int kAnalyzerVersion = 2;

/// The embedded vocabulary file, whose hash is part of the version.
std::string_view vocabulary_bytes();

}  // namespace khobao::text
