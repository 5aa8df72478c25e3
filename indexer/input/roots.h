#pragma once
/// Roots: the folders an archive is made of, and the ids that their files get.
///
///   indexer update --db DB /data/bao/songkon    root "songkon" = /data/bao/songkon
///   /data/bao/songkon/2022/cau.txt              id "songkon/2022/cau.txt"
///
/// An id is the same however the path was typed and from whatever folder the command ran.
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::input {

struct Root {
  std::string name;                     ///< unique in the archive
  std::string folder;                   ///< absolute, without "." and ".."
  std::string received = {};            ///< --received of its last run; "" for none
  std::vector<std::string> files = {};  ///< only these files of it were named; none: all of it
  bool follow = false;  ///< links to folders, and links that lead out of all roots

  bool operator==(const Root&) const = default;
};

/// The roots of one archive, as its live generation remembers them.
class Roots {
 public:
  /// Those that the archive in folder `db` keeps at `path`; none where that is "". index_corrupt,
  /// with the way out, where the file is missing or not what was written.
  static Result<Roots> load(const std::string& db, const std::string& path);
  /// The file in which an archive keeps them.
  std::string kept_bytes() const;

  /// Adds the folder under `name`, or under its last component where that is empty; a folder
  /// already known keeps its name. A usage error where the name stands for another folder.
  Result<Root> add(const std::string& folder, const std::string& name);

  /// The same for one file: its folder becomes a root of which this file alone is read.
  Result<Root> add_file(const std::string& path, const std::string& name);

  /// Remembers --follow or --no-follow for a root.
  void set_follow(const std::string& name, bool follow);

  /// Remembers --received for a root.
  void set_received(const std::string& name, const std::string& date);

  const std::vector<Root>& all() const { return roots_; }

  /// The path of a file below the root of this name; "" where there is no such root.
  std::string absolute(const std::string& root_name, const std::string& path) const;

  /// The root that an absolute path lies in; the innermost, where roots overlap.
  const Root* containing(const std::string& path) const;

 private:
  std::vector<Root> roots_;
};

/// `path` made absolute, "." and ".." resolved by name, without a slash at its end.
std::string absolute_path(const std::string& path);

/// The same of a file or of a record in it: "/srv/news/tin.jsonl:7" for "tin.jsonl:7". Other places
/// stay as they are.
std::string absolute_place(const std::string& place);

/// Whether an absolute path is `folder` or below it.
bool lies_in(const std::string& path, const std::string& folder);

}  // namespace khobao::input
