#pragma once
/// Stops a run that would lose more than a night's changes can explain: a share that is not
/// mounted, a folder emptied by mistake, a crawler that wrote half its file.
#include "indexer/change/change_set.h"
#include "indexer/input/scan.h"

namespace khobao::change {

/// A root may lose this many articles in a run, or this share of them, whichever is more.
inline constexpr uint64_t kHarmlessDeletions = 100;
inline constexpr uint64_t kHarmlessShare = 10;  ///< one in ten

/// An input error naming the root, where it would lose more. Moved articles are not lost.
Result<void> check_deletions(const ChangeSet& changes);

/// An input error where the archive has articles of links that are no longer followed, told by
/// `known`, what it had before.
Result<void> check_links(const std::vector<input::InputFile>& links_out, const KnownInputs& known);

/// The same for a rebuild: what the archive had `before` of the `roots` that were read, against
/// what there is `now`; a root without any article left is too much, too. Articles that came by
/// standard input have no root: a run that does not bring them again stops as well.
Result<void> check_rebuild(const KnownInputs& before, const KnownInputs& now,
                           const std::vector<input::Root>& roots);

/// For a rebuild of an archive that keeps versions: an input error where what gave articles `before`
/// was skipped now, a folder that cannot be listed or a file that cannot be read. Their texts would
/// be kept as gone from their source, which nobody knows.
Result<void> check_sources_read(const KnownInputs& before, const std::vector<input::Root>& roots,
                                const std::vector<input::Skipped>& skipped);

/// The error, and what was skipped, which may be why articles would be lost.
Error with_first_skipped(Error error, const std::vector<input::Skipped>& skipped);

}  // namespace khobao::change
