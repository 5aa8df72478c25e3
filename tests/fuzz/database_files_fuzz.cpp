// The small files of a database folder, of any bytes: the pointer, the manifest and the roots are
// read, or damaged.
#include <filesystem>

#include "common/archive/files.h"
#include "common/archive/generation.h"
#include "indexer/input/roots.h"
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  static const Database database;
  const std::string& db = database.folder;
  const std::string_view bytes = test::as_text(data, size_bytes);
  write(db + "/current", bytes);
  if (const auto live = archive::live_generation(db)) {
    test::require(live->name.find("..") == std::string::npos, "the pointer leads outside");
  }
  const archive::Generation generation{"generation-000001", db + "/generation-000001"};
  write(generation.manifest(), bytes);
  (void)archive::read_manifest(db, generation);
  write(db + "/roots.json", bytes);
  const auto roots = input::Roots::load(db);
  if (roots) {
    test::require(static_cast<bool>(roots->save(db)), "roots cannot be saved");
    const auto again = input::Roots::load(db);
    test::require(again && again->all().size() == roots->all().size(), "saved roots differ");
  }
  return 0;
}
