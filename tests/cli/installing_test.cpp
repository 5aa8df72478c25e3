// What 'cmake --install' brings, that its documents' links lead somewhere, and that uninstalling leaves
// nothing of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

// Addresses of a Markdown page's links that lead to files.
std::vector<std::string> links_of(const std::string& page) {
  std::vector<std::string> links;
  for (size_t at = page.find("]("); at != std::string::npos; at = page.find("](", at + 1)) {
    std::string link = page.substr(at + 2, page.find(')', at) - at - 2);
    link.resize(std::min(link.find('#'), link.size()));
    if (!link.empty() && link.find("://") == std::string::npos) links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

TEST_CASE("installing: manuals, completions and documents are there, and go again") {
  const TempDir prefix;
  const RunOptions options{.input = {}, .folder = prefix.path(), .environment = {}};
  REQUIRE(run_program(KHOBAO_TEST_CMAKE,
                      {"--install", KHOBAO_TEST_BUILD, "--prefix", prefix / "usr"}, options)
              .code == 0);
  for (const char* const file :
       {"bin/indexer", "bin/searcher", "share/man/man1/indexer.1.gz", "share/man/man1/searcher.1.gz",
        "share/man/man7/khobao.7.gz", "share/man/man7/khobao-query.7.gz",
        "share/man/man7/khobao-output.7.gz", "share/man/man1/khobao-extract.1.gz",
        "share/man/vi/man1/indexer.1.gz", "share/man/vi/man1/searcher.1.gz",
        "share/man/vi/man1/khobao-extract.1.gz", "share/man/vi/man7/khobao.7.gz",
        "share/man/vi/man7/khobao-query.7.gz", "share/bash-completion/completions/searcher",
        "share/zsh/vendor-completions/_indexer", "share/fish/vendor_completions.d/searcher.fish",
        "share/doc/khobao/README.md", "share/doc/khobao/SECURITY.md",
        "lib/systemd/system/khobao-update.service", "lib/systemd/system/khobao-shard@.service"}) {
    CAPTURE(file);
    CHECK(fs::exists(prefix / "usr/" + file));
  }
  const std::string documents = prefix / "usr/share/doc/khobao";
  for (const char* const page : {"README.md", "SECURITY.md", "searcher/show/render/OUTPUT.md"}) {
    for (const std::string& link : links_of(read_file(documents + "/" + page))) {
      CAPTURE(page);
      CAPTURE(link);
      CHECK(fs::exists(fs::path(documents) / fs::path(page).parent_path() / link));
    }
  }
  fs::copy_file(std::string(KHOBAO_TEST_BUILD) + "/install_manifest.txt", prefix / "manifest.txt");
  write_file(prefix / "usr/share/khobao/mine.txt", "không phải của ai khác");
  REQUIRE(run_program(KHOBAO_TEST_CMAKE,
                      {"-DMANIFEST=" + (prefix / "manifest.txt"), "-P",
                       fs::path(KHOBAO_TEST_DATA).parent_path().parent_path().string() +
                           "/common/packaging/uninstall.cmake"},
                      options)
              .code == 0);
  size_t left = 0;
  for (const auto& entry : fs::recursive_directory_iterator(prefix / "usr")) left += entry.is_regular_file();
  CHECK(left == 1);
  CHECK(fs::exists(prefix / "usr/share/khobao/mine.txt"));
}
