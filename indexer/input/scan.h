#pragma once
/// Finds the input files: folders walked whole, in the order of their names.
#include <cstdint>
#include <functional>
#include <optional>
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

struct ScanOptions {
  /// Whether links are followed in the roots of the targets, from now on; nothing: as remembered.
  std::optional<bool> follow = {};
  /// Gets the links that are passed over for leading out of all roots; null for nobody.
  std::vector<InputFile>* links_out = nullptr;
};

/// Calls `found` for each file under the targets, each file once, and adds what cannot be walked to
/// `skipped`. Folders become roots; a single file belongs to the root around it, or else to its own
/// folder as a root. A symbolic link is followed where it leads to a file in a root. One that leads
/// out of all roots, or to a folder, is followed where its root follows links; then each folder is
/// walked once, by its own path where it has one, so that links which loop come to an end. Index folders
/// of ours, what version control and desktops keep (.git, .DS_Store), and the folders that browsers
/// save beside a page (bai_files beside bai.html) are passed over. An input error where a target
/// itself does not exist.
Result<void> scan(const std::vector<Target>& targets, Roots& roots, std::vector<Skipped>& skipped,
                  const std::function<void(const InputFile&)>& found,
                  const ScanOptions& options = {});

}  // namespace khobao::input
