#include "indexer/change/deletion_safety.h"

#include <doctest/doctest.h>

using namespace khobao;

namespace {

change::KnownInputs known_files(const std::vector<std::string>& paths, change::Outcome outcome) {
  change::KnownInputs known;
  for (const std::string& path : paths) {
    change::KnownFile file;
    file.root = "bao";
    file.path = path;
    change::KnownRecord record;
    record.outcome = outcome;
    file.records.push_back(record);
    known.emplace(change::file_id(file), file);
  }
  return known;
}

const std::vector<input::Root>& roots() {
  static const std::vector<input::Root> made = [] {
    input::Root root;
    root.name = "bao";
    root.folder = "/kho/bao";
    return std::vector<input::Root>{root};
  }();
  return made;
}

}  // namespace

TEST_CASE("deletion safety: what gave articles has to be read by a rebuild that keeps texts") {
  const auto before = known_files({"2024/1.txt", "2025/2.txt"}, change::Outcome::indexed);
  struct Case {
    input::Skipped skipped;
    bool refused;
  };
  const Case cases[] = {
      {{.path = "bao/2025", .reason = "cannot list the folder: Input/output error",
        .folder = "/kho/bao/2025"}, true},
      {{.path = "bao", .reason = "cannot list the folder: Input/output error",
        .folder = "/kho/bao"}, true},
      {{.path = "/kho/bao/2024/1.txt", .reason = "Input/output error"}, true},
      {{.path = "/kho/bao/2024/1", .reason = "Input/output error"}, false},
      {{.path = "bao/2026", .reason = "cannot list the folder: Input/output error",
        .folder = "/kho/bao/2026"}, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.skipped.path);
    const auto checked = change::check_sources_read(before, roots(), {c.skipped});
    CHECK(!checked == c.refused);
    if (!checked) CHECK(checked.error().code == ErrorCode::input);
  }
  CHECK(change::check_sources_read(before, roots(), {}));
}

TEST_CASE("deletion safety: what was skipped before may be skipped again") {
  const auto before = known_files({"2025/2.txt"}, change::Outcome::skipped);
  CHECK(change::check_sources_read(
      before, roots(),
      {{.path = "/kho/bao/2025/2.txt", .reason = "not text (JPEG image)"}}));
}
