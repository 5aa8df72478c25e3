#pragma once
/// A plan as its user reads it.
///
///   cầu hà nội -lũ       cầu · hà nội · -lũ
///   hđnd "đại hội" bao   (hđnd / hội đồng nhân dân) · "đại hội" · (báo / bảo / bão)
///   title:lúa a NEAR/3 b title:lúa · (a NEAR/3 b)
#include <string>

#include "searcher/query/plan.h"

namespace khobao::query {

/// What is searched, in one line: words as they are cut, other forms of a word after slashes, the
/// first kMaxShownForms of them. "" for a plan that asks nothing.
std::string describe(const PlanNode& root);

/// The same of a whole plan, its small words in square brackets: "luật du lịch · [có] · [gì] · mới".
std::string describe(const Plan& plan);

inline constexpr size_t kMaxShownForms = 6;

}  // namespace khobao::query
