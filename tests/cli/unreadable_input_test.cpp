// Files and folders that the user may not read; a file of its own, since root cannot run it.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/archive.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const TestArticle kGood{.id = "good",
                        .date = "2020-07-02",
                        .title = "Chợ xã họp",
                        .body = "Chợ xã họp từ sáng sớm bên sông."};

}  // namespace

TEST_CASE("unreadable: what may not be read is passed over") {
  if (geteuid() == 0) {
    MESSAGE("SKIPPED: root may read everything");
    return;
  }
  const Archive archive;
  archive.write("bao/good.txt", plain_text(kGood));
  archive.write("bao/secret.txt", plain_text(kGood));
  archive.write("bao/shut/x.txt", plain_text(kGood));
  fs::permissions(archive.folder() + "/bao/secret.txt", fs::perms::none);
  fs::permissions(archive.folder() + "/bao/shut", fs::perms::none);
  const CliResult run = archive.update({"bao"});
  fs::permissions(archive.folder() + "/bao/shut", fs::perms::owner_all);
  CHECK(run.code == 1);
  CHECK(run.err.find("secret.txt' (Permission denied)") != std::string::npos);
  CHECK(run.err.find("skipped 'bao/shut': cannot list the folder") != std::string::npos);
  CHECK(listed(archive.ids()) == "bao/good.txt");
}
