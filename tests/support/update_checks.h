#pragma once
/// For tests of what an update changed: articles that differ in one word, and the summary's counts.
#include <string>

#include "tests/support/archive.h"

namespace khobao::test {

inline TestArticle article(const std::string& id, const std::string& word) {
  return {.id = id,
          .date = "2020-07-02",
          .title = "Tin " + word + " ở xã Đồng Mây",
          .body = "Sáng 2/7, bà con xã Đồng Mây bàn về " + word + " bên sông Kon."};
}

/// "added 1, changed 0, moved 0, deleted 0, unchanged 2, skipped 0"
inline std::string counts(const CliResult& run) { return run.out.substr(0, run.out.find(", in ")); }

}  // namespace khobao::test
