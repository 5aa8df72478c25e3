#pragma once
/// The postings of a layer's common words, and the articles in which two common syllables stand side by
/// side, packed to be read fast: Xapian takes some eighty instructions a posting, this file six. It says
/// nothing that the index or the token streams do not; a layer without it is read from those.
///
/// File DB/layer-N/postings: "KBPO\1\0\0\0"; the lists in any order; zeros up to a multiple of 8 bytes;
/// an entry a list (below), ascending by key; the keys in the same order, one after another; zeros as
/// before; the number of entries, the bytes of the keys, XXH3 of entries and keys with the zeros between
/// (64 bits each). Numbers are little-endian.
///
/// A key is a term of the index ("đảng", "Sđảng"), or two words with a tab between. A
/// posting is a byte: from its bit count_bits on, how far the docid is from the one before (0: it
/// does not fit; both numbers follow as varints); below, how often the article holds the term, less one.
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/archive/disk/mapped_file.h"
#include "common/archive/streams/varint.h"
#include "common/base/made_once.h"
#include "common/base/result.h"

namespace khobao::archive {

/// One list, valid as long as its file.
class PostingList {
 public:
  /// `file`: for messages.
  PostingList(std::string_view bytes, unsigned count_bits, uint32_t holders, uint64_t articles,
              std::string_view file)
      : bytes_(bytes),
        count_bits_(count_bits),
        holders_(holders),
        articles_(articles),
        file_(file) {}

  uint32_t holders() const { return holders_; }

  /// Calls `use(docid, count)` for each article, by docids of the layer, ascending. Throws DamagedBytes.
  template <class Use>
  void for_each(Use use) const {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes_.data());
    const auto* const end = at + bytes_.size();
    const unsigned counts = (1u << count_bits_) - 1;
    uint64_t docid = 0;
    while (at != end) {
      const unsigned posting = *at++;
      unsigned count = (posting & counts) + 1;
      if (posting > counts) {
        docid += posting >> count_bits_;
      } else {
        at = take_large(at, end, docid, count);
      }
      if (docid > articles_) refuse();
      use(static_cast<uint32_t>(docid), count);
    }
  }

 private:
  const unsigned char* take_large(const unsigned char* at, const unsigned char* end, uint64_t& docid,
                                  unsigned& count) const;
  [[noreturn]] void refuse() const;

  std::string_view bytes_;
  unsigned count_bits_;
  uint32_t holders_;
  uint64_t articles_;
  std::string_view file_;
};

/// Shares its mapping with its copies; may be shared by threads as const. Each list is compared with its
/// sum when it is first found.
class PostingFile {
 public:
  PostingFile() = default;  ///< of no lists

  /// Maps the file of a layer of so many articles; index_corrupt where it is missing or damaged.
  static Result<PostingFile> open(const std::string& path, uint64_t articles);

  /// Throws DamagedBytes where what is read is not what was written.
  std::optional<PostingList> find(std::string_view key) const;

 private:
  void compare() const;

  MappedFile file_;
  std::string_view lists_, table_;
  uint64_t articles_ = 0, entries_ = 0, sum_ = 0;
  /// Its path, and what was compared and found whole: the table, and each list.
  struct Compared {
    std::string path;
    MadeOnce<bool> table;
    std::unique_ptr<std::atomic<bool>[]> lists;
  };
  std::shared_ptr<Compared> compared_;
};

/// The key of two words side by side.
std::string pair_key(std::string_view first, std::string_view second);

struct Posting {
  uint32_t docid = 0, count = 1;
};

/// A list as it is put together, one article after another; it takes the room that it will have in the
/// file.
class PostingPacker {
 public:
  /// `count_bits`: of each byte, 0 to 4, the others hold gaps.
  explicit PostingPacker(unsigned count_bits = 0) : count_bits_(count_bits) {}

  /// `docid`: greater than the one before. `count`: at least 1.
  void add(Posting posting);

  const std::string& bytes() const { return bytes_; }
  unsigned count_bits() const { return count_bits_; }
  uint32_t holders() const { return holders_; }

 private:
  std::string bytes_;
  unsigned count_bits_;
  uint32_t last_ = 0, holders_ = 0;
};

/// These postings, the bits of a byte shared as the first ones take the fewest bytes.
PostingPacker packed_postings(std::span<const Posting> postings);

/// Writes the file list by list. What it has in memory grows with the number of lists alone.
class PostingWriter {
 public:
  static Result<PostingWriter> create(const std::string& path);

  /// Each key once, in any order.
  Result<void> add(std::string key, const PostingPacker& list);
  /// The file is whole; it need not have reached the disk.
  Result<void> finish();

 private:
  struct Written {
    std::string key;
    uint64_t begin = 0;
    uint32_t bytes = 0, holders = 0, sum = 0;
    unsigned count_bits = 0;
  };

  explicit PostingWriter(OpenFile file) : file_(std::move(file)) {}
  Result<void> put(std::string_view bytes);

  OpenFile file_;
  uint64_t at_ = 0;
  std::vector<Written> lists_;
};

}  // namespace khobao::archive
