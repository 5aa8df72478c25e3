#include "tests/support/archive.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace khobao::test {
namespace {

std::vector<std::string> joined(std::vector<std::string> first,
                                const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::string told(const CliResult& result) {
  return "exit " + std::to_string(result.code) + "\n" + result.out + result.err;
}

}  // namespace

std::string json_lines(const std::vector<TestArticle>& articles) {
  std::string out;
  for (const TestArticle& a : articles) {
    nlohmann::ordered_json record;
    const auto put = [&](const char* key, const std::string& value) {
      if (!value.empty()) record[key] = value;
    };
    put("id", a.id);
    put("date", a.date);
    put("source", a.source);
    put("title", a.title);
    put("author", a.author);
    put("category", a.section);
    put("summary", a.summary);
    put("body", a.body);
    out += record.dump() + "\n";
  }
  return out;
}

std::string plain_text(const TestArticle& a) {
  std::string out = a.title + "\n";
  if (!a.date.empty()) {  // YYYY-MM-DD
    out += "Ngày đăng " + a.date.substr(8, 2) + "/" + a.date.substr(5, 2) + "/" +
           a.date.substr(0, 4) + "\n";
  }
  return out + "\n" + a.body + "\n";
}

CliResult run_cli(const std::string& program, const std::vector<std::string>& args,
                  const std::string& folder, const std::string& input) {
  const std::string path = program == "indexer" ? KHOBAO_TEST_INDEXER : KHOBAO_TEST_SEARCHER;
  return run_program(path, args, {.input = input, .folder = folder, .environment = {}});
}

Archive::Archive(const std::vector<TestArticle>& articles,
                 const std::vector<std::string>& options) {
  write("articles.jsonl", json_lines(articles));
  const CliResult result = update(joined(options, {"articles.jsonl"}));
  if (result.code != 0) throw std::runtime_error("indexing failed: " + told(result));
}

std::string Archive::live_generation() const {
  std::string name = read_file(db() + "/current");
  name.erase(name.find('\n'));
  return db() + "/" + name;
}

CliResult Archive::update(const std::vector<std::string>& args, const std::string& input) const {
  return run_cli("indexer", joined({"update", "--db", db()}, args), folder(), input);
}

std::string Archive::only_layer() const {
  std::vector<std::string> layers;
  for (const auto& entry : std::filesystem::directory_iterator(db())) {
    if (entry.path().filename().string().starts_with("layer-")) layers.push_back(entry.path());
  }
  if (layers.size() != 1) throw std::runtime_error(std::to_string(layers.size()) + " layers");
  return layers.front();
}

CliResult Archive::indexer(const std::string& command, const std::vector<std::string>& args) const {
  return run_cli("indexer", joined({command, "--db", db()}, args), folder());
}

CliResult Archive::search(const std::vector<std::string>& args, const std::string& input) const {
  return run_cli("searcher", joined({"--db", db()}, args), folder(), input);
}

Answer Archive::answer(const std::vector<std::string>& args) const {
  const CliResult result = search(joined({"--format", "json"}, args));
  if (result.code != 0 && result.code != 1)
    throw std::runtime_error("searching failed: " + told(result));
  const Answer answer = parse_answer(result.out);
  if (!result.err.empty()) throw std::runtime_error("complaints beside an answer: " + result.err);
  if ((answer.total > 0) != (result.code == 0))
    throw std::runtime_error("exit status and total differ: " + told(result));
  if (!answer.exact) throw std::runtime_error("the total is not exact");
  return answer;
}

std::vector<std::string> Archive::ids() const {
  auto ids = ids_of(answer({"--facets", "date", "--limit", "100000", "--sort", "newest"}).hits);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace khobao::test
