#include "common/archive/generations/wholeness.h"

#include "common/archive/damage.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

Result<void> check_folder(const std::string& db, const std::string& name, const Checksums& recorded,
                          Comparison comparison) {
  const std::string folder = db + "/" + name;
  auto compared = comparison == Comparison::checksums ? compare_checksums(folder, recorded)
                                                      : compare_sizes(folder, recorded);
  if (compared) return compared;
  Error error = compared.error();
  if (error.code == ErrorCode::index_corrupt) error.message = say("in {}: {}", name, error.message);
  return part_error(db, error);
}

}  // namespace

Result<void> check_layer(const std::string& db, const LayerEntry& layer, Comparison comparison) {
  return check_folder(db, layer_named(db, layer.name).name, layer.files, comparison);
}

Result<void> check_whole(const std::string& db, const Generation& generation,
                         const Manifest& manifest, Comparison comparison) {
  auto checked = check_folder(db, generation.name, manifest.files, comparison);
  for (size_t i = 0; checked && i < manifest.layers.size(); ++i)
    checked = check_layer(db, manifest.layers[i], comparison);
  return checked;
}

}  // namespace khobao::archive
