#pragma once
/// Where people keep searches and dossiers: one readable JSON file each, in the XDG config folder,
/// for its owner alone.
///
///   $XDG_CONFIG_HOME/khobao/searches/bão.json        else ~/.config/khobao/…
///   $XDG_CONFIG_HOME/khobao/dossiers/đường sắt.json
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/cli/environment.h"

namespace khobao::kept {

enum class Kind : unsigned char { search, dossier };

/// "search", "dossier": what messages call it.
const char* kind_name(Kind kind);

/// A path that means the same from whatever folder; as it was where the system cannot say.
std::string whole_path(const std::string& path);
std::vector<std::string> whole_paths(const std::vector<std::string>& paths);

class KeptFiles {
 public:
  /// An error where neither XDG_CONFIG_HOME nor HOME says where.
  static Result<KeptFiles> open(Kind kind, const cli::Environment& environment);

  /// A usage error for a name that is none: empty, longer than 80 bytes, beginning with a point,
  /// or with slashes or control characters. Names are the same however their accents are composed.
  static Result<std::string> checked_name(const std::string& name);

  /// Sorted.
  Result<std::vector<std::string>> names() const;

  std::string path(const std::string& name) const;

  /// The bytes; nothing where nothing is kept under the name.
  Result<std::optional<std::string>> read(const std::string& name) const;

  /// Replaces what is kept under the name, if anything, by what `change` makes of it; its error
  /// leaves everything as it was. Of two programs that change the same folder one waits.
  Result<void> change(
      const std::string& name,
      const std::function<Result<std::string>(const std::optional<std::string>&)>& change) const;

  /// False where there was nothing.
  Result<bool> remove(const std::string& name) const;

  /// What is said where nothing is kept under a name: a usage error that offers the nearest.
  Error unknown(const std::string& name) const;

 private:
  Kind kind_ = Kind::search;
  std::string folder_;
};

}  // namespace khobao::kept
