#include "common/archive/text_compression.h"

// The parameters of training; the shared library has them, too.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>
#include <zstd.h>

#include <memory>
#include <new>

#include "common/language/say.h"

namespace khobao::archive {
namespace {

// 64 kB gains 0.02 in ratio over 32 kB on 4 kB articles; more gains nothing.
constexpr size_t kDictionaryBytes = 64 << 10;
constexpr size_t kMinSamples = 200;
// Bytes of a segment and of what is counted in it (zdict.h). ZDICT_trainFromBuffer() tries five sizes
// of segments, which takes five times as long, and packs no better: 1,000 articles of another year's
// newspapers came out .2 % smaller by 200 than by what it found.
constexpr unsigned kSegmentBytes = 200, kCountedBytes = 8;
// Level 3 is zstd's default; 6 saves 3 % of the text and costs twice the time.
constexpr int kLevel = 3;
constexpr size_t kMaxTextBytes = 64u << 20;
// More than training takes. zstd 1.5.4 does not look whether it got the memory that it asked for,
// and crashes where there is none.
constexpr size_t kTrainingRoom = 16 << 20;

void require_memory(size_t bytes) {
  const std::unique_ptr<char[]> room(new char[bytes]);
  *static_cast<volatile char*>(room.get()) = 0;
}

template <class T>
T* made(T* object) {
  if (!object) throw std::bad_alloc();
  return object;
}

}  // namespace

TextDictionary::TextDictionary(std::string bytes) : bytes_(std::move(bytes)) {
  if (bytes_.empty()) return;
  decompression_ = {made(ZSTD_createDDict(bytes_.data(), bytes_.size())), ZSTD_freeDDict};
}

std::string train_dictionary(const std::vector<std::string>& samples) {
  if (samples.size() < kMinSamples) return {};
  std::string all;
  std::vector<size_t> sizes;
  for (const std::string& s : samples) {
    all += s;
    sizes.push_back(s.size());
  }
  std::string dictionary(kDictionaryBytes, '\0');
  require_memory(kTrainingRoom);
  ZDICT_fastCover_params_t parameters{};
  parameters.k = kSegmentBytes;
  parameters.d = kCountedBytes;
  parameters.zParams.compressionLevel = kLevel;
  const size_t size = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), all.data(), sizes.data(),
      static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(size)) return {};
  dictionary.resize(size);
  return dictionary;
}

TextCompressor::TextCompressor(const TextDictionary& dictionary)
    : context_(made(ZSTD_createCCtx()), ZSTD_freeCCtx) {
  const std::string& bytes = dictionary.bytes();
  if (!bytes.empty())
    dictionary_ = {made(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel)), ZSTD_freeCDict};
}

std::string TextCompressor::compress(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const size_t size = dictionary_
                          ? ZSTD_compress_usingCDict(context_.get(), out.data(), out.size(),
                                                     text.data(), text.size(), dictionary_.get())
                          : ZSTD_compressCCtx(context_.get(), out.data(), out.size(), text.data(),
                                              text.size(), kLevel);
  out.resize(ZSTD_isError(size) ? 0 : size);
  return out;
}

Result<std::string> decompress(std::string_view bytes, const TextDictionary& dictionary) {
  const auto damaged = [] {
    return Error{ErrorCode::index_corrupt, say("a stored article is damaged"), ""};
  };
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxTextBytes)
    return damaged();
  std::string text(size, '\0');
  // To make one costs as much as to decompress an article.
  thread_local const std::shared_ptr<ZSTD_DCtx> context(made(ZSTD_createDCtx()), ZSTD_freeDCtx);
  const size_t got =
      dictionary.for_decompression()
          ? ZSTD_decompress_usingDDict(context.get(), text.data(), text.size(), bytes.data(),
                                       bytes.size(), dictionary.for_decompression())
          : ZSTD_decompressDCtx(context.get(), text.data(), text.size(), bytes.data(),
                                bytes.size());
  if (ZSTD_isError(got) || got != size) return damaged();
  return text;
}

}  // namespace khobao::archive
