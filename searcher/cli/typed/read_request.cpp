#include "searcher/cli/typed/read_request.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <utility>

#include "common/archive/disk/bounded_file.h"
#include "common/language/say.h"
#include "searcher/cli/typed/asked_together.h"
#include "searcher/cli/typed/facet_choices.h"
#include "searcher/cli/typed/typed_lines.h"
#include "searcher/filter/date_bounds.h"
#include "searcher/show/render/formats.h"

namespace khobao::searcher {
namespace {

// What matches are counted by.
Result<void> read_counts(const Options& o, SearchRequest& request) {
  for (const std::string& facet : o.facets) {
    if (const DateStep step = step_in(facet); step != DateStep::own) request.date_step = step;
    const auto field = archive::find_field(facet.substr(0, facet.find(':')));
    auto& wanted = request.facets;
    if (field && std::find(wanted.begin(), wanted.end(), *field) == wanted.end())
      wanted.push_back(*field);
  }
  if (!o.table.empty()) {
    if (o.table.size() != 2) {
      return Error{ErrorCode::usage, say("--table crosses two fields, not {}", o.table.size()),
                   say("as in: searcher {}", "lúa gạo --table source,date:year")};
    }
    request.table = TableRequest{side_named(o.table[0]), side_named(o.table[1])};
  }
  return {};
}

Result<std::string> read_query(const Options& o, std::istream& in) {
  std::string query;
  for (const std::string& word : o.words) query += (query.empty() ? "" : " ") + word;
  if (o.query_file.empty()) return query;
  if (!query.empty()) {
    return Error{ErrorCode::usage, say("a query was given both as words and with --query-file"),
                 say("leave out one of them")};
  }
  if (o.query_file == "-") {
    query.assign(std::istreambuf_iterator<char>(in), {});
  } else {
    constexpr size_t kMostBytes = 1 << 24;  // far more than any query is read to
    auto bytes = archive::read_bounded_file(o.query_file, kMostBytes);
    if (!bytes) return bytes.error();
    query = std::move(*bytes);
  }
  strip_byte_order_mark(query);
  while (!query.empty() && (query.back() == '\n' || query.back() == '\r')) query.pop_back();
  return query;
}

}  // namespace

Result<SearchRequest> read_request(const Options& o, std::istream& in, text::Day today) {
  if (auto fit = check_asked_together(o); !fit) return fit.error();
  SearchRequest request;
  if (auto read = read_counts(o, request); !read) return read.error();
  auto query = read_query(o, in);
  if (!query) return query.error();
  request.query = std::move(*query);
  for (const archive::FieldRow& field : archive::kFields) {
    for (const std::string& value : o.filters[static_cast<size_t>(field.id)]) {
      const bool exclude = value.starts_with('!');
      request.filters.push_back({field.id, exclude ? value.substr(1) : value, exclude});
    }
  }
  request.with_predecessors = o.with_predecessors;
  request.facet_limit = o.facet_limit;
  auto dates = filter::date_range({.on = o.date, .from = o.from, .to = o.to}, today);
  if (!dates) return dates.error();
  request.dates = dates->range;
  request.notes = std::move(dates->notes);
  request.today = today;
  request.undated = o.undated;
  request.live_only = o.live_only;
  request.full_only = o.no_partial;
  request.all_shards = o.all_shards;
  if (const show::Format* format = show::find_format(o.format))
    request.want_snippets = format->snippets;
  request.kinds = o.kind == "listing" ? Kinds::listings
                  : o.kind == "all"   ? Kinds::all
                                      : Kinds::articles;
  request.sort = o.sort == "newest"   ? Sort::newest
                 : o.sort == "oldest" ? Sort::oldest
                                      : Sort::relevance;
  request.match = o.match == "all"   ? query::MatchMode::all
                  : o.match == "any" ? query::MatchMode::any
                                     : query::MatchMode::words;
  request.offset = o.offset;
  request.limit = o.limit;
  request.snippet_chars = o.snippet_chars;
  request.explain = o.explain;
  request.fold_reposts = !o.all_copies;
  request.literal = o.literal;
  request.near = o.near;
  return request;
}

}  // namespace khobao::searcher
