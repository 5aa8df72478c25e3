#pragma once
#include <filesystem>
#include <string>

namespace khobao::test {

/// A new folder that goes away with the object, with all that is in it.
class TempDir {
 public:
  TempDir();
  /// In memory (/dev/shm) where the system has such a place, for tests that commit so often that
  /// waiting for the disk would take most of their time; else as TempDir().
  static TempDir in_memory();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir();

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  explicit TempDir(const std::filesystem::path& parent);

  std::string path_;
};

/// Writes a whole file, its parent folders too where they are missing. Throws where it cannot.
void write_file(const std::string& path, const std::string& bytes);

/// The whole file; throws where it cannot be read.
std::string read_file(const std::string& path);

}  // namespace khobao::test
