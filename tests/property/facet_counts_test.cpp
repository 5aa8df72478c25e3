// A facet's count of a value is what filtering by that value returns: for words, phrases,
// exclusions, filters and date ranges, over invented archives and the sample corpus.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/naive.h"

using namespace khobao::test;

namespace {

const std::vector<std::string> kBodies = {"Sở Y tế tỉnh Bình Định", "UBND tỉnh Gia Lai",
                                          "Hội Nông dân huyện Hoài Ân", "Bộ Y tế",
                                          "Công ty TNHH Mây Ngàn"};
const std::vector<std::string> kDocuments = {
    "Chỉ thị 35-CT/TW",       "Chỉ thị 35-CT/TW ngày 30/5/2019", "Chỉ thị 35/CT-TTg", "Chỉ thị 35",
    "Nghị quyết số 05-NQ/TU", "Nghị định 100/2019/NĐ-CP",        "Quyết định số 12"};

// Random articles that also name bodies, cite documents and have sources.
std::vector<TestArticle> naming_articles(std::mt19937& random, size_t count) {
  std::vector<TestArticle> articles = random_articles(random, count);
  const std::vector<std::string> sources = {"Báo Sông Kon", "Đồng Mây Online", ""};
  for (TestArticle& article : articles) {
    for (size_t n = random() % 3; n > 0; --n)
      article.body += " " + kBodies[random() % kBodies.size()] + " họp.";
    for (size_t n = random() % 2; n > 0; --n)
      article.body += " Theo " + kDocuments[random() % kDocuments.size()] + ".";
    article.source = sources[random() % sources.size()];
  }
  return articles;
}

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

uint64_t total(const Archive& archive, const std::vector<std::string>& args) {
  return archive.answer(joined({"--limit", "0", "--sort", "newest"}, args)).total;
}

// Checks every value of every facet over what `options` and `query` find; `most` a facet.
void check_facets(const Archive& archive, const std::vector<std::string>& options,
                  const std::string& query, size_t most) {
  CAPTURE(query);
  const std::vector<std::string> words =
      query.empty() ? std::vector<std::string>{} : std::vector<std::string>{"--", query};
  const Answer answer = archive.answer(
      joined(joined(options, {"--limit", "0", "--sort", "newest", "--facets", "org,date,source,doc",
                              "--facet-limit", std::to_string(most)}),
             words));
  for (const auto& [name, counts] : answer.facets) {
    const std::string& facet = name;
    CAPTURE(facet);
    // Another value of a field that is filtered by already is an alternative to that.
    const auto filtered = std::find(options.begin(), options.end(), "--" + facet);
    if (filtered != options.end() && !std::next(filtered)->starts_with('!')) continue;
    for (size_t i = 0; i < counts.size() && i < most; ++i) {
      const std::string& value = counts[i].first;
      CAPTURE(value);
      if (value == "undated") continue;
      std::vector<std::string> filter = {"--" + facet, value};
      if (facet == "date") filter = {"--from", value, "--to", value};
      CHECK(total(archive, joined(joined(options, filter), words)) == counts[i].second);
    }
  }
}

}  // namespace

TEST_CASE("facets: a count is what filtering by the value returns, over invented archives") {
  for (unsigned seed = 31; seed < 34; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Archive archive(naming_articles(random, 50 + random() % 30), {"--threads", "2"});
    check_facets(archive, {}, "", 20);
    for (int i = 0; i < 3; ++i) check_facets(archive, {}, typed(random_query(random, 3)), 6);
    check_facets(archive, {"--org", "!Bộ Y tế"}, "", 6);
    check_facets(archive, {"--doc", "Chỉ thị 35", "--org", "so y te"}, "", 6);
    const Answer dated = archive.answer(
        {"--limit", "0", "--from", "2020", "--to", "2021-06", "--facets", "org,doc"});
    for (const auto& entry : dated.facets.at("org")) {
      const std::string& value = entry.first;
      CAPTURE(value);
      CHECK(total(archive, {"--from", "2020", "--to", "2021-06", "--org", value}) == entry.second);
    }
  }
}

