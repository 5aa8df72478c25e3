#pragma once
/// The ways in which articles cite one document.
///
///   chỉ thị số 35    ->   chỉ thị 35, 35-CT/…
///   NQ 18            ->   nghị quyết 18, nghị quyết số 18, 18-NQ/…
///   35-CT/TW         ->   chỉ thị 35, chỉ thị số 35
///
/// Kinds and their letters stand in common/names/data/document_kinds.tsv. A number without its
/// issuer may be another document's, so it weighs less.
#include <span>
#include <string>
#include <vector>

#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// Appends the other ways to write each document cited. Of numbers with letters, `words` holds the
/// parts.
void find_document_forms(std::span<const std::string> words, std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
