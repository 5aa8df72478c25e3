#pragma once
/// The token streams of one layer's articles, read where they lie in memory, and how many words
/// each article has.
///
/// File DB/layer-N/streams: "KBTS\1\0\0\0"; the packed streams (token_stream.h) by docid from 1;
/// zeros up to a multiple of 8 bytes; how many words each article has (32 bits); zeros as before;
/// where each stream begins, and one more end (64 bits, from the start of the file); XXH3 of the
/// lengths; the number of articles (64 bits each). Numbers are little-endian.
///
/// Each stream has a sum of its own, which is compared whenever it is read, so that an offset which
/// is not what was written is found with it.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/mapped_file.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Shares its mapping with its copies; may be shared by threads as const.
class StreamFile {
 public:
  StreamFile() = default;  ///< of no articles

  /// Maps the file; index_corrupt where it is missing or not as long as `articles` streams make it,
  /// an input error where it cannot be read.
  static Result<StreamFile> open(const std::string& path, uint64_t articles);

  uint64_t articles() const { return lengths_.size(); }

  /// The packed stream of the article with this docid in the layer, which is not compared yet;
  /// empty where there is none or its place is damaged.
  std::string_view of(uint64_t docid) const {
    if (docid - 1 >= lengths_.size()) return {};
    const uint64_t begin = begins_[docid - 1], end = begins_[docid];
    if (begin > end || end > bytes_.size()) return {};
    return bytes_.substr(begin, end - begin);
  }

  /// For whoever reads one stream after another: those up to this docid are not needed in memory any
  /// more. They can still be read.
  void passed(uint64_t docid) const;

  /// Where each stream begins in the file, and the end of the last one.
  std::span<const uint64_t> begins() const { return begins_; }

  /// How many words each article has, by docid from 1, as Xapian's document lengths; throws
  /// DamagedBytes where they are not what was written. Reads all of them: 10 µs for 35,000 articles.
  std::span<const uint32_t> lengths() const;

 private:
  MappedFile file_;
  std::string path_;
  std::string_view bytes_;
  std::span<const uint32_t> lengths_;
  std::span<const uint64_t> begins_;
  uint64_t sum_ = 0;
};

/// Gathers streams in memory, and writes files of them.
class StreamGatherer {
 public:
  void add(std::string_view stream, uint32_t words);
  bool empty() const { return lengths_.empty(); }
  /// Writes the file, which need not reach the disk, and is empty again.
  Result<void> write(const std::string& path);

 private:
  std::string streams_;
  std::vector<uint32_t> lengths_;
  std::vector<uint64_t> begins_;
};

/// A file of stream files' articles.
struct StreamPart {
  std::string path;
  uint64_t articles = 0;
  std::vector<uint32_t> without = {};  ///< docids of those that are left out, ascending
};

/// Writes the file `to` from those of `parts`, one after another; of none, a file of no articles.
/// What is read of them is not compared. Takes 12 bytes of memory an article, and a buffer.
Result<void> join_stream_files(const std::vector<StreamPart>& parts, const std::string& to);

}  // namespace khobao::archive
