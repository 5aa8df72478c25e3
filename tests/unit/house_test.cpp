// Rules of the house (CONTRIBUTING.md) that can be read off the tree.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kTree = fs::path(KHOBAO_TEST_DATA).parent_path().parent_path();

// Sources below a folder of the tree, as paths from its top.
std::vector<std::string> sources(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(kTree / folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".h")
      paths.push_back(fs::relative(entry.path(), kTree).generic_string());
  }
  return paths;
}

std::string text_of(const std::string& path) {
  std::ifstream file(kTree / path);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::vector<std::string> kHalves{"common", "indexer", "searcher"};

}  // namespace

TEST_CASE("house: every .cpp has a header of its own name") {
  for (const std::string& half : kHalves) {
    for (const std::string& path : sources(half)) {
      if (!path.ends_with(".cpp") || path.ends_with("/main.cpp")) continue;
      CAPTURE(path);
      CHECK(fs::exists(kTree / fs::path(path).replace_extension(".h")));
    }
  }
}

TEST_CASE("house: no source's name stands twice in the tree") {
  std::map<std::string, std::string> seen;
  for (const std::string folder : {"common", "indexer", "searcher", "tests"}) {
    for (const std::string& path : sources(folder)) {
      const std::string name = fs::path(path).filename().string();
      if (name == "main.cpp") continue;
      CAPTURE(path);
      const auto [other, first] = seen.emplace(name, path);
      CAPTURE(other->second);
      CHECK(first);
    }
  }
}

TEST_CASE("house: no folder of the programs holds more than 25 sources") {
  std::map<std::string, int> sources_of;
  for (const std::string& half : kHalves)
    for (const std::string& path : sources(half))
      ++sources_of[fs::path(path).parent_path().generic_string()];
  for (const auto& [folder, count] : sources_of) {
    CAPTURE(folder);
    CHECK(count <= 25);
  }
}

TEST_CASE("house: unit tests stand in the folders of the sources") {
  for (const std::string& path : sources("tests/unit")) {
    CAPTURE(path);
    CHECK(fs::is_directory(kTree / fs::path(path).parent_path().lexically_relative("tests/unit")));
  }
}

TEST_CASE("house: the page that explains the tree names every folder") {
  const std::string page = text_of("common/README.md");
  std::set<std::string> folders;
  for (const std::string& half : kHalves)
    for (const std::string& path : sources(half))
      folders.insert(fs::path(path).parent_path().generic_string());
  for (const std::string& folder : folders) {
    if (folder == "indexer" || folder == "searcher") continue;
    CAPTURE(folder);
    const std::string name = fs::path(folder).filename().string();
    CHECK((page.find("`" + folder + "`") != std::string::npos ||
           page.find("`" + name + "`") != std::string::npos));
  }
}

TEST_CASE("house: the page that explains the tree names every file of a generation") {
  const std::string page = text_of("common/README.md");
  const std::string header = text_of("common/archive/generations/generation.h");
  const std::string mark = "folder + \"/";
  size_t files = 0;
  for (size_t at = header.find(mark); at != std::string::npos; at = header.find(mark, at)) {
    at += mark.size();
    const std::string file = header.substr(at, header.find('"', at) - at);
    CAPTURE(file);
    CHECK(page.find(file) != std::string::npos);
    ++files;
  }
  CHECK(files > 5);
}

TEST_CASE("house: indexer and searcher never include each other, and common includes neither") {
  for (const std::string& half : kHalves) {
    for (const std::string& path : sources(half)) {
      CAPTURE(path);
      const std::string text = text_of(path);
      for (const std::string other : {"indexer", "searcher"}) {
        if (other != half) CHECK(text.find("#include \"" + other + "/") == std::string::npos);
      }
    }
  }
}

TEST_CASE("house: a query is tokenised in one place") {
  for (const std::string folder : {"searcher/query", "searcher/reading/spelling"}) {
    for (const std::string& path : sources(folder)) {
      CAPTURE(path);
      CHECK((text_of(path).find("text/tokenizer.h") == std::string::npos ||
             path.starts_with("searcher/query/leaf_tokens.")));
    }
  }
}

