#include "tests/support/described_archive.h"

#include <stdexcept>

#include "searcher/filter/filters.h"
#include "searcher/search.h"

namespace khobao::test {
namespace {

using namespace searcher;

// "tin.jsonl:7": folders are named as they were typed, which may be otherwise in another run.
std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string described(Index& index, const SearchRequest& request) {
  const auto response = search(index, request);
  if (!response) throw std::runtime_error(request.query + ": " + response.error().message);
  std::string out = request.query + " = " + response->interpreted + ": " +
                    std::to_string(response->total) + " matches, " +
                    std::to_string(response->undated_hidden) + " undated hidden\n";
  for (const Facet& facet : response->facets) {
    out += "  " + std::string(archive::field(facet.field).name) + ":";
    for (const FacetCount& count : facet.counts)
      out += " " + count.value + "=" + std::to_string(count.count) + "-" +
             std::to_string(count.copies);
    out += "\n";
  }
  for (const Hit& hit : response->hits) {
    out += "  " + hit.article.id + " " + file_name(hit.article.path) + " " + hit.content_hash +
           (hit.full ? " full" : "");
    if (request.sort == Sort::relevance) out += " " + std::to_string(hit.score);
    out += "\n";
  }
  return out;
}

}  // namespace

std::string described_archive(const std::string& db, const std::vector<std::string>& queries,
                              bool scores) {
  auto index = Index::open(db);
  if (!index) throw std::runtime_error(index.error().message);
  std::string out = std::to_string(index->manifest().articles) + " articles, " +
                    std::to_string(index->manifest().undated) + " undated\n";
  constexpr size_t kAll = 10000;
  SearchRequest request;
  request.limit = kAll;
  request.facet_limit = kAll;
  using archive::FieldId;
  request.facets = {FieldId::organisation, FieldId::date, FieldId::source, FieldId::document};
  request.sort = Sort::newest;
  request.want_snippets = false;
  out += described(*index, request);
  for (const std::string& query : queries) {
    request.query = query;
    request.sort = scores ? Sort::relevance : Sort::newest;
    request.dates = {};
    out += described(*index, request);
    request.dates = {"20200301", "20211231"};
    out += described(*index, request);
  }
  for (archive::GroupNumber group = 0; group < index->reposts().size(); ++group) {
    out += "reposts:";
    for (const uint32_t docid : index->reposts().articles(group))
      out += " " + index->article(docid)->id;
    out += "\n";
  }
  for (const FieldId field : {FieldId::organisation, FieldId::source, FieldId::document}) {
    for (const FacetCount& count : filter::list_values(*index, field, ""))
      out += count.value + "=" + std::to_string(count.count) + "\n";
  }
  return out;
}

}  // namespace khobao::test
