#pragma once
/// Bytes of a file or of standard input, unpacked where they are gzip or zstd (told by their first
/// bytes, not by the name).
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "common/base/result.h"

namespace khobao::input {

/// A stream read from front to back. Not for use by two threads at once.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Up to `size` bytes; 0 at the end.
  virtual Result<size_t> read(char* to, size_t size) = 0;
  /// After damaged data: true where reading can go on after them, at the next member of a gzip file or
  /// frame of a zstd file.
  virtual bool skip_damage() { return false; }
};

/// Opens a regular file, or standard input for "-". Input errors name the path and the reason;
/// other kinds of files (FIFOs, sockets, devices) are refused without being opened.
/// Reading on where a packed file has given `max_unpacked_bytes` is an input error that names the
/// option to raise it. Where standard input brings nothing, reading waits until it does, or until
/// `stop` is no longer 0: then it is an input error, too. What is read of the file, packed as it
/// is, is added to `bytes_read`. Both must outlive the source.
Result<std::unique_ptr<ByteSource>> open_source(const std::string& path,
                                                uint64_t max_unpacked_bytes = UINT64_MAX,
                                                const std::atomic<int>* stop = nullptr,
                                                std::atomic<uint64_t>* bytes_read = nullptr);

/// The rest of a source. More than `max_bytes` is an input error that names the option to raise it.
Result<std::string> read_all(ByteSource& source, const std::string& path, size_t max_bytes);

}  // namespace khobao::input
