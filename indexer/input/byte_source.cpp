#include "indexer/input/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::input {
namespace {

constexpr size_t kBufferBytes = 1 << 17;
// Windows beyond this are refused: 128 MiB is what the zstd command accepts by default.
constexpr int kMaxWindowLog = 27;
constexpr std::string_view kZstdFrame = "\x28\xB5\x2F\xFD";
constexpr std::string_view kDictionaryFrame = "\x5D\x2A\x4D\x18";
constexpr size_t kMostDictionaryBytes = 8 << 20;

class FileSource : public ByteSource {
 public:
  FileSource(int file, std::string path, const std::atomic<int>* stop,
             std::atomic<uint64_t>* bytes_read)
      : file_(file), path_(std::move(path)), stop_(stop), bytes_read_(bytes_read) {}
  ~FileSource() override {
    if (file_ > STDERR_FILENO) close(file_);
  }

  Result<size_t> read(char* to, size_t size) override {
    if (peeked_begin_ < peeked_.size()) {
      const size_t count = std::min(size, peeked_.size() - peeked_begin_);
      std::memcpy(to, peeked_.data() + peeked_begin_, count);
      peeked_begin_ += count;
      return count;
    }
    return read_file(to, size);
  }

  /// The first bytes, which read() will give again.
  Result<std::string> peek(size_t size) {
    while (peeked_.size() < size) {
      char buffer[16];
      const auto got = read_file(buffer, size - peeked_.size());
      if (!got) return got.error();
      if (*got == 0) break;
      peeked_.append(buffer, *got);
    }
    return peeked_;
  }

 private:
  // Until there is something to read, or the end. A signal may come just before the wait, so the
  // wait is short and repeated.
  Result<void> wait() const {
    constexpr int kWaitMs = 200;
    for (;;) {
      if (*stop_ != 0) return Error{ErrorCode::input, say("cannot read '{}': stopped", path_), ""};
      pollfd input{.fd = file_, .events = POLLIN, .revents = 0};
      const int ready = poll(&input, 1, kWaitMs);
      if (ready > 0 || (ready < 0 && errno != EINTR)) return {};  // read() says what is wrong
    }
  }

  Result<size_t> read_file(char* to, size_t size) {
    if (stop_ && file_ == STDIN_FILENO) {
      if (auto waited = wait(); !waited) return waited.error();
    }
    for (;;) {
      const ssize_t got = ::read(file_, to, size);
      if (got >= 0) {
        if (bytes_read_) *bytes_read_ += static_cast<uint64_t>(got);
        return static_cast<size_t>(got);
      }
      if (errno != EINTR) return archive::file_error("read", path_);
    }
  }

  int file_;
  std::string path_, peeked_;
  size_t peeked_begin_ = 0;
  const std::atomic<int>* stop_;
  std::atomic<uint64_t>* bytes_read_;
};

Error damaged(const std::string& path, const char* kind) {
  return {ErrorCode::input, say("cannot unpack '{}': damaged {} data", path, kind), ""};
}

class GzipSource : public ByteSource {
 public:
  GzipSource(std::unique_ptr<ByteSource> packed, std::string path)
      : packed_(std::move(packed)), path_(std::move(path)), buffer_(kBufferBytes) {
    // 15: the largest window; +16: gzip framing.
    ok_ = inflateInit2(&stream_, 15 + 16) == Z_OK;
  }
  ~GzipSource() override { inflateEnd(&stream_); }

  Result<size_t> read(char* to, size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    while (ok_ && stream_.avail_out == size) {
      if (stream_.avail_in == 0) {
        auto got = packed_->read(buffer_.data(), buffer_.size());
        if (!got) return got;
        if (*got == 0) return between_members_ ? Result<size_t>(size_t{0}) : damaged(path_, "gzip");
        stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
        stream_.avail_in = static_cast<uInt>(*got);
      }
      between_members_ = false;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      if (status == Z_STREAM_END) {
        between_members_ = true;
        ok_ = inflateReset(&stream_) == Z_OK;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return damaged(path_, "gzip");
      }
    }
    if (!ok_) return damaged(path_, "gzip");
    return size - stream_.avail_out;
  }

