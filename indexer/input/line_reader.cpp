#include "indexer/input/line_reader.h"

#include <algorithm>
#include <cstring>

namespace khobao::input {

LineReader::LineReader(ByteSource& source, std::string head, size_t max_line_bytes)
    : source_(source),
      buffer_(1 << 18),
      pending_(std::move(head)),
      max_line_bytes_(max_line_bytes) {}

// Appends more bytes after what is left of the last ones; false at the end of the source.
Result<bool> LineReader::fill() {
  pending_.erase(0, begin_);
  begin_ = 0;
  const auto got = source_.read(buffer_.data(), buffer_.size());
  if (!got) return got.error();
  pending_.append(buffer_.data(), *got);
  return *got > 0;
}

Result<bool> LineReader::next(Line& line) {
  line.too_long = false;
  size_t searched = begin_;
  for (;;) {
    const size_t end = pending_.find('\n', searched);
    const size_t stop = end == std::string::npos ? pending_.size() : end;
    if (stop - begin_ > max_line_bytes_) {  // drop what was read of it and go on to its end
      line.too_long = true;
      begin_ = stop;
    }
    if (end != std::string::npos) {
      line.text.assign(pending_, begin_, line.too_long ? 0 : end - begin_);
      begin_ = end + 1;
      break;
    }
    const size_t waiting = pending_.size() - begin_;
    const auto more = fill();
    if (!more) return more.error();
    searched = waiting;
    if (*more) continue;
    if (pending_.empty() && !line.too_long) return false;
    line.text = line.too_long ? std::string() : std::move(pending_);
    pending_.clear();
    begin_ = 0;
    break;
  }
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  line.number = ++number_;
  return true;
}

}  // namespace khobao::input
