#pragma once
/// The fingerprints of one layer's articles.
///
/// File DB/layer-N/fingerprints, 32-bit numbers, little-endian: "KBFP" version; per article, by
/// docid from 1, the number of its runs, these, its numbers; then where each article begins, in
/// numbers from the start of the file, and one more end; the number of articles.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/archive/disk/mapped_file.h"
#include "common/archive/reposts/fingerprint.h"
#include "common/base/result.h"

namespace khobao::archive {

class Fingerprints {
 public:
  /// Maps the file; index_corrupt where it is missing, damaged, or not of `articles` articles.
  static Result<Fingerprints> open(const std::string& path, uint64_t articles);

  /// Of the article with this docid in the layer, 1 to the number of articles; empty where it has
  /// no words.
  Fingerprint of(uint32_t docid) const;

 private:
  MappedFile file_;
  std::span<const uint32_t> numbers_, begins_;
};

/// Writes them as they come, in the order of docids, so that memory does not grow with the layer.
class FingerprintWriter {
 public:
  static Result<FingerprintWriter> create(const std::string& path);

  Result<void> add(const Fingerprint& fingerprint);
  Result<void> finish();

 private:
  explicit FingerprintWriter(OpenFile file);
  Result<void> put(std::span<const uint32_t> numbers);

  OpenFile file_;
  std::vector<uint32_t> begins_;
  std::string waiting_;
  uint32_t written_ = 0;
};

}  // namespace khobao::archive