TEST_CASE("facets: a count is what filtering by the value returns, over the sample corpus") {
  const Archive archive;
  REQUIRE(archive.update({KHOBAO_TEST_SAMPLE_CORPUS}).code == 0);
  check_facets(archive, {}, "", 25);
  check_facets(archive, {}, "tỉnh -huyện", 8);
  check_facets(archive, {}, "\"đại hội\"", 8);
}

TEST_CASE("facets: dates in every step count what --date finds, and all values add up") {
  std::mt19937 random(77);
  const Archive archive(naming_articles(random, 60));
  for (const std::string step : {"year", "month", "week", "day"}) {
    CAPTURE(step);
    for (const std::vector<std::string>& options : std::vector<std::vector<std::string>>{
             {}, {"--org", "!Bộ Y tế"}, {"--date", "2020-03..2021-06"}}) {
      const Answer answer =
          archive.answer(joined(options, {"--limit", "0", "--facets", "date:" + step}));
      CHECK(answer.facet_details.at("date").step == step);
      uint64_t sum = 0;
      const auto& counts = answer.facets.at("date");
      for (size_t i = 0; i < counts.size(); ++i) {
        const auto& [value, count] = counts[i];
        CAPTURE(value);
        sum += count;
        if (i % 5 != 0 || value == "undated") continue;  // a sample of them is counted again
        // --date twice would be the last one alone.
        std::vector<std::string> within = options;
        if (!options.empty() && options[0] == "--date") within = {"--from", "2020-03", "--to", "2021-06"};
        CHECK(total(archive, joined(within, {"--date", value})) == count);
      }
      CHECK(sum == answer.total);
    }
  }
}

TEST_CASE("facets: what the limit leaves out and what has no value is told") {
  std::mt19937 random(78);
  const Archive archive(naming_articles(random, 60));
  const std::vector<std::string> args = {"--limit", "0", "--facets", "org,source"};
  const Answer whole = archive.answer(joined(args, {"--facet-limit", "1000"}));
  const Answer cut = archive.answer(joined(args, {"--facet-limit", "2"}));
  for (const char* name : {"org", "source"}) {
    CAPTURE(name);
    CHECK(whole.facet_details.at(name).more_values == 0);
    CHECK(cut.facets.at(name).size() == 2);
    CHECK(cut.facet_details.at(name).more_values == whole.facets.at(name).size() - 2);
    std::vector<std::string> none;
    for (const auto& [value, count] : whole.facets.at(name)) {
      none.insert(none.end(), {std::string("--") + name, "!" + value});
    }
    CHECK(total(archive, joined(none, {"--kind", "all"})) == whole.facet_details.at(name).without);
    CHECK(cut.facet_details.at(name).without == whole.facet_details.at(name).without);
  }
}

TEST_CASE("facets: the same whether built at once, in parts or by several threads") {
  std::mt19937 random(5);
  const std::vector<TestArticle> articles = naming_articles(random, 60);
  const Archive once(articles, {"--threads", "1"});
  const Archive threads(articles, {"--threads", "4"});
  const Archive parts;
  for (size_t begin = 0; begin < articles.size(); begin += 20) {
    const std::string part = "part" + std::to_string(begin) + ".jsonl";
    parts.write(part, json_lines({articles.begin() + static_cast<long>(begin),
                                  articles.begin() + static_cast<long>(begin) + 20}));
    REQUIRE(parts.update({part}).code == 0);
  }
  const std::vector<std::string> args = {"--limit", "0", "--facets", "org,date,source,doc"};
  const auto want = once.answer(args).facets;
  CHECK(threads.answer(args).facets == want);
  CHECK(parts.answer(args).facets == want);
}
