#include "common/archive/parts/joint_generation.h"

#include <filesystem>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/parts/joint_tables.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

namespace fs = std::filesystem;

// Changes with the rules by which tables are made.
constexpr std::string_view kRules = "joint 1";

std::string hex_of(const std::string& bytes) { return to_hex(content_hash(bytes)).substr(0, 16); }

// Which archives they are, by their folders.
std::string archives_key(const std::vector<OpenArchive>& parts) {
  std::string archives;
  for (const OpenArchive& part : parts) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(part.db, error);
    archives += (error ? part.db : whole.string()) + '\0';
  }
  return hex_of(archives);
}

// Which generations of them.
Result<std::string> generations_key(const std::vector<OpenArchive>& parts) {
  std::string generations(kRules);
  for (const OpenArchive& part : parts) {
    const auto manifest = read_index_file(part.generation.manifest());
    if (!manifest) return manifest.error();
    generations += '\0' + *manifest;
  }
  return hex_of(generations);
}

std::string generation_name(const std::vector<OpenArchive>& parts) {
  std::string name;
  for (const OpenArchive& part : parts) name += (name.empty() ? "" : "+") + part.generation.name;
  return name;
}

// What is there was made of these generations, unless it is damaged.
Result<void> use_tables(const std::string& folder, JointGeneration& joint) {
  const Generation generation{generation_name(joint.parts), folder};
  auto use = GenerationUse::begin(generation);
  if (!use) return use.error();
  auto manifest = read_manifest("", generation);
  if (!manifest) return manifest.error();
  std::vector<LayerEntry> layers = joint_layers(joint.parts);
  if (layers.size() != manifest->layers.size())
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", folder), ""};
  for (size_t i = 0; i < layers.size(); ++i) layers[i].deleted = manifest->layers[i].deleted;
  manifest->layers = std::move(layers);
  if (auto whole = compare_sizes(folder, manifest->files); !whole) return whole;
  joint.generation = generation;
  joint.manifest = std::move(*manifest);
  joint.use = std::move(*use);
  return {};
}

}  // namespace

void forget_tables(const JointGeneration& joint) { (void)remove_path(joint.generation.folder); }

Result<JointGeneration> joint_generation(const std::vector<std::string>& archives,
                                         const TablePlaces& places) {
  JointGeneration joint;
  auto parts = open_archives(archives);
  if (!parts) return parts.error();
  joint.parts = std::move(*parts);
  const std::string key = archives_key(joint.parts);
  const auto generations = generations_key(joint.parts);
  if (!generations) return generations.error();
  auto kept = find_or_make(
      {.kind = "joint",
       .name = key + "-" + *generations,
       .older = key + "-",
       .make =
           [&](const std::string& folder) {
             return write_joint_tables(joint.parts, {generation_name(joint.parts), folder});
           },
       .use = [&](const std::string& folder) { return use_tables(folder, joint); }},
      places);
  if (!kept) return kept.error();
  joint.kept = std::move(*kept);
  return joint;
}

}  // namespace khobao::archive
