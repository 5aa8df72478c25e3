#pragma once
/// zstd with a dictionary of the archive's own text: an article of 4 kB is too short to compress
/// well on its own.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace khobao::archive {

/// One dictionary, ready for use; may be shared by threads.
class TextDictionary {
 public:
  /// `bytes`: a trained dictionary, or "" for none.
  explicit TextDictionary(std::string bytes);

  const std::string& bytes() const { return bytes_; }
  const ZSTD_DDict_s* for_decompression() const { return decompression_.get(); }

 private:
  std::string bytes_;
  std::shared_ptr<ZSTD_DDict_s> decompression_;
};

/// A dictionary is trained on this many articles, and trained again where there were fewer. More
/// than some two hundred times the dictionary's size gains nothing (zdict.h).
inline constexpr size_t kTrainingArticles = 1500;

/// A dictionary trained on sample texts; "" where they are too few to train on.
std::string train_dictionary(const std::vector<std::string>& samples);

/// Not for use by two threads at once.
class TextCompressor {
 public:
  explicit TextCompressor(const TextDictionary& dictionary);
  std::string compress(std::string_view text);

 private:
  std::shared_ptr<ZSTD_CDict_s> dictionary_;
  std::shared_ptr<ZSTD_CCtx_s> context_;
};

/// The inverse. Texts beyond 64 MiB and damaged bytes are index_corrupt.
Result<std::string> decompress(std::string_view bytes, const TextDictionary& dictionary);

}  // namespace khobao::archive
