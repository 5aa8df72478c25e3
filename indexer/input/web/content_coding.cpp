#include "indexer/input/web/content_coding.h"

#include <brotli/decode.h>
#include <dlfcn.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "common/language/say.h"

namespace khobao::input {
namespace {

constexpr size_t kBufferBytes = 64 << 10;
constexpr size_t kMostCodings = 4;  // somebody nested them by mistake, or to do harm

Error too_long(size_t max_bytes) {
  return {ErrorCode::input, say("it unpacks to more than {} MiB", max_bytes >> 20),
          say("raise the limit with --max-file-size")};
}

Error damaged(const char* kind) {
  return {ErrorCode::input, say("damaged {} data", kind), ""};
}

// `window_bits` as inflateInit2 has them.
Result<std::string> inflated(std::string_view body, int window_bits, size_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return damaged("gzip");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> ends(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::string out;
  std::vector<char> buffer(kBufferBytes);
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return damaged("gzip");
    const size_t got = buffer.size() - stream.avail_out;
    if (out.size() + got > max_bytes) return too_long(max_bytes);
    out.append(buffer.data(), got);
    if (status == Z_STREAM_END) return out;
    // A server may have been cut off: what came is a page.
    if (got == 0) return out.empty() ? Result<std::string>(damaged("gzip")) : out;
  }
}

Result<std::string> from_zstd(std::string_view body, size_t max_bytes) {
  const std::unique_ptr<ZSTD_DStream, size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(),
                                                                        ZSTD_freeDStream);
  ZSTD_inBuffer in{body.data(), body.size(), 0};
  std::string out;
  std::vector<char> buffer(kBufferBytes);
  for (;;) {
    ZSTD_outBuffer to{buffer.data(), buffer.size(), 0};
    const size_t left = ZSTD_decompressStream(stream.get(), &to, &in);
    if (ZSTD_isError(left)) return damaged("zstd");
    if (out.size() + to.pos > max_bytes) return too_long(max_bytes);
    out.append(buffer.data(), to.pos);
    if (left == 0 || (to.pos == 0 && in.pos == in.size)) return out;
  }
}

// Loaded with the first page that needs it: no run without one pays for it.
struct Brotli {
  decltype(&BrotliDecoderCreateInstance) create = nullptr;
  decltype(&BrotliDecoderDestroyInstance) destroy = nullptr;
  decltype(&BrotliDecoderDecompressStream) decompress = nullptr;

  Brotli() {
    void* const library = dlopen("libbrotlidec.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    create = reinterpret_cast<decltype(create)>(dlsym(library, "BrotliDecoderCreateInstance"));
    destroy = reinterpret_cast<decltype(destroy)>(dlsym(library, "BrotliDecoderDestroyInstance"));
    decompress =
        reinterpret_cast<decltype(decompress)>(dlsym(library, "BrotliDecoderDecompressStream"));
  }
  bool is_there() const { return create && destroy && decompress; }
};

Result<std::string> from_brotli(std::string_view body, size_t max_bytes) {
  static const Brotli brotli;
  if (!brotli.is_there())
    return Error{ErrorCode::input, say("it is compressed with brotli"),
                 say("install the package {}", "libbrotli1")};
  const std::unique_ptr<BrotliDecoderState, decltype(brotli.destroy)> state(
      brotli.create(nullptr, nullptr, nullptr), brotli.destroy);
  size_t in_bytes = body.size();
  const auto* in = reinterpret_cast<const uint8_t*>(body.data());
  std::string out;
  std::vector<uint8_t> buffer(kBufferBytes);
  for (;;) {
    size_t out_bytes = buffer.size();
    uint8_t* to = buffer.data();
    const BrotliDecoderResult result =
        brotli.decompress(state.get(), &in_bytes, &in, &out_bytes, &to, nullptr);
    const size_t got = buffer.size() - out_bytes;
    if (result == BROTLI_DECODER_RESULT_ERROR) return damaged("brotli");
    if (out.size() + got > max_bytes) return too_long(max_bytes);
    out.append(reinterpret_cast<const char*>(buffer.data()), got);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
      return out.empty() ? Result<std::string>(damaged("brotli")) : out;
  }
}

bool is_text(std::string_view body) {
  body = body.substr(0, 512);
  return !body.empty() && body.find('\0') == std::string_view::npos &&
         body.find('<') != std::string_view::npos;
}

Result<std::string> without_one(std::string body, const std::string& coding, size_t max_bytes) {
  constexpr int kGzip = 15 + 16, kZlib = 15, kRaw = -15;
  if (coding.empty() || coding == "identity") return body;
  Result<std::string> plain = Error{ErrorCode::input, say("unknown coding '{}'", coding), ""};
  if (coding == "gzip" || coding == "x-gzip") {
    plain = inflated(body, kGzip, max_bytes);
  } else if (coding == "deflate") {
    plain = inflated(body, kZlib, max_bytes);
    if (!plain && plain.error().hint.empty()) plain = inflated(body, kRaw, max_bytes);
  } else if (coding == "br") {
    plain = from_brotli(body, max_bytes);
  } else if (coding == "zstd") {
    plain = from_zstd(body, max_bytes);
  }
  if (!plain && plain.error().hint.empty() && is_text(body)) return body;
  return plain;
}

}  // namespace

std::string without_chunks(std::string_view body) {
  std::string out;
  for (size_t pos = 0; pos < body.size();) {
    size_t digits = 0, size = 0;
    for (; pos + digits < body.size() && digits < 8; ++digits) {
      const char c = body[pos + digits];
      const int value = c >= '0' && c <= '9'                 ? c - '0'
                        : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                             : -1;
      if (value < 0) break;
      size = size * 16 + static_cast<size_t>(value);
    }
    const size_t line_end = body.find('\n', pos + digits);
    constexpr size_t kLongestLine = 200;  // a chunk may have extensions
    if (digits == 0 || line_end == std::string_view::npos || line_end - pos > kLongestLine)
      return out.empty() ? std::string(body) : out;
    if (size == 0) return out;
    out += body.substr(line_end + 1, size);
    pos = line_end + 1 + std::min(size, body.size() - line_end - 1);
    while (pos < body.size() && (body[pos] == '\r' || body[pos] == '\n')) ++pos;
  }
  return out;
}

Result<std::string> without_coding(std::string body, std::string_view codings, size_t max_bytes) {
  std::vector<std::string> applied;
  while (!codings.empty()) {
    const size_t comma = std::min(codings.find(','), codings.size());
    std::string coding;
    for (const char c : codings.substr(0, comma)) {
      if (c != ' ' && c != '\t') coding += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    applied.push_back(std::move(coding));
    codings.remove_prefix(std::min(comma + 1, codings.size()));
  }
  if (applied.size() > kMostCodings)
    return Error{ErrorCode::input, say("it is compressed {} times", applied.size()),
                 ""};
  for (auto coding = applied.rbegin(); coding != applied.rend(); ++coding) {
    auto plain = without_one(std::move(body), *coding, max_bytes);
    if (!plain) return plain;
    body = std::move(*plain);
  }
  return body;
}

}  // namespace khobao::input
