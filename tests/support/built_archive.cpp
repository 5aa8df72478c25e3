#include "tests/support/built_archive.h"

#include <stdexcept>

#include "common/archive/generations/generation.h"
#include "tests/support/temp_dir.h"

namespace khobao::test {
namespace {

template <class T>
T or_throw(Result<T>&& result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

}  // namespace

indexer::BuildReport built(const std::string& db, const indexer::BuildRequest& request) {
  pipeline::Progress progress;
  return or_throw(indexer::build_archive(db, request, progress));
}

archive::Manifest manifest_of(const std::string& db) {
  return or_throw(archive::read_manifest(db, or_throw(archive::live_generation(db))));
}

std::string statistics_of(const std::string& db) {
  const archive::Generation live = or_throw(archive::live_generation(db));
  return read_file(live.statistics()) + read_file(live.rare_pairs());
}

}  // namespace khobao::test
