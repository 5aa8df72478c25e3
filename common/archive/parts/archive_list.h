#pragma once
/// Which archives are searched as one: what was given as --db, lists of archives opened.
///
///   --db /srv/bao --db /srv/tap-chi        two archives
///   --db /srv/all.list                     a file: one archive a line, '#' begins a remark;
///                                          paths are seen from the file's folder.
///                                          A file that names nothing that is there is no list
///   --db tcp://127.0.0.1:6601              a shard that a server has, also in a list
///                                          (common/archive/remote)
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

/// The folders and addresses, in the order in which they were named, each once. A usage error names
/// a list that holds none or is nothing to read; whether the folders hold archives is not looked at.
Result<std::vector<std::string>> archives_named(const std::vector<std::string>& names);

/// The usage error for a stub file that names a server.
Error not_here(const std::string& name);

/// "/srv/bao + /srv/tap-chi": what messages call several archives searched as one.
std::string joined_name(const std::vector<std::string>& archives);

}  // namespace khobao::archive
