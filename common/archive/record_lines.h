#pragma once
/// Where records of JSON Lines files stand now, for those that stood in another line when they were
/// written: a line deleted from the middle of a file moves all lines after it, and no article is
/// written again for that. A stored article names the line of its day ("bao/tin.jsonl:7"); what is
/// shown names the line of today.
///
/// File DB/generation-N/record.lines, absent where no record moved: "KBRL\1", three zero bytes,
/// then 16 bytes a record, ascending: hash64() of the article's id and the line, both
/// little-endian; line 0 where the record is in the file no more (--add keeps it).
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/disk/mapped_file.h"
#include "common/base/result.h"

namespace khobao::archive {

/// hash64() of an id, and its line.
using RecordLine = std::pair<uint64_t, uint64_t>;

/// Sorts the records first.
Result<void> write_record_lines(const std::string& path, std::vector<RecordLine> records);

class RecordLines {
 public:
  RecordLines() = default;  ///< no record moved

  /// index_corrupt where the file is missing or damaged; an input error where it cannot be read.
  static Result<RecordLines> open(const std::string& path);

  /// All records that moved, ascending.
  std::vector<RecordLine> all() const;

  /// The line of a record that moved.
  std::optional<uint64_t> line_of(std::string_view id) const;

 private:
  RecordLine at(size_t index) const;

  MappedFile file_;
  size_t count_ = 0;
};

/// "bao/tin.jsonl:7" with the line that is right now; without one for line 0.
std::string path_with_line(const std::string& path, uint64_t line);

}  // namespace khobao::archive
