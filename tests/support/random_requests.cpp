#include "tests/support/random_requests.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "common/text/letters/fold.h"
#include "searcher/filter/filters.h"
#include "searcher/search.h"
#include "searcher/show/render/json_answer.h"
#include "tests/support/naive.h"
#include "tests/support/repost_articles.h"

namespace khobao::test {
namespace {

using archive::FieldId;
using searcher::SearchRequest;

const std::vector<std::string> kAskedBodies = {"Sở Y tế tỉnh Bình Định", "UBND tỉnh Gia Lai",
                                               "Hội Nông dân huyện Hoài Ân", "Bộ Y tế",
                                               "ông Trần Văn Kha", "xã Đồng Mây"};
const std::vector<std::string> kAskedDocuments = {"Chỉ thị 35-CT/TW", "Nghị quyết số 05-NQ/TU",
                                                  "Nghị định 100/2019/NĐ-CP"};
const std::vector<std::string> kAskedSources = {"Báo Sông Kôn", "Đồng Mây Online", ""};
const std::vector<std::string> kAskedAuthors = {"Trần Văn Lúa", "Lê Thị Gạo", ""};

template <class T>
const T& one_of(std::mt19937& random, const std::vector<T>& all) {
  return all[random() % all.size()];
}

std::string asked_words(std::mt19937& random) {
  switch (random() % 8) {
    case 0: return "";
    case 1: return typed(random_query(random, 2));
    case 2: return typed(random_rich_query(random, 2));
    case 3: return text::fold(typed(random_query(random, 1)));
    case 4: return one_of(random, kAskedBodies);
    case 5: return "org:\"" + kAskedBodies[random() % 4] + "\"";
    case 6: return "khánh thành cầu " + one_of<std::string>(random, {"Bến Lội", "mới", "lúa"});
    default: return one_of<std::string>(random, {"lú*", "gao lua", "hội nghị -lúa", "doc:35-CT/TW",
                                                 "source:\"Báo Sông Kôn\" gạo", "so y te"});
  }
}

}  // namespace

std::vector<TestArticle> articles_to_ask(std::mt19937& random, size_t count) {
  std::vector<TestArticle> articles = random_articles(random, count);
  size_t meeting = 0;
  for (TestArticle& article : articles) {
    // No line stands in several articles: how often it does in an archive decides what it is.
    for (size_t n = random() % 3; n > 0; --n)
      article.body += " " + one_of(random, kAskedBodies) + " họp phiên " + std::to_string(++meeting) + ".";
    if (random() % 2 == 0)
      article.body += " Theo " + one_of(random, kAskedDocuments) + ", mục " + std::to_string(++meeting) + ".";
    article.source = one_of(random, kAskedSources);
    article.author = one_of(random, kAskedAuthors);
  }
  for (TestArticle& article : repost_articles()) articles.push_back(std::move(article));
  std::shuffle(articles.begin(), articles.end(), random);
  return articles;
}

SearchRequest random_request(std::mt19937& random) {
  SearchRequest request;
  request.query = asked_words(random);
  request.today = {2022, 3, 4};
  request.sort = one_of<searcher::Sort>(
      random, {searcher::Sort::relevance, searcher::Sort::relevance, searcher::Sort::newest,
               searcher::Sort::oldest});
  request.match = one_of<query::MatchMode>(
      random, {query::MatchMode::words, query::MatchMode::words, query::MatchMode::all,
               query::MatchMode::any});
  request.kinds = one_of<searcher::Kinds>(random, {searcher::Kinds::articles, searcher::Kinds::all});
  request.limit = one_of<size_t>(random, {0, 3, 10, 1000});
  request.offset = one_of<size_t>(random, {0, 0, 2, 7});
  request.literal = random() % 4 == 0;
  request.near = random() % 6 == 0;
  request.explain = random() % 4 == 0;
  request.full_only = random() % 4 == 0;
  request.fold_reposts = random() % 3 != 0;
  if (random() % 3 == 0) request.dates = {"20200301", one_of<std::string>(random, {"", "20211231"})};
  if (random() % 2 == 0)
    request.facets = {FieldId::organisation, FieldId::date, FieldId::source, FieldId::document};
  if (random() % 4 == 0) request.facets.push_back(FieldId::place);
  request.facet_limit = one_of<size_t>(random, {2, 10});
  if (random() % 4 == 0)
    request.filters.push_back({FieldId::organisation,
                               one_of<std::string>(random, {"so y te", "Bộ Y tế", "ubnd gia lai"}),
                               random() % 3 == 0});
  if (random() % 5 == 0) request.filters.push_back({FieldId::source, "song kon", random() % 2 == 0});
  if (random() % 6 == 0)
    request.table = searcher::TableRequest{{FieldId::source}, {FieldId::date}};
  return request;
}

std::string json_answer(searcher::Index& index, const SearchRequest& request) {
  const auto response = searcher::search(index, request);
  if (!response)
    return "exit " + std::to_string(exit_status(response.error().code)) + " " +
           response.error().message.in(Language::english);
  std::ostringstream out;
  show::render_json(*response, {}, out);
  auto json = nlohmann::ordered_json::parse(out.str());
  json.erase("took_ms");
  json.erase("generation");
  for (auto& hit : json["hits"]) hit.erase("path");
  return json.dump(1);
}

std::string whole_archive(const searcher::Index& index) {
  std::string out = std::to_string(index.manifest().articles) + " articles, " +
                    std::to_string(index.manifest().undated) + " undated\n";
  for (const archive::FieldRow& field : archive::kFields) {
    if (!field.listable) continue;
    for (const auto& count : filter::list_values(index, field.id, ""))
      out += std::string(field.name) + " " + count.value + "=" + std::to_string(count.count) + "\n";
  }
  std::vector<std::string> groups;
  for (archive::GroupNumber group = 0; group < index.reposts().size(); ++group) {
    std::string ids = "reposts:";
    for (const uint32_t docid : index.reposts().articles(group))
      ids += " " + index.article(docid)->id;
    groups.push_back(ids + "\n");
  }
  std::sort(groups.begin(), groups.end());
  for (const std::string& group : groups) out += group;
  const archive::Statistics& counts = index.statistics();
  out += std::to_string(counts.articles()) + " articles counted, " + std::to_string(counts.words()) +
         " words, " + std::to_string(counts.pairs()) + " pairs, " +
         std::to_string(counts.rare_words()) + " other words\n";
  return out;
}

void check_same(const std::string& got, const std::string& want, const char* got_of, const char* want_of) {
  if (got == want) return;
  size_t line = 0, at = 0;
  while (at < std::min(got.size(), want.size()) && got[at] == want[at])
    line = got[at++] == '\n' ? at : line;
  FAIL_CHECK(got_of << ":\n" << got.substr(line, 300) << "\n" << want_of << ":\n" << want.substr(line, 300));
}

}  // namespace khobao::test
