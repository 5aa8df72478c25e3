#pragma once
/// The lines of a source, one by one, for JSON Lines of any size.
#include <string>
#include <vector>

#include "indexer/input/byte_source.h"

namespace khobao::input {

class LineReader {
 public:
  /// `head`: bytes already read from the source, which come first. Lines longer than
  /// `max_line_bytes` are passed over.
  LineReader(ByteSource& source, std::string head, size_t max_line_bytes);

  struct Line {
    std::string text;   ///< without its line end
    size_t number = 0;  ///< from 1
    bool too_long = false;
  };

  /// The next line into `line`; false at the end.
  Result<bool> next(Line& line);

 private:
  Result<bool> fill();

  ByteSource& source_;
  std::vector<char> buffer_;
  std::string pending_;
  size_t begin_ = 0;
  size_t number_ = 0;
  size_t max_line_bytes_;
};

}  // namespace khobao::input
