#pragma once
/// The generation that a run starts from, and what of it the next one goes on with.
#include <optional>
#include <string>

#include "common/archive/generations/generation.h"
#include "common/base/result.h"
#include "indexer/change/known_inputs.h"

namespace khobao::commit {

struct LiveArchive {
  archive::Generation generation;
  archive::Manifest manifest;
};

/// Nothing where there is no index yet; an error where there is one that cannot be used.
Result<std::optional<LiveArchive>> live_archive(const std::string& db);

/// Paths of the files in which the live generation keeps what the user told the archive; "" where
/// it has none. A file that its manifest names is there or lost.
struct KeptSettings {
  std::string roots, names, corrections, hidden;
  std::string texts, keep;  ///< that its sources no longer have, and that more are to be kept
};

/// Also those of an archive that an older program wrote, which kept them beside its generations. An
/// error where the pointer is damaged or something cannot be read.
Result<KeptSettings> kept_settings(const std::string& db);

/// Removes the files in which older programs kept the settings; what stays does no harm.
void remove_older_settings(const std::string& db);

/// Its inputs as they were read; index_corrupt where they cannot be known any more.
Result<change::KnownInputs> known_inputs_of(const std::string& db, const LiveArchive& live);

/// What the archive that a rebuild replaces was made of; nothing where there is no index yet or one
/// of another program's; index_corrupt where it cannot be known any more.
Result<change::KnownInputs> known_before_rebuild(const std::string& db);

/// The text dictionary of its largest layer, for new layers; "" where that was trained on so few
/// articles that one is better trained again.
Result<std::string> dictionary_to_share(const std::string& db, const LiveArchive& live);

}  // namespace khobao::commit
