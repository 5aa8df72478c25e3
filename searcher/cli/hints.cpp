#include "searcher/cli/hints.h"

#include <algorithm>

#include "searcher/cli/next_page.h"
#include "searcher/search.h"

namespace khobao::searcher {
namespace {

constexpr std::string_view kOperators[] = {"and", "or", "not"};

std::string articles(uint64_t count) {
  return std::to_string(count) + (count == 1 ? " article" : " articles");
}

}  // namespace

std::string with_capital_operators(const std::string& query) {
  std::string out;
  bool quoted = false;
  for (size_t begin = 0; begin <= query.size();) {
    const size_t end = std::min(query.find(' ', begin), query.size());
    std::string word = query.substr(begin, end - begin);
    const bool inside = quoted;
    quoted ^= std::count(word.begin(), word.end(), '"') % 2 == 1;
    const bool first = out.find_first_not_of(' ') == std::string::npos;
    const bool last = query.find_first_not_of(' ', end) == std::string::npos;
    const bool operates = !inside && !last && (word == "not" || !first) &&
                          std::find(std::begin(kOperators), std::end(kOperators), word) !=
                              std::end(kOperators);
    if (operates) std::transform(word.begin(), word.end(), word.begin(), [](char c) {
      return static_cast<char>(c - ('a' - 'A'));
    });
    out += (begin == 0 ? "" : " ") + word;
    begin = end + 1;
  }
  return out;
}

std::vector<std::string> operator_hints(Index& index, const SearchRequest& request,
                                        const SearchResponse& response) {
  const std::string meant = with_capital_operators(request.query);
  if (meant == request.query) return {};
  SearchRequest other = request;
  other.query = meant;
  other.limit = 0;
  other.offset = 0;
  other.sort = Sort::newest;
  other.facets.clear();
  other.explain = other.want_snippets = false;
  const auto found = search(index, other);
  if (!found || found->total == response.total) return {};
  return {"'and', 'or' and 'not' are words in small letters; as operators: searcher " +
          shell_quoted(meant) + " (" + articles(found->total) +
          (found->total == 1 ? " matches)" : " match)")};
}

}  // namespace khobao::searcher
