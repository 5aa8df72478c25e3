#pragma once
/// For tests of what may become of an archive's folder.
#include <string>

#include "tests/support/archive.h"

namespace khobao::test {

/// Every path below a folder, one a line, sorted.
std::string listing(const std::string& folder);

/// A database folder that a test puts back as it was. The copy lies in the archive's folder.
class Kept {
 public:
  explicit Kept(const Archive& archive);
  void put_back() const;
  /// What the folder had and does not have any more.
  void put_back_beside() const;

 private:
  std::string db_, copy_;
};

/// What a failed or half-done run may leave: a whole archive in which as many articles hold "cầu" as
/// before the run, or as after it ("7\n").
void check_whole(const Archive& archive, const std::string& before, const std::string& after);

}  // namespace khobao::test
