#pragma once
/// Ids of texts that their sources no longer have.
///
///   bao/cau.txt                  the article at its source
///   bao/cau.txt@2026-11-29       its text until that day
///   bao/cau.txt@2026-11-29.2     the second text that went on that day
#include <string>
#include <string_view>

namespace khobao::archive {

/// `number`: 1 for the first of the day.
std::string version_id(std::string_view id, std::string_view day, unsigned number);

/// The id of the article of which this is the id of a version; "" of any other id.
std::string_view version_base(std::string_view id);

/// True where `a` went before `b`, both ids of versions of one article.
bool went_before(std::string_view a, std::string_view b);

}  // namespace khobao::archive