  // To the next bytes that a member begins with.
  bool skip_damage() override {
    constexpr std::string_view kMember = "\x1F\x8B\x08";
    inflateReset(&stream_);
    for (;;) {
      const std::string_view rest(reinterpret_cast<const char*>(stream_.next_in), stream_.avail_in);
      if (const size_t at = rest.find(kMember); at != std::string_view::npos) {
        stream_.next_in += at;
        stream_.avail_in -= static_cast<uInt>(at);
        return ok_ = between_members_ = true;
      }
      // A mark across the border of two buffers is missed: the member after it is found.
      const auto got = packed_->read(buffer_.data(), buffer_.size());
      if (!got || *got == 0) return false;
      stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
      stream_.avail_in = static_cast<uInt>(*got);
    }
  }

 private:
  std::unique_ptr<ByteSource> packed_;
  std::string path_;
  std::vector<char> buffer_;
  z_stream stream_{};
  bool ok_ = false;
  bool between_members_ = false;
};

class ZstdSource : public ByteSource {
 public:
  ZstdSource(std::unique_ptr<ByteSource> packed, std::string path)
      : packed_(std::move(packed)),
        path_(std::move(path)),
        buffer_(kBufferBytes),
        stream_(ZSTD_createDStream(), ZSTD_freeDStream) {
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  }

  Result<size_t> read(char* to, size_t size) override {
    if (std::exchange(begins_, false)) {
      if (auto taken = take_dictionary(); !taken) return taken.error();
    }
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      if (in_.pos == in_.size) {
        auto got = fill();
        if (!got) return got;
        if (*got == 0) return expected_ == 0 ? Result<size_t>(size_t{0}) : damaged(path_, "zstd");
      }
      expected_ = ZSTD_decompressStream(stream_.get(), &out, &in_);
      if (ZSTD_isError(expected_)) return damaged(path_, "zstd");
    }
    return out.pos;
  }

  // To the next bytes that a frame begins with; the dictionary stays.
  bool skip_damage() override {
    ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only);
    expected_ = 0;
    in_.pos += in_.pos < in_.size;  // the library leaves it where the damaged frame goes on
    for (;;) {
      const std::string_view rest(buffer_.data() + in_.pos, in_.size - in_.pos);
      if (const size_t at = rest.find(kZstdFrame); at != std::string_view::npos) {
        in_.pos += at;
        return true;
      }
      // A mark across the border of two buffers is missed: the frame after it is found.
      const auto got = fill();
      if (!got || *got == 0) return false;
    }
  }

 private:
  Result<size_t> fill() {
    auto got = packed_->read(buffer_.data(), buffer_.size());
    in_ = {buffer_.data(), got ? *got : 0, 0};
    return got;
  }

  // The next bytes of the file as they are; fewer at its end.
  Result<std::string> take(size_t size) {
    std::string bytes;
    while (bytes.size() < size) {
      if (in_.pos == in_.size) {
        const auto got = fill();
        if (!got) return got.error();
        if (*got == 0) break;
      }
      const size_t count = std::min(size - bytes.size(), in_.size - in_.pos);
      bytes.append(buffer_.data() + in_.pos, count);
      in_.pos += count;
    }
    return bytes;
  }

  // WARC files bring the dictionary of their records in a skippable frame in front, perhaps packed
  // itself (iipc.github.io/warc-specifications, "Zstandard Compression for WARC Files").
  Result<void> take_dictionary() {
    const auto got = fill();
    if (!got) return got.error();
    if (!std::string_view(buffer_.data(), *got).starts_with(kDictionaryFrame)) return {};
    constexpr size_t kHeaderBytes = 8;
    const auto header = take(kHeaderBytes);
    if (!header) return header.error();
    if (header->size() < kHeaderBytes) return damaged(path_, "zstd");
    size_t size = 0;
    for (size_t i = 0; i < 4; ++i)
      size |= static_cast<size_t>(static_cast<unsigned char>((*header)[4 + i])) << (8 * i);
    if (size > kMostDictionaryBytes) return damaged(path_, "zstd");
    auto dictionary = take(size);
    if (!dictionary) return dictionary.error();
    if (dictionary->size() < size) return damaged(path_, "zstd");
    if (dictionary->starts_with(kZstdFrame)) {
      std::string plain(kMostDictionaryBytes, '\0');
      const size_t unpacked =
          ZSTD_decompress(plain.data(), plain.size(), dictionary->data(), dictionary->size());
      if (ZSTD_isError(unpacked)) return damaged(path_, "zstd");
      plain.resize(unpacked);
      *dictionary = std::move(plain);
    }
    if (ZSTD_isError(
            ZSTD_DCtx_loadDictionary(stream_.get(), dictionary->data(), dictionary->size())))
      return damaged(path_, "zstd");
    return {};
  }

  bool begins_ = true;
  std::unique_ptr<ByteSource> packed_;
  std::string path_;
  std::vector<char> buffer_;
  std::unique_ptr<ZSTD_DStream, size_t (*)(ZSTD_DStream*)> stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  size_t expected_ = 0;
};

