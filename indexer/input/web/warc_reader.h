#pragma once
/// WARC files (ISO 28500), as web crawlers leave them: record by record, whatever their size.
///
///   response, HTTP 200, text/html       a page
///   revisit, 404, image/png, request    passed over, with the kind named
///   no header, no length, cut short     broken: named, and the rest is read
#include <cstdint>
#include <string>

#include "common/base/result.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/web/web_page.h"

namespace khobao::input {

/// True for the first bytes of a WARC file.
bool is_warc(std::string_view head);

class WarcReader {
 public:
  struct Record {
    enum class Kind : unsigned char { page, passed, broken };
    uint64_t number = 0;  ///< in the file, from 1
    Kind kind = Kind::passed;
    WebPage page;        ///< of a page
    Message passed;      ///< what it is, in the plural: "revisits", "pages with another status"
    Error broken;        ///< why it cannot be read
  };

  /// `head`: what was read of the source already. `max_page_bytes`: longer pages are broken records.
  /// The source must outlive the reader.
  WarcReader(ByteSource& source, std::string head, size_t max_page_bytes)
      : source_(source), buffer_(std::move(head)), max_page_bytes_(max_page_bytes) {}

  /// False at the end. Errors are the source's; a damaged member of a packed file is a broken
  /// record, where the source can go on after it.
  Result<bool> next(Record& record);

 private:
  size_t available() const { return buffer_.size() - at_; }
  std::string_view rest() const { return std::string_view(buffer_).substr(at_); }
  Result<bool> fill();
  Result<bool> fill_to(size_t bytes);
  Result<bool> read_record(Record& record);
  Result<size_t> header_end();
  Result<void> read_payload(Record& record, uint64_t length, const std::string& header);
  Result<void> skip(uint64_t bytes, Record& record);
  Result<void> find_record(bool may_be_here);

  ByteSource& source_;
  std::string buffer_;
  size_t at_ = 0;
  const size_t max_page_bytes_;
  uint64_t number_ = 0;
};

}  // namespace khobao::input
