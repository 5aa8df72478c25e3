#pragma once
/// Standard input, output and error as programs must treat them that write files: a closed one is
/// not lent to a file, and what could not be written is known. Only the two mains use it.
#include <array>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>

namespace khobao::cli {

/// Call it first. A standard stream that was closed is opened so that using it fails as before:
/// otherwise the next file, one of the index perhaps, would get its number, and messages with it.
void hold_closed_streams();

/// Writes to standard output; keeps the reason of the first failure.
class StandardOutput : private std::streambuf {
 public:
  StandardOutput();

  std::ostream& stream() { return stream_; }

  /// Writes what waits and closes standard output. The system's reason where any of what was given
  /// could not be written, in this call or before; nullopt where all was.
  std::optional<std::string> finish();

 private:
  int_type overflow(int_type byte) override;
  int sync() override;
  bool write_out();

  std::array<char, 1 << 16> buffer_;
  int failure_ = 0;  // errno of the first
  std::ostream stream_;
};

}  // namespace khobao::cli
