#pragma once
/// A folder of articles that changes as an archive's inputs do: for tests of updates.
#include <random>
#include <string>
#include <vector>

#include "tests/support/archive.h"

namespace khobao::test {

/// Two roots, a/ and b/, with plain texts and JSON Lines in them. Ids of records repeat now and
/// then, within a file and between files.
class ChangingFolder {
 public:
  /// `folder` must be there; what lies in it is not looked at.
  ChangingFolder(std::string folder, unsigned seed);

  /// One change: a file added, written again with other or with the same bytes, moved, deleted, or
  /// given another time; lines of a JSON Lines file added, taken out, moved or changed.
  void change();

  std::mt19937& random() { return random_; }

 private:
  std::string new_path(bool lines);
  std::string some_path();  ///< "" where there is no file
  std::string bytes_for(const std::string& path);
  std::string record();
  std::string with_other_lines(const std::string& bytes);
  void write(const std::string& path, const std::string& bytes);
  void set_time(const std::string& path);

  std::string folder_;
  std::mt19937 random_;
  std::vector<TestArticle> articles_;
  std::vector<std::string> paths_;  ///< of files that are there
  unsigned next_ = 0;
};

}  // namespace khobao::test
