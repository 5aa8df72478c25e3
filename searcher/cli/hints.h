#pragma once
/// What else may have been meant, offered in a line beside the answer.
///
///   lúa or gạo   ->   'or' is searched as a word; OR between words takes either: 31 articles match
#include <string>
#include <vector>

#include "common/base/message.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// Where "and", "or" or "not" were typed in small letters and would change the number of matches as
/// operators: what they would find.
std::vector<Message> operator_hints(Index& index, const SearchRequest& request,
                                    const SearchResponse& response);

/// Where the query cites a numbered document that the archive knows ("chỉ thị 35"): the filter that
/// finds what cites it, however it is written.
std::vector<Message> document_hints(const Index& index, const std::string& query);

/// `query` with "and", "or" and "not" outside of quotation marks in capitals; `query` itself where
/// there are none.
std::string with_capital_operators(const std::string& query);

}  // namespace khobao::searcher
