#include "searcher/cli/hints.h"

#include <algorithm>
#include <sstream>

#include "common/language/say.h"
#include "common/names/linked/linked_names.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "searcher/cli/terminal/next_page.h"
#include "searcher/filter/name_resolver.h"
#include "searcher/search.h"

namespace khobao::searcher {
namespace {

constexpr std::string_view kOperators[] = {"and", "or", "not"};

std::string folded(std::string_view phrase) { return text::fold(text::normalise_word(phrase)); }

// Kinds of documents and the letters for them that may stand before a bare number: "chi thi", "ct".
bool stands_before_numbers(std::string_view kind) {
  return names::linked_document_letters().find('s' + folded(kind)).has_value();
}

// The first "chỉ thị 35", "chỉ thị số 35-CT/TW" or "CT 35" of the query; "" without one.
std::string citation_in(const std::string& query) {
  if (query.find_first_of("0123456789") == std::string::npos ||
      query.find_first_of("\":()") != std::string::npos)
    return {};
  std::vector<std::string> words;
  std::istringstream in(query);
  for (std::string word; in >> word;) words.push_back(word);
  constexpr size_t kLongestKind = 4;  // words: "thông tư liên tịch"
  for (size_t at = 1; at < words.size(); ++at) {
    if (words[at][0] < '0' || words[at][0] > '9') continue;
    const size_t end = at > 1 && folded(words[at - 1]) == "so" ? at - 1 : at;
    for (size_t length = std::min(kLongestKind, end); length > 0; --length) {
      std::string kind;
      for (size_t i = end - length; i < end; ++i) kind += (kind.empty() ? "" : " ") + words[i];
      if (stands_before_numbers(kind)) return kind + " " + words[at];
    }
  }
  return {};
}

}  // namespace

std::vector<Message> document_hints(const Index& index, const std::string& query) {
  constexpr size_t kShown = 3;
  const std::string citation = citation_in(query);
  if (citation.empty()) return {};
  filter::NameResolver resolver(index);
  const auto found = resolver.names({archive::FieldId::document, citation}, false);
  if (found.empty()) return {};
  Message list;
  for (size_t i = 0; i < std::min(kShown, found.size()); ++i)
    list += (i == 0 ? "" : "; ") +
            std::string(archive::shown_value(archive::FieldId::document, found[i].name));
  if (found.size() > kShown) list = say("{} and {} more", list, found.size() - kShown);
  return {say("'{}' is a document: --doc {} finds {}", citation, shell_quoted(citation), list)};
}

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
    const bool operates =
        !inside && !last && (word == "not" || !first) &&
        std::find(std::begin(kOperators), std::end(kOperators), word) != std::end(kOperators);
    if (operates)
      std::transform(word.begin(), word.end(), word.begin(),
                     [](char c) { return static_cast<char>(c - ('a' - 'A')); });
    out += (begin == 0 ? "" : " ") + word;
    begin = end + 1;
  }
  return out;
}

std::vector<Message> operator_hints(Index& index, const SearchRequest& request,
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
  return {say("'and', 'or' and 'not' are words in small letters; as operators: searcher {} ({})",
              shell_quoted(meant),
              say_count(found->total, "{} article matches", "{} articles match"))};
}

}  // namespace khobao::searcher
