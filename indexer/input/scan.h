#pragma once
/// Finds the input files: folders walked whole, in the order of their names.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/input/roots.h"

namespace khobao::input {

/// One file to read, and the names its articles get.
struct InputFile {
  std::string path;  ///< as it is shown and, but for `opened`, opened; "-" is standard input
  std::string root;  ///< name of its root; "-" for standard input
  std::string id;    ///< rootname/relative/path, of its one article where it is not JSON Lines
  uint64_t size_bytes = 0;
  int64_t modified_ns = 0;  ///< since 1970; 0 where it is not known
  std::string opened = {};  ///< where `path` was typed in another folder: the file to open
};

/// Something that was passed over, and why.
struct Skipped {
  std::string path;
  std::string reason;
  std::string folder = {};  ///< a folder that cannot be listed, absolute; "" for anything else
};

/// What a run was asked to read.
struct Target {
  std::string path;       ///< folder, file or "-"
  std::string root_name;  ///< from --root NAME=PATH, else ""
};

/// Calls `found` for each file under the targets, each file once, and adds what cannot be walked to
/// `skipped`. Folders become roots; a single file belongs to the root around it, or else to its own
/// folder as a root. Symbolic links to files are followed, those to folders are not (they can
/// loop); index folders of ours, what version control and desktops keep (.git, .DS_Store), and the
/// folders that browsers save beside a page (bai_files beside bai.html) are
/// passed over. An input error where a target itself does not
/// exist.
Result<void> scan(const std::vector<Target>& targets, Roots& roots, std::vector<Skipped>& skipped,
                  const std::function<void(const InputFile&)>& found);

}  // namespace khobao::input
