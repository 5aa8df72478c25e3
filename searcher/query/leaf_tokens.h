#pragma once
/// What the tokenizer makes of a query, leaf by leaf, in the light of what stands beside each.
///
///   sáng 16.12       ->   sáng, [16/12: a date, for the word in front says so]
///   nghị quyết TƯ    ->   nghị, quyết, tw
///   tăng 3 %         ->   tăng, [3%: 3]
#include "searcher/query/ast.h"

namespace khobao::query {

/// Fills `Node::tokens` of every leaf. A tree whose words have changed is another text, to be
/// tokenised again.
void tokenise(Node& root);

}  // namespace khobao::query
