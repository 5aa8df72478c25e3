#pragma once
/// Several archives as one generation: the layers of all, and a folder of tables that hold for all of
/// them (joint_tables.h), of the same form as an archive's own generation. The folder is made once
/// for the archives' live generations and kept in the user's cache (kept_tables.h). One whose
/// manifest or sizes are not what was written is made again.
#include <memory>
#include <string>
#include <vector>

#include "common/archive/parts/kept_tables.h"
#include "common/archive/parts/open_archive.h"

namespace khobao::archive {

struct JointGeneration {
  Generation generation;  ///< named by all its parts' generations: "generation-000007+generation-000002"
  Manifest manifest;      ///< its layers know their archives
  GenerationUse use;
  std::vector<OpenArchive> parts;
  std::shared_ptr<const void> kept;  ///< while it is there, a temporary folder is, too
};

/// Removes the tables that were kept, so that the next search makes them again.
void forget_tables(const JointGeneration& joint);

/// Opens the archives at their live generations and finds or makes their tables. Errors name the
/// archive that cannot be opened.
Result<JointGeneration> joint_generation(const std::vector<std::string>& archives,
                                         const TablePlaces& places);

}  // namespace khobao::archive
