#include "tests/support/kept_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

namespace khobao::test {
namespace fs = std::filesystem;

std::string listing(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    names.push_back(fs::relative(entry.path(), folder));
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += name + "\n";
  return out;
}

Kept::Kept(const Archive& archive) : db_(archive.db()), copy_(archive.folder() + "/kept") {
  fs::copy(db_, copy_, fs::copy_options::recursive);
}

void Kept::put_back() const {
  fs::remove_all(db_);
  fs::copy(copy_, db_, fs::copy_options::recursive);
}

void Kept::put_back_beside() const {
  fs::copy(copy_, db_, fs::copy_options::recursive | fs::copy_options::skip_existing);
}

void check_whole(const Archive& archive, const std::string& before, const std::string& after) {
  const CliResult verify = archive.indexer("verify", {"--full"});
  CHECK_MESSAGE(verify.code == 0, verify.err);
  const std::string count = archive.search({"--count", "cầu"}).out;
  CHECK_MESSAGE((count == before || count == after), count);
}

}  // namespace khobao::test
