// The small files of a database folder, of any bytes: pointer, manifest, roots, corrections, known
// inputs and the history of runs are read, or damaged. Checksums are put right, so that what stands after them is
// reached, too.
#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/disk/own_checksum.h"
#include "common/archive/generations/generation.h"
#include "indexer/change/known_inputs.h"
#include "indexer/cli/report/run_history.h"
#include "indexer/input/roots.h"
#include "indexer/recognise/corrections.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

// One folder for the whole run, in memory where the system has such a place.
std::string make_database() {
  const bool memory = std::filesystem::is_directory("/dev/shm");
  std::string name = std::string(memory ? "/dev/shm" : "/tmp") + "/khobao-fuzz-XXXXXX";
  test::require(mkdtemp(name.data()) != nullptr, "mkdtemp");
  std::filesystem::create_directory(name + "/generation-000001");
  return name;
}

struct Database {
  std::string folder = make_database();
  ~Database() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
};

void write(const std::string& path, std::string_view bytes) {
  FILE* file = std::fopen(path.c_str(), "wb");
  test::require(file != nullptr, "cannot write " + path);
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
}

std::string with_right_checksum(std::string_view bytes, std::string_view behind) {
  std::string text(bytes);
  return text.ends_with(behind) ? archive::with_checksum(std::move(text), behind) : text;
}

// "@vocabulary" in a manifest stands for the program's own, which no fuzzer would guess.
std::string with_vocabulary(std::string_view bytes) {
  constexpr std::string_view kPlace = "@vocabulary";
  std::string text(bytes);
  if (const size_t at = text.find(kPlace); at != std::string::npos)
    text.replace(at, kPlace.size(), archive::current_manifest().vocabulary);
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  static const Database database;
  const std::string& db = database.folder;
  const std::string_view bytes = test::as_text(data, size_bytes);
  write(db + "/current", with_right_checksum(bytes, archive::kBehindInTable));
  if (const auto live = archive::live_generation(db)) {
    test::require(live->name.find("..") == std::string::npos, "the pointer leads outside");
  }
  const archive::Generation generation{"generation-000001", db + "/generation-000001"};
  write(generation.manifest(), with_right_checksum(with_vocabulary(bytes), archive::kBehindInJson));
  (void)archive::read_manifest(db, generation);
  write(db + "/corrections.jsonl", with_right_checksum(bytes, archive::kBehindInJsonLines));
  (void)recognise::Corrections::load(db, db + "/corrections.jsonl");
  write(generation.known_inputs(), std::string(bytes) + archive::content_hash(bytes));
  (void)change::read_known_inputs(generation.known_inputs());
  write(db + "/runs.jsonl", with_right_checksum(bytes, archive::kBehindInJsonLines));
  const auto runs = indexer::past_runs(db);
  indexer::remember_run(db, {.ended = "2020-07-02T08:00:00Z", .command = "update"});
  const auto more_runs = indexer::past_runs(db);
  test::require(more_runs && !more_runs->empty() &&
                    more_runs->size() <= std::max(indexer::kRunsKept, runs ? runs->size() : 0),
                "a run is not remembered");
  write(db + "/roots.json", with_right_checksum(bytes, archive::kBehindInJson));
  const std::string kept_roots = db + "/roots.json";
  const auto roots = input::Roots::load(db, kept_roots);
  if (roots) {
    write(kept_roots, roots->kept_bytes());
    const auto again = input::Roots::load(db, kept_roots);
    test::require(again && again->all().size() == roots->all().size(), "saved roots differ");
  }
  return 0;
}
