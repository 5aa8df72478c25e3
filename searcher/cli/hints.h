#pragma once
/// What else may have been meant, offered in a line beside the answer.
///
///   lúa or gạo   ->   'or' is searched as a word; OR between words takes either: 31 articles match
///   bộ y tế      ->   Bộ Y tế is an organisation that 12 articles name: --org 'Bộ Y tế'
///   chỉ thị 35   ->   Chỉ thị 35-CT/TW is a document that 4 articles cite: --doc 'Chỉ thị 35-CT/TW'
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// Where "and", "or" or "not" were typed in small letters and would change the number of matches as
/// operators: what they would find.
std::vector<std::string> operator_hints(Index& index, const SearchRequest& request,
                                        const SearchResponse& response);

/// The organisation, person and documents that the whole query names, where no filter of the request
/// names one already; those in most articles first, a few of each.
std::vector<std::string> name_offers(const Index& index, const SearchRequest& request);

/// `query` with "and", "or" and "not" outside of quotation marks in capitals; `query` itself where
/// there are none.
std::string with_capital_operators(const std::string& query);

}  // namespace khobao::searcher