// Ends what unpacks to more than is allowed: a few kilobytes can hold gigabytes of zeros.
class LimitedSource : public ByteSource {
 public:
  LimitedSource(std::unique_ptr<ByteSource> unpacked, std::string path, uint64_t max_bytes)
      : unpacked_(std::move(unpacked)), path_(std::move(path)), max_bytes_(max_bytes) {}

  Result<size_t> read(char* to, size_t size) override {
    auto got = unpacked_->read(to, size);
    if (!got) return got;
    bytes_ += *got;
    if (bytes_ <= max_bytes_) return got;
    return Error{
        ErrorCode::input,
        say("cannot unpack '{}': more than {} MiB", path_, max_bytes_ >> 20),
        say("raise the limit with --max-unpacked")};
  }

  bool skip_damage() override { return bytes_ <= max_bytes_ && unpacked_->skip_damage(); }

 private:
  std::unique_ptr<ByteSource> unpacked_;
  std::string path_;
  uint64_t max_bytes_, bytes_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_source(const std::string& path,
                                                uint64_t max_unpacked_bytes,
                                                const std::atomic<int>* stop,
                                                std::atomic<uint64_t>* bytes_read) {
  int file = STDIN_FILENO;
  if (path != "-") {
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return archive::file_error("read", path);
    if (!S_ISREG(info.st_mode)) {
      return Error{ErrorCode::input, say("cannot read '{}': not a regular file", path), ""};
    }
    do {
      file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    } while (file < 0 && errno == EINTR);
    if (file < 0) return archive::file_error("read", path);
  }
  auto plain = std::make_unique<FileSource>(file, path, stop, bytes_read);
  const auto magic = plain->peek(4);
  if (!magic) return magic.error();
  std::unique_ptr<ByteSource> source = std::move(plain);
  if (magic->starts_with("\x1F\x8B")) {
    source = std::make_unique<GzipSource>(std::move(source), path);
  } else if (*magic == kZstdFrame || *magic == kDictionaryFrame) {
    source = std::make_unique<ZstdSource>(std::move(source), path);
  } else {
    return source;
  }
  return std::unique_ptr<ByteSource>(
      std::make_unique<LimitedSource>(std::move(source), path, max_unpacked_bytes));
}

Result<std::string> read_all(ByteSource& source, const std::string& path, size_t max_bytes) {
  std::string bytes;
  std::vector<char> buffer(kBufferBytes);
  for (;;) {
    const auto got = source.read(buffer.data(), buffer.size());
    if (!got) return got.error();
    if (*got == 0) return bytes;
    if (bytes.size() + *got > max_bytes) {
      return Error{
          ErrorCode::input,
          say("cannot read '{}': longer than {} MiB", path, max_bytes >> 20),
          say("raise the limit with --max-file-size")};
    }
    bytes.append(buffer.data(), *got);
  }
}

}  // namespace khobao::input
