#include "searcher/cli/hints.h"

#include <algorithm>
#include <array>

#include "common/archive/deleted_facets.h"
#include "common/archive/xapian_guard.h"
#include "common/text/letters/fold.h"
#include "searcher/cli/next_page.h"
#include "searcher/filter/comparable_name.h"
#include "searcher/filter/name_resolver.h"
#include "searcher/search.h"

namespace khobao::searcher {
namespace {

using archive::FieldId;

constexpr size_t kOffersOfAField = 2;
constexpr std::string_view kOperators[] = {"and", "or", "not"};

struct Kind {
  FieldId field;
  const char* is;    ///< "Bộ Y tế is …"
  const char* does;  ///< "that 12 articles …"
};

constexpr Kind kKinds[] = {{FieldId::organisation, "an organisation", "name"},
                           {FieldId::person, "a person", "name"},
                           {FieldId::document, "a document", "cite"}};

size_t spaces_in(std::string_view s) {
  return static_cast<size_t>(std::count(s.begin(), s.end(), ' '));
}

std::string articles(uint64_t count) {
  return std::to_string(count) + (count == 1 ? " article" : " articles");
}

// The names that are, word for word, what was typed; accents may be missing there.
std::vector<std::string> names_alike(const Index& index, FieldId field, const std::string& typed) {
  filter::ComparableName comparable;
  const std::string wanted = comparable.of(typed);
  const bool folded = text::is_folded(wanted);
  const size_t spaces = spaces_in(wanted);
  std::vector<std::string> names;
  for (size_t i = 0; i < index.facet_names().size(); ++i) {
    const auto value = index.facet_names()[i];
    // Most names are of another length, which is told without cutting them into words.
    if (value.field != field || value.name.size() > 3 * typed.size() ||
        spaces_in(value.name) + 2 < spaces || spaces_in(value.name) > spaces + 2)
      continue;
    const std::string form = comparable.of(value.name);
    if (form == wanted || (folded && text::fold(form) == wanted)) names.emplace_back(value.name);
  }
  return names;
}

std::vector<std::string> names_of(const Index& index, FieldId field, const std::string& query) {
  if (field != FieldId::document) return names_alike(index, field, query);
  if (query.find_first_of("0123456789") == std::string::npos) return {};
  std::vector<std::string> names;
  for (const filter::MeantName& meant :
       filter::NameResolver(index).names({field, query, false}, false))
    names.push_back(meant.name);
  return names;
}

// Operators, quotation marks and fields make a query more than a name.
bool plain_words(const std::string& query) {
  constexpr size_t kLongestName = 200;
  return !query.empty() && query.size() <= kLongestName &&
         query.find_first_of("\":*()") == std::string::npos && !query.starts_with('-') &&
         query.find(" -") == std::string::npos;
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

std::vector<std::string> name_offers(const Index& index, const SearchRequest& request) {
  if (!plain_words(request.query)) return {};
  std::vector<std::string> offers;
  const auto done = archive::guarded("look up names", index.folder(), [&]() -> Result<bool> {
    std::optional<archive::DeletedFacets> deleted;
    for (const Kind& kind : kKinds) {
      const archive::FieldRow& field = archive::field(kind.field);
      const bool filtered =
          std::any_of(request.filters.begin(), request.filters.end(),
                      [&](const Filter& filter) { return filter.field == kind.field; });
      if (filtered) continue;
      std::vector<std::pair<uint64_t, std::string>> held;
      for (const std::string& name : names_of(index, kind.field, request.query)) {
        if (!deleted) deleted.emplace(index.layers());
        const uint64_t holders =
            index.database().get_termfreq(archive::prefixed_term(field.prefix, name)) -
            deleted->count(kind.field, name);
        if (holders > 0) held.emplace_back(holders, archive::shown_value(kind.field, name));
      }
      std::sort(held.begin(), held.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
      });
      for (size_t i = 0; i < std::min(held.size(), kOffersOfAField); ++i) {
        const auto& [holders, name] = held[i];
        offers.push_back(name + " is " + kind.is + " that " + articles(holders) + " " + kind.does +
                         (holders == 1 ? "s: " : ": ") + std::string(field.option) + " " +
                         shell_quoted(name));
      }
    }
    return true;
  });
  return done ? offers : std::vector<std::string>();
}

}  // namespace khobao::searcher