TEST_CASE("house: one source knows CLI11, and only the mains know the process") {
  const std::string process = "common/cli/process.";  // what the mains make their Environment with
  for (const std::string& half : kHalves) {
    for (const std::string& path : sources(half)) {
      CAPTURE(path);
      const std::string text = text_of(path);
      CHECK((text.find("#include <CLI/") != std::string::npos) == (path == "common/cli/parse.cpp"));
      if (fs::path(path).filename() == "main.cpp" || path.starts_with(process)) continue;
      CHECK(text.find("#include \"" + process) == std::string::npos);
      if (path.starts_with("common/cli/standard_streams.")) continue;
      for (const char* word : {"getenv(", "isatty(", "ioctl(", "STDOUT_FILENO", "std::cout <<",
                               "std::cerr <<", "#include <iostream>"})
        CHECK(text.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("house: no two libraries embed data under one symbol") {
  // A program that links both would silently read one's bytes for the other's.
  std::set<std::string> symbols;
  for (const std::string& half : kHalves) {
    for (const auto& entry : fs::recursive_directory_iterator(kTree / half)) {
      if (entry.path().filename() != "CMakeLists.txt") continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string call, symbol;
        words >> call >> symbol;
        if (!call.starts_with("khobao_embed(") && !call.starts_with("khobao_embed_rows(")) continue;
        CAPTURE(entry.path());
        CAPTURE(symbol);
        CHECK(symbols.insert(symbol).second);
      }
    }
  }
  CHECK(!symbols.empty());
}

TEST_CASE("house: no table is built when a program starts or first asks for it") {
  // What is known when a program is built is an array of constants, or made by the build and read
  // in place (CONTRIBUTING.md). What is made at its first use all the same:
  const std::set<std::string> made_once{
      "common/archive/disk/block_sums.cpp",         // what is mapped
      "common/archive/text_compression.cpp",        // a decompressor with its buffers
      "common/names/symbols.h",                     // empty slots, of constants
      "common/text/letters/normalise.cpp",          // where ICU's own table lies
      "common/text/vocabulary.cpp",                 // where the parts of the image lie
      "indexer/change/known_inputs.cpp",            // an empty text
      "indexer/input/web/content_coding.cpp",       // a library that is loaded
      "indexer/read/forms/json_record.cpp",         // a parser with its buffers
      "common/text/letters/collation.cpp",              // a library that is loaded
      "searcher/show/render/html/html_answer.cpp",  // an empty frame
  };
  const std::regex local(R"( +(static|thread_local) (?!const(expr|init|eval)\b)(.*))");
  const std::regex function(
      R"((?!const [^(]*\($)[\w:<>,*&\[\] ]+\w+\(($|\)|(const )?[\w:]+(<[^()]*>)?( |[&*]+ ?)\w*.*$))");
  // Sources that only the build runs read data files line by line; one file is read as it is.
  const std::set<std::string> makers{
      "common/base/row_table.cpp",
      "common/language/twin_lines.cpp",
      "common/names/gazetteer.cpp",
      "common/names/image/name_images.cpp",
      "common/names/lexicon.cpp",
      "common/names/places.cpp",
      "common/names/predecessors.cpp",
      "common/text/tables/vocabulary_image.cpp",
      "indexer/read/tables/read_images.cpp",
      "indexer/recognise/learned/word_facts.cpp",
      "indexer/recognise/learned/post_phrases.cpp",
      "searcher/reading/tables/table_sources.cpp",
  };
  for (const std::string& half : kHalves) {
    for (const std::string& path : sources(half)) {
      CAPTURE(path);
      const std::string text = text_of(path);
      if (path.ends_with(".cpp"))
        CHECK(makers.contains(path) == (text.find("for_each_data_line(") != std::string::npos));
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        if (line.find("static ") == std::string::npos &&
            line.find("thread_local ") == std::string::npos)
          continue;
        std::smatch found;
        if (!std::regex_match(line, found, local)) continue;
        CAPTURE(line);
        CHECK((made_once.contains(path) || std::regex_match(found.str(3), function)));
      }
    }
  }
}

TEST_CASE("house: one resolver of names serves a whole query") {
  // It may load the gazetteer, so a leaf that made its own would cost that again.
  for (const std::string& path : sources("searcher")) {
    if (path == "searcher/planned_query.cpp") continue;
    CAPTURE(path);
    CHECK(text_of(path).find("NameResolver names(") == std::string::npos);
    CHECK(text_of(path).find("NameResolver(index") == std::string::npos);
  }
}
