// searcher/show/render/OUTPUT.md is run: its examples are what the programs print, every key that they
// print stands on it, and answers are as the schema beside it says.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

#include "tests/support/archive.h"
#include "tests/support/json_schema.h"

using namespace khobao::test;
using Json = nlohmann::json;

namespace {

std::string page_text(const std::string& name) {
  const std::string grammar = KHOBAO_TEST_GRAMMAR;
  const std::string searcher = grammar.substr(0, grammar.rfind("/query/"));
  return read_file(searcher + "/show/render/" + name);
}

// The blocks of a kind, without their fences.
std::vector<std::string> blocks_of(const std::string& page, const std::string& kind) {
  std::vector<std::string> blocks;
  const std::string fence = "\n```" + kind + "\n";
  for (size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    blocks.push_back(page.substr(at, page.find("```\n", at) - at));
  }
  return blocks;
}

const Archive& archive() {
  static const Archive made;
  static const bool filled = [] {
    made.write("articles.jsonl", blocks_of(page_text("OUTPUT.md"), "articles").at(0));
    return made.update({"articles.jsonl"}).code == 0;
  }();
  if (!filled) throw std::runtime_error("cannot index the articles of the page");
  return made;
}

std::string settled_paths(std::string text) {
  const std::string& folder = archive().folder();
  for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.replace(at, folder.size(), "/srv");
  return text;
}

// What changes from run to run, or as ranking is improved.
void settle(Json& json) {
  if (json.is_object()) {
    for (const char* key : {"took_ms", "seconds"}) {
      if (json.contains(key)) json[key] = 0;
    }
  }
  if (json.is_structured()) {
    for (auto& part : json) settle(part);
  }
}

Json parsed(const std::string& text) {
  Json json = Json::parse(settled_paths(text));
  settle(json);
  return json;
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream words(line);
  std::vector<std::string> all;
  for (std::string word; words >> word;) all.push_back(word);
  return all;
}

// Objects whose keys are values: names of fields, of features.
void take_keys(const Json& json, bool named_by_values, std::set<std::string>& keys) {
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) {
      if (!named_by_values) keys.insert(key);
      const bool values = !named_by_values && (key == "facets" || key == "facet_details" ||
                                               key == "features" || key == "khobao");
      take_keys(value, values, keys);
    }
  } else if (json.is_array()) {
    for (const Json& part : json) take_keys(part, false, keys);
  }
}

}  // namespace

TEST_CASE("output: the examples of the page are what the programs print") {
  const auto runs = blocks_of(page_text("OUTPUT.md"), "run");
  CHECK(runs.size() >= 7);
  for (const std::string& run : runs) {
    CAPTURE(run);
    const size_t end = run.find('\n');
    auto words = words_of(run.substr(2, end - 2));
    REQUIRE(words.at(0) == "searcher");
    words.erase(words.begin());
    const CliResult result = archive().search(words);
    const std::string want = run.substr(end + 1);
    std::string got = settled_paths(result.out);
    std::erase(got, '\r');
    if (want.starts_with("{")) {
      CHECK(parsed(result.out) == parsed(want));
    } else {
      CHECK(got == want);
    }
    CHECK(result.code == 0);
  }
}

TEST_CASE("output: every key that is printed stands on the page") {
  const std::string page = page_text("OUTPUT.md");
  const std::string nothing = archive().folder() + "/nothing";
  std::vector<std::string> printed = {
      archive().search({"--format", "json", "--facets", "org,date,source,doc", "cầu"}).out,
      archive().search({"--format", "json", "--explain", "ủy ban nhân dân tỉnh bình định"}).out,
      archive().search({"--format", "json", "cau OR"}).out,
      archive().search({"--format", "json", "--similar", "bao/cau"}).out,
      archive().search({"--format", "json", "--timeline", "--per-mille", "cầu"}).out,
      archive().search({"--format", "json", "--table", "source,date", "cầu"}).out,
      archive().search({"--format", "json", "--show", "bao/cau"}).out,
      archive().search({"--format", "json", "--diff", "bao/cau", "bao/cho"}).out,
      archive().indexer("status", {"--format", "json"}).out,
      archive().update({"--format", "json", "--dry-run"}).out};
  for (const CliResult& lines :
       {run_cli("indexer", {"inspect", "--format", "jsonl", "articles.jsonl"}, archive().folder()),
        archive().indexer("export", {"-"})}) {
    std::istringstream each(lines.out);
    for (std::string line; std::getline(each, line);) printed.push_back(line);
  }
  std::set<std::string> keys;
  for (const std::string& json : printed) {
    CAPTURE(json);
    REQUIRE(Json::accept(json));
    take_keys(Json::parse(json), false, keys);
  }
  CHECK(keys.size() > 60);
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK(page.find("`" + key + "`") != std::string::npos);
  }
}

TEST_CASE("output: answers are as the schema says, and the schema's keys stand on the page") {
  const Json schema = Json::parse(page_text("answer.schema.json"));
  for (const std::vector<std::string>& query :
       {std::vector<std::string>{"cầu"}, {"--facets", "org,date,source", "cầu"}, {"--explain", "cầu"},
        {"--limit", "0", "cầu"}, {"không có gì"}, {"cau OR"}, {"--similar", "bao/cau"}}) {
    std::vector<std::string> args{"--format", "json"};
    args.insert(args.end(), query.begin(), query.end());
    const std::string out = archive().search(args).out;
    CAPTURE(out);
    CHECK(schema_faults(schema, Json::parse(out)) == "");
  }
  Json wrong = Json::parse(archive().search({"--format", "json", "cầu"}).out);
  wrong["hits"][0]["rank"] = "first";
  CHECK(schema_faults(schema, wrong) == "/hits/0/rank: not of type integer\n");
  wrong["hits"][0].erase("rank");
  wrong["schema_version"] = 2;
  CHECK(schema_faults(schema, wrong) == "/hits/0: no rank\n/schema_version: not 1\n");
}
