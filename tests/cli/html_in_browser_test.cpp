// The page of --format html in a real browser (Debian's chromium, where it is installed): text and bars
// are read back, and there is a picture in both schemes and on paper.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/known_articles.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

using namespace khobao::test;

namespace {

constexpr const char* kBrowser = "/usr/bin/chromium";

CliResult browse(const TempDir& folder, std::vector<std::string> options) {
  options.insert(options.begin(), {"--headless", "--no-sandbox", "--disable-gpu",
                                   "--disable-dev-shm-usage", "--hide-scrollbars",
                                   "--window-size=900,1400", "--user-data-dir=" + (folder / "user")});
  options.push_back("file://" + (folder / "page.html"));
  return run_program(kBrowser, options, {.input = {}, .folder = folder.path(), .environment = {}});
}

size_t times(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("html in a browser: text and bars are there, in both schemes and on paper") {
  if (!std::filesystem::exists(kBrowser)) {
    MESSAGE("SKIPPED: no chromium");
    return;
  }
  const TempDir folder;
  write_file(folder / "page.html",
             known_archive()
                 .search({"cầu", "--format", "html", "--facets", "date:year,source", "--limit", "20"})
                 .out);
  const std::string read_back = browse(folder, {"--dump-dom"}).out;
  CHECK(read_back.find("<h1>cầu</h1>") != std::string::npos);
  CHECK(read_back.find("Khánh thành <mark>cầu</mark> Bến Lội") != std::string::npos);
  const Answer answer = known_archive().answer({"cầu", "--facets", "date:year"});
  for (const auto& [year, count] : answer.facets.at("date")) {
    if (year == "undated") continue;
    CHECK(read_back.find("data-date=\"" + year + "\" data-count=\"" + std::to_string(count) + "\"") !=
          std::string::npos);
  }
  CHECK(times(read_back, "<rect ") == answer.facets.at("date").size() - 1);
  std::string pictures[2];
  for (const int scheme : {0, 1}) {  // dark, light
    const std::string file = folder / ("page" + std::to_string(scheme) + ".png");
    browse(folder, {"--screenshot=" + file,
                    "--blink-settings=preferredColorScheme=" + std::to_string(scheme)});
    pictures[scheme] = read_file(file);
    CHECK(pictures[scheme].starts_with("\x89PNG"));
  }
  CHECK(pictures[0] != pictures[1]);
  browse(folder, {"--print-to-pdf=" + (folder / "page.pdf")});
  CHECK(read_file(folder / "page.pdf").starts_with("%PDF-"));
}
